package dev.flywheel.app.example;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A video whose truth is set by hand. {@code orders} is the exact number of organic orders of a video without ads; a
 * video with an ad test draws its orders from {@code conversionRate} instead.
 */
record Role(
        String name,
        LocalDate postedOn,
        int views,
        double clickRate,
        double conversionRate,
        int orders,
        @Nullable AdPlan plan) {

    static final List<Role> ALL = List.of(
            exact("two million views, 40 sales", "2026-09-16", 2_000_000, 0.0045, 40),
            exact("12,000 views, 400 sales", "2026-09-22", 12_000, 0.22, 400),
            tested("holds", "2026-09-15", 60_000, 0.040, AdPlan.boost("2026-10-06", 50, 1.20, 0.42)),
            tested("holds", "2026-09-29", 80_000, 0.038, AdPlan.boost("2026-10-20", 100, 1.15, 0.46)),
            tested("holds", "2026-10-06", 80_000, 0.037, AdPlan.boost("2026-10-27", 100, 1.10, 0.45)),
            tested("holds", "2026-10-14", 70_000, 0.042, AdPlan.spark("2026-11-03", 100, 1.00, 0.47)),
            tested("holds", "2026-10-12", 90_000, 0.040, AdPlan.boost("2026-11-03", 150, 1.05, 0.48)),
            tested("drops", "2026-09-22", 70_000, 0.036, AdPlan.boost("2026-10-13", 50, 0.50, 0.55)),
            tested("drops", "2026-10-06", 70_000, 0.040, AdPlan.boost("2026-10-27", 50, 0.45, 0.44)),
            tested("drops", "2026-10-13", 80_000, 0.041, AdPlan.boost("2026-11-03", 100, 0.30, 0.55)),
            tested("drops", "2026-10-15", 70_000, 0.043, AdPlan.spark("2026-11-03", 50, 0.40, 0.50)),
            tested("drops", "2026-10-16", 70_000, 0.040, AdPlan.boost("2026-11-05", 100, 0.35, 0.55)),
            tested("slips", "2026-09-29", 60_000, 0.036, AdPlan.boost("2026-10-20", 50, 0.80, 0.50)),
            tested("slips", "2026-10-15", 60_000, 0.038, AdPlan.boost("2026-11-04", 100, 0.80, 0.50)),
            tested("slips a little", "2026-09-24", 60_000, 0.034, AdPlan.boost("2026-10-15", 50, 0.90, 0.48)),
            tested(
                    "too little to say",
                    "2026-10-20",
                    30_000,
                    0.028,
                    AdPlan.boost("2026-11-07", 50, 0.70, 0.60).delivering(0.06)),
            tested(
                    "too little to say",
                    "2026-10-22",
                    30_000,
                    0.028,
                    AdPlan.boost("2026-11-09", 50, 1.00, 0.60).delivering(0.08)),
            tested(
                    "orders not separable",
                    "2026-10-05",
                    60_000,
                    0.036,
                    AdPlan.boost("2026-10-27", 50, 0.60, 0.50).throughPartner()));

    private static Role exact(String name, String postedOn, int views, double clickRate, int orders) {
        return new Role(name, LocalDate.parse(postedOn), views, clickRate, 0, orders, null);
    }

    private static Role tested(String name, String postedOn, int views, double conversionRate, AdPlan plan) {
        return new Role(name, LocalDate.parse(postedOn), views, 0.026, conversionRate, 0, plan);
    }
}
