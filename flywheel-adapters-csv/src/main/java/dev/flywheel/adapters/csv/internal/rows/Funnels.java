package dev.flywheel.adapters.csv.internal.rows;

import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.frame.ImportFrame;
import dev.flywheel.adapters.csv.internal.reading.Cells;
import dev.flywheel.adapters.csv.internal.reading.RowRejected;
import dev.flywheel.core.halo.SearchFunnel;
import dev.flywheel.core.money.Rate;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.Funnel.Amount;
import dev.flywheel.core.performance.Funnel.Count;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Funnels out of rows. */
final class Funnels {

    private Funnels() {}

    /** What the shop's performance files share. */
    static Funnel.Builder shop(Cells cells, ImportFrame frame) throws RowRejected {
        Funnel.Builder funnel = Funnel.builder(frame.currency());
        cells.count(funnel, Count.VIEWS, Field.VIEWS);
        cells.count(funnel, Count.PRODUCT_IMPRESSIONS, Field.PRODUCT_IMPRESSIONS);
        cells.count(funnel, Count.CLICKS, Field.CLICKS);
        cells.count(funnel, Count.ORDERS, Field.ORDERS);
        cells.count(funnel, Count.ITEMS, Field.ITEMS);
        cells.count(funnel, Count.REFUNDED_ITEMS, Field.REFUNDED_ITEMS);
        cells.amount(funnel, Amount.GMV, Field.GMV);
        cells.amount(funnel, Amount.REFUNDS, Field.REFUNDS);
        cells.amount(funnel, Amount.COMMISSION, Field.COMMISSION);
        return funnel;
    }

    /** What Amazon's search reports share. */
    static SearchFunnel search(Cells cells) throws RowRejected {
        return new SearchFunnel(
                cells.count(Field.IMPRESSIONS),
                cells.count(Field.CLICKS),
                cells.count(Field.ADD_TO_CARTS),
                cells.count(Field.ORDERS));
    }

    /** Clicks of the first generation, which prints impressions and their click rate but no clicks. */
    static void deriveClicks(Cells cells, Funnel.Builder funnel) throws RowRejected {
        Long impressions = cells.count(Field.SHOPPABLE_IMPRESSIONS);
        Rate clickRate = cells.points(Field.CTR);
        if (impressions != null && impressions == 0) {
            funnel.count(Count.CLICKS, 0);
        } else if (impressions != null && clickRate != null) {
            BigDecimal clicks = clickRate.fraction().multiply(BigDecimal.valueOf(impressions));
            funnel.count(
                    Count.CLICKS, clicks.setScale(0, RoundingMode.HALF_EVEN).longValueExact());
        }
    }

    /** Adds what a file says of two products. Views are the video's own and repeated for each: the larger number holds. */
    static Funnel plusProduct(Funnel one, Funnel other) {
        Funnel sum = one.plus(other);
        OptionalLong views = Stream.of(one, other)
                .map(product -> product.get(Count.VIEWS))
                .flatMapToLong(OptionalLong::stream)
                .max();
        Funnel.Builder copy = Funnel.builder(sum.currency());
        for (Count what : Count.values()) {
            (what == Count.VIEWS ? views : sum.get(what)).ifPresent(value -> copy.count(what, value));
        }
        for (Amount what : Amount.values()) {
            sum.get(what).ifPresent(value -> copy.amount(what, value));
        }
        return copy.build();
    }
}
