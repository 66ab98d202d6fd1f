package dev.flywheel.core.cycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.content.CreativeTags;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.roster.CreatorId;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CreatorRevenueTest {

    private static final Period WINDOW = new Period(Scene.ago(27), Scene.ago(0));

    private static CreatorRevenue revenue(Scene scene) {
        return CreatorRevenue.within(WINDOW, scene.measured());
    }

    private static Scene listed() {
        return new Scene().listed(1, "a", 60, CreativeTags.UNKNOWN);
    }

    @Test
    void counts_daily_reports_of_the_window_alone() {
        CreatorRevenue revenue =
                revenue(listed().funnel(1, 28, 7).funnel(1, 27, 2).funnel(1, 0, 1));
        assertEquals(Map.of(new CreatorId("a"), 90.0), revenue.byCreator());
        assertFalse(revenue.blurred());
    }

    @Test
    void spreads_a_report_that_reaches_beyond_the_window_and_says_so() {
        CreatorRevenue revenue = revenue(listed().shopReport(1, 37, 18, 10));
        assertEquals(150.0, revenue.total(), 1e-9);
        assertEquals(150.0, revenue.split(), 1e-9);
        assertTrue(revenue.blurred());
    }

    @Test
    void believes_order_lines_where_they_cover_the_window() {
        Scene scene = listed().shopReport(1, 20, 1, 10)
                .orderLine("o1", "a", 1, 5, 40)
                .orderLine("o2", "live", null, 5, 20)
                .orderLine("o3", "a", 1, 28, 99)
                .orderLine("sample", "b", null, 5, 0);
        Map<CreatorId, Double> covered = revenue(scene.add(
                        builder -> builder.covers(Source.AFFILIATE_ORDERS, new Period(Scene.ago(40), Scene.ago(0)))))
                .byCreator();
        assertEquals(Map.of(new CreatorId("a"), 40.0, new CreatorId("live"), 20.0), covered);
    }

    @Test
    void leaves_order_lines_aside_where_days_are_missing() {
        Scene scene = listed().shopReport(1, 20, 1, 10)
                .orderLine("o1", "a", 1, 5, 40)
                .add(builder -> builder.covers(Source.AFFILIATE_ORDERS, new Period(Scene.ago(26), Scene.ago(0))));
        assertEquals(300.0, revenue(scene).total(), 1e-9);
    }

    @Test
    void never_counts_an_order_in_two_reports() {
        Scene scene = listed().funnel(1, 5, 1)
                .orderLine("o1", "a", 1, 5, 30)
                .shopReport(1, 20, 1, 10)
                .add(builder -> builder.covers(Source.AFFILIATE_ORDERS, WINDOW));
        assertEquals(30.0, revenue(scene).total(), 1e-9);
    }

    @Test
    void counts_who_posted_without_selling_as_active_and_who_did_neither_not() {
        Scene scene =
                new Scene().listed(1, "posted", 10, CreativeTags.UNKNOWN).listed(2, "idle", 40, CreativeTags.UNKNOWN);
        assertEquals(Map.of(new CreatorId("posted"), 0.0), revenue(scene).byCreator());
    }
}
