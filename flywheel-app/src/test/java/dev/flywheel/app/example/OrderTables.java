package dev.flywheel.app.example;

import java.time.LocalDate;
import java.util.List;

/** Affiliate orders of the United States, thirty columns, as known on the day of the export. */
final class OrderTables {

    private static final List<String> HEADER = List.of(
            "Order ID",
            "Product ID",
            "Product Name",
            "SKU ID",
            "Price",
            "Payment Amount",
            "Currency",
            "Quantity",
            "Fully returned or refunded",
            "Payment method",
            "Order Status",
            "Creator Username",
            "Content Type",
            "Content ID",
            "commission model",
            "Standard commission rate",
            "Est. Commission Base",
            "Est. standard commission payment",
            "Actual Commission Base",
            "Actual Commission Payment",
            "Shop Ads commission rate",
            "Est. Shop Ads commission payment",
            "Actual Shop Ads commission payment",
            "Est. co-funded creator bonus",
            "Actual co-funded creator bonus",
            "Time Created",
            "Payment time",
            "Order Delivery Time",
            "Time Commission Paid",
            "Platform");
    private static final List<String> PAYMENT_METHODS = List.of("Credit card", "PayPal", "Apple Pay", "Google Pay");

    private final World world;

    OrderTables(World world) {
        this.world = world;
    }

    Table of(Span span) {
        Table table = new Table(HEADER);
        world.lines.stream()
                .filter(OrderLine::inExport)
                .filter(line -> span.contains(line.createdOn()))
                .forEach(line -> table.add(cells(line, span.to())));
        return table;
    }

    private static List<String> cells(OrderLine line, LocalDate seen) {
        String status = line.statusOn(seen);
        boolean settled = status.equals("Settled");
        boolean refunded = line.refundedBy(seen);
        long earned = settled && !refunded ? 1 : 0;
        boolean closed = !status.equals("Pending");
        int method = (int) (Long.parseLong(line.orderId()) / 7 % PAYMENT_METHODS.size());
        return List.of(
                line.orderId() + "\t",
                line.product().id() + "\t",
                line.product().name(),
                line.product().skuId(line.variant()) + "\t",
                Text.plain(line.product().price()),
                Text.plain(line.payment()),
                "USD",
                Integer.toString(line.quantity()),
                refunded ? "Yes" : "No",
                line.sample() ? "" : PAYMENT_METHODS.get(method),
                status,
                line.creator().handle(),
                line.contentType(),
                line.contentId().isEmpty() ? "" : line.contentId() + "\t",
                "fixed commission",
                Product.COMMISSION_PERCENT + "%",
                Text.plain(line.payment()),
                Text.plain(line.standardCommission()),
                closed ? Text.plain(line.payment() * earned) : "",
                closed ? Text.plain(line.standardCommission() * earned) : "",
                (line.paid() ? Product.SHOP_ADS_COMMISSION_PERCENT : 0) + "%",
                Text.plain(line.shopAdsCommission()),
                closed ? Text.plain(line.shopAdsCommission() * earned) : "",
                "0.00",
                closed ? "0.00" : "",
                Text.DAY_FIRST.format(line.created()),
                Text.DAY_FIRST.format(line.created().plusSeconds(41)),
                deliveredBy(line, status, seen) ? Text.DAY_FIRST.format(line.delivered()) : "",
                settled ? Text.DAY_FIRST.format(line.settled()) : "",
                "TikTok");
    }

    private static boolean deliveredBy(OrderLine line, String status, LocalDate seen) {
        return !status.equals("Cancelled") && !line.delivered().toLocalDate().isAfter(seen);
    }
}
