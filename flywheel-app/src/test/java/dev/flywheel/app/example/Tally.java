package dev.flywheel.app.example;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What TikTok counts of some order lines in a period: orders, items, GMV and commission by the day of the order,
 * refunds by the day of the refund. Cancellations are not subtracted; samples do not count.
 */
final class Tally {

    private final Set<String> orderIds = new HashSet<>();
    private final Set<Product> products = new HashSet<>();
    long lines;
    long items;
    long gmv;
    long commission;
    long refunds;
    long itemsRefunded;

    static Tally of(Collection<OrderLine> lines, Span span) {
        Tally tally = new Tally();
        lines.stream().filter(line -> !line.sample()).forEach(line -> tally.add(line, span));
        return tally;
    }

    private void add(OrderLine line, Span span) {
        if (span.contains(line.createdOn())) {
            orderIds.add(line.orderId());
            products.add(line.product());
            lines++;
            items += line.quantity();
            gmv += line.payment();
            commission += line.standardCommission() + line.shopAdsCommission();
        }
        LocalDate refundedOn = line.refundedOn();
        if (refundedOn != null && span.contains(refundedOn)) {
            refunds += line.payment();
            itemsRefunded += line.quantity();
        }
    }

    long orders() {
        return orderIds.size();
    }

    long products() {
        return products.size();
    }

    boolean any() {
        return lines > 0 || refunds > 0;
    }
}
