package dev.flywheel.core.roster;

import dev.flywheel.core.program.ProductId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A free order of a creator in the shop's export of all orders: a sample as the shop ships it. The brand's own list may
 * hold the same sample; {@link Samples#merge} counts it once. Immutable.
 *
 * @param orderId the order; together with the product the key, not blank
 * @param creator the buyer of the free order
 * @param product what was sent
 * @param createdOn the day of the order, in the brand's zone: the shop creates it when the sample is approved
 * @param shippedOn the day it left, or null
 * @param deliveredOn the day it arrived, or null
 * @param cancelled whether the order was cancelled: then nothing is sent
 * @param asOf when the export knew it; of two exports of the same order the newer one holds
 */
public record SampleOrder(
        String orderId,
        CreatorId creator,
        ProductId product,
        LocalDate createdOn,
        @Nullable LocalDate shippedOn,
        @Nullable LocalDate deliveredOn,
        boolean cancelled,
        Instant asOf) {

    /** Checks. */
    public SampleOrder {
        if (Objects.requireNonNull(orderId, "orderId").isBlank()) {
            throw new IllegalArgumentException("orderId must not be blank");
        }
        Objects.requireNonNull(creator, "creator");
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(createdOn, "createdOn");
        Objects.requireNonNull(asOf, "asOf");
    }

    /** {@return what a newer export of the same thing replaces: order and product} */
    public String key() {
        return orderId + '\n' + product;
    }

    /** {@return the sample that it is} */
    public Sample sample() {
        return new Sample(creator, product, null, createdOn, shippedOn, deliveredOn, null);
    }
}
