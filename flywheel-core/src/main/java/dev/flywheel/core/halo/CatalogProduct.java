package dev.flywheel.core.halo;

import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Period;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One product of Amazon's Search Catalog Performance: what search brought it in a period. Immutable.
 *
 * @param period the days
 * @param marketplace where
 * @param asin the product, not blank
 * @param funnel from impression to purchase
 * @param searchTrafficSales value of those purchases in the marketplace's currency, or null when unknown
 * @param asOf when the report said so
 */
public record CatalogProduct(
        Period period,
        Marketplace marketplace,
        String asin,
        SearchFunnel funnel,
        @Nullable Money searchTrafficSales,
        Instant asOf)
        implements AmazonReport {

    /** Checks. */
    public CatalogProduct {
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(marketplace, "marketplace");
        Rows.text("asin", asin);
        Objects.requireNonNull(funnel, "funnel");
        Objects.requireNonNull(asOf, "asOf");
    }

    @Override
    public String key() {
        return Rows.key(this, asin);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.catalogProduct(this);
    }
}
