package dev.flywheel.app.example;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One order x SKU with its whole life; what of it is known depends on the day one looks. Money is in cents. {@code
 * voidedAs} is the status of an order that never counted for commission, {@code inExport} is false for lines that a
 * partner's export carries instead of the brand's.
 */
record OrderLine(
        String orderId,
        Creator creator,
        @Nullable Video video,
        String contentType,
        String contentId,
        Product product,
        int variant,
        int quantity,
        long payment,
        boolean paid,
        LocalDateTime created,
        LocalDateTime delivered,
        LocalDateTime settled,
        @Nullable LocalDate refundedOn,
        @Nullable String voidedAs,
        boolean inExport) {

    boolean sample() {
        return payment == 0;
    }

    LocalDate createdOn() {
        return created.toLocalDate();
    }

    boolean refundedBy(LocalDate seen) {
        return refundedOn != null && !refundedOn.isAfter(seen);
    }

    String statusOn(LocalDate seen) {
        if (voidedAs != null) {
            return createdOn().isBefore(seen) ? voidedAs : "Pending";
        }
        if (refundedOn != null && refundedBy(seen) && refundedOn.isBefore(settled.toLocalDate())) {
            return "Ineligible";
        }
        return settled.toLocalDate().isAfter(seen) ? "Pending" : "Settled";
    }

    long standardCommission() {
        return paid ? 0 : percent(Product.COMMISSION_PERCENT);
    }

    long shopAdsCommission() {
        return paid ? percent(Product.SHOP_ADS_COMMISSION_PERCENT) : 0;
    }

    private long percent(int percent) {
        return (payment * percent + 50) / 100;
    }
}
