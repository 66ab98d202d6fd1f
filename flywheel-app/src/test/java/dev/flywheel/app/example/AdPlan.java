package dev.flywheel.app.example;

import java.time.LocalDate;

/**
 * One ad test and its truth: {@code ratio} is the true paid conversion rate over the true organic one, {@code cpc} the
 * cost per paid click in dollars, {@code delivery} the share of the budget that is really spent. When it is not
 * {@code separable}, the orders of the video are booked through a partner and no affiliate order line carries it.
 */
record AdPlan(
        LocalDate startedOn,
        int budgetPerDay,
        String kind,
        double ratio,
        double cpc,
        double delivery,
        boolean separable) {

    static AdPlan boost(String startedOn, int budgetPerDay, double ratio, double cpc) {
        return new AdPlan(LocalDate.parse(startedOn), budgetPerDay, "GMV_MAX_BOOST", ratio, cpc, 1.0, true);
    }

    static AdPlan spark(String startedOn, int budgetPerDay, double ratio, double cpc) {
        return new AdPlan(LocalDate.parse(startedOn), budgetPerDay, "SPARK_AD", ratio, cpc, 1.0, true);
    }

    AdPlan delivering(double share) {
        return new AdPlan(startedOn, budgetPerDay, kind, ratio, cpc, share, separable);
    }

    AdPlan throughPartner() {
        return new AdPlan(startedOn, budgetPerDay, kind, ratio, cpc, delivery, false);
    }
}
