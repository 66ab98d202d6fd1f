package dev.flywheel.core.adtest;

import dev.flywheel.core.program.ProductId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fingerprint of what a video sells, as far as reports show it. A test compares rates of one offer only: another
 * one starts a new test (statistics 2.9). Immutable.
 *
 * @param products products shown in the video
 * @param unitPrice what a unit usually cost the customer, or null when order lines do not say
 * @param commission the creator's usual share of an organic order, or null
 * @param shopAdsCommission the creator's usual share of an order that ads delivered, or null
 */
public record AdTestOffer(
        List<ProductId> products,
        @Nullable Double unitPrice,
        @Nullable Double commission,
        @Nullable Double shopAdsCommission) {

    /** Nothing is known of it. */
    public static final AdTestOffer UNKNOWN = new AdTestOffer(List.of(), null, null, null);

    /** Copies. */
    public AdTestOffer {
        products = List.copyOf(products);
    }
}
