package dev.flywheel.core.performance;

import dev.flywheel.core.money.Money;
import dev.flywheel.core.money.Rate;
import dev.flywheel.core.program.ProductId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a third party such as Kalodata estimates of a product on TikTok, anybody's product. An estimate from outside, never
 * mixed with what the shop itself reports. Immutable.
 *
 * @param source who estimates, not blank
 * @param period the days it speaks of
 * @param product the product's id on TikTok
 * @param name its name
 * @param price the list price, or null when unknown
 * @param commissionRate what creators are offered, or null when unknown
 * @param items units sold in the period, at least 0, or null when unknown
 * @param revenue value of the orders in the period, or null when unknown
 * @param creators how many creators sold it, at least 0, or null when unknown
 * @param asOf when the source said so; of two that tell of the same the newer holds
 */
public record MarketProduct(
        String source,
        Period period,
        ProductId product,
        String name,
        @Nullable Money price,
        @Nullable Rate commissionRate,
        @Nullable Long items,
        @Nullable Money revenue,
        @Nullable Long creators,
        Instant asOf) {

    /** Checks. */
    public MarketProduct {
        if (Objects.requireNonNull(source, "source").isBlank()) {
            throw new IllegalArgumentException("source must not be blank");
        }
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(asOf, "asOf");
        check("items", items);
        check("creators", creators);
    }

    private static void check(String name, @Nullable Long count) {
        if (count != null && count < 0) {
            throw new IllegalArgumentException(name + " must be at least 0, got " + count);
        }
    }

    /** {@return what a newer export of the same thing replaces: source, days and product} */
    public String key() {
        return String.join("\n", source, period.toString(), product.value());
    }
}
