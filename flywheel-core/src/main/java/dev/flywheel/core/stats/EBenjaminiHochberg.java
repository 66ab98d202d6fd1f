package dev.flywheel.core.stats;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The e-BH procedure of Wang and Ramdas (2022): of K hypotheses with e-values, rejects the j largest for the largest j
 * with {@code e_(j) >= K / (alpha j)}. The expected share of false rejections is at most alpha under any dependence, and
 * at any stopping time when the e-values are e-processes (statistics 1.4). Everything in logarithms. Pure.
 */
public final class EBenjaminiHochberg {

    private EBenjaminiHochberg() {}

    /**
     * Which hypotheses are rejected together.
     *
     * @param logE the log e-value of each hypothesis; negative infinity is allowed, NaN is not
     * @param alpha the accepted expected share of false rejections, in (0, 1)
     * @return for each hypothesis whether it is rejected; equal e-values share their fate
     */
    public static boolean[] rejected(double[] logE, double alpha) {
        Checks.strictlyWithin(alpha, 0, 1, "alpha");
        for (int i = 0; i < logE.length; i++) {
            Checks.within(logE[i], Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, "logE[" + i + "]");
        }
        double[] largestFirst = Arrays.stream(logE)
                .boxed()
                .sorted(Comparator.reverseOrder())
                .mapToDouble(Double::doubleValue)
                .toArray();
        double cut = Double.POSITIVE_INFINITY;
        boolean any = false;
        for (int j = 1; j <= largestFirst.length; j++) {
            double needed = Math.log(logE.length) - Math.log(alpha) - Math.log(j);
            if (largestFirst[j - 1] >= needed) {
                cut = largestFirst[j - 1];
                any = true;
            }
        }
        boolean[] rejected = new boolean[logE.length];
        for (int i = 0; i < logE.length; i++) {
            rejected[i] = any && logE[i] >= cut;
        }
        return rejected;
    }
}
