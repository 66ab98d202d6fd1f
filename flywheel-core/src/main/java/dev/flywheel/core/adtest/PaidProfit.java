package dev.flywheel.core.adtest;

import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.stats.PaidEconomics;

/** Expected profit of paid clicks with the interval that the uncertain paid rate gives it. */
final class PaidProfit {

    private static final double LEVEL = 0.8;
    private static final int HALVINGS = 50;

    private PaidProfit() {}

    static Estimate perDay(PaidEconomics paid, double valuePerOrder, double costPerClick, double clicksPerDay) {
        double mean = clicksPerDay * (paid.expectedRate() * valuePerOrder - costPerClick);
        double one = clicksPerDay * (quantile(paid, (1 - LEVEL) / 2) * valuePerOrder - costPerClick);
        double other = clicksPerDay * (quantile(paid, (1 + LEVEL) / 2) * valuePerOrder - costPerClick);
        return new Estimate(mean, Math.min(one, other), Math.max(one, other), LEVEL);
    }

    private static double quantile(PaidEconomics paid, double share) {
        double low = 0;
        double high = paid.expectedRate();
        while (paid.probabilityRateAbove(high) > 1 - share) {
            high *= 2;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (paid.probabilityRateAbove(middle) > 1 - share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
