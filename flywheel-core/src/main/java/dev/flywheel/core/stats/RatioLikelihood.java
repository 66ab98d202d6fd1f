package dev.flywheel.core.stats;

import java.util.List;

/**
 * The log likelihood of a ratio c against an anchor r, given tempered evidence and one prior of the organic rate.
 * Differences are formed before any logarithm is taken: large counts then cancel exactly. Immutable.
 */
final class RatioLikelihood {

    /** Orders that count as paid whatever c is. */
    private double paidOrders;
    /** Terms {@code -power * log1p((c - r) * slope)}. */
    private final double[] powers;

    private final double[] slopes;

    private RatioLikelihood(int terms) {
        powers = new double[terms];
        slopes = new double[terms];
    }

    static RatioLikelihood of(SparkEvidence tempered, GammaPrior prior, double anchor) {
        List<SparkDay> days =
                tempered.sideBySide().stream().filter(SparkDay::compares).toList();
        List<SparkMix> mixed =
                tempered.mixed().stream().filter(day -> day.paidClicks() > 0).toList();
        RatioLikelihood likelihood = new RatioLikelihood(days.size() + mixed.size() + 2);
        int term = 0;
        for (SparkDay day : days) {
            likelihood.paidOrders += day.paidOrders();
            likelihood.powers[term] = day.paidOrders() + day.organicOrders();
            likelihood.slopes[term++] = day.paidClicks() / (day.organicClicks() + anchor * day.paidClicks());
        }
        for (SparkMix day : mixed) {
            likelihood.powers[term] = -day.orders();
            likelihood.slopes[term++] = day.paidClicks() / (day.organicClicks() + anchor * day.paidClicks());
        }
        boolean more = !tempered.soFar().equals(tempered.atSwitch()) || !mixed.isEmpty();
        if (more) {
            likelihood.integrated(term++, 1, tempered.soFar(), tempered.mixed(), prior, anchor);
            likelihood.integrated(term, -1, tempered.atSwitch(), List.of(), prior, anchor);
        }
        return likelihood;
    }

    /** The organic rate integrated out: the term of statistics 2.2 and 2.6, added or taken away. */
    private void integrated(
            int term, int sign, SparkTotals totals, List<SparkMix> mixed, GammaPrior prior, double anchor) {
        GammaPrior baseline = totals.baseline(prior);
        double orders = totals.judgedPaidOrders();
        double organic = baseline.rate();
        double paid = totals.paidExposure();
        paidOrders += sign * orders;
        for (SparkMix day : mixed) {
            orders += day.judgedOrders();
            organic += day.organicClicks();
            paid += day.paidClicks();
        }
        powers[term] = sign * (baseline.shape() + orders);
        slopes[term] = paid / (organic + anchor * paid);
    }

    /**
     * The log likelihood ratio.
     *
     * @param offset log(c / r)
     * @param gap c - r
     * @return l(c) - l(r)
     */
    double at(double offset, double gap) {
        double sum = paidOrders * offset;
        for (int i = 0; i < powers.length; i++) {
            if (powers[i] != 0) {
                sum -= powers[i] * Math.log1p(gap * slopes[i]);
            }
        }
        return sum;
    }
}
