package dev.flywheel.core.stats;

import java.util.Arrays;

/**
 * Tells, look by look, when a stream has changed: the e-detectors of Shin, Ramdas and Rinaldo (2024), in logarithms. Each
 * look brings one e-value for each of several targets (sizes of change); the detector is their equally weighted mean.
 *
 * <p>With {@code M_t = (M_{t-1} + 1) e_t} (Shiryaev-Roberts) an alarm at {@code M >= 1/alpha} comes by chance on average no
 * earlier than after {@code 1/alpha} looks, whatever the looks depend on, as long as each e-value has mean at most 1 while
 * nothing has changed (statistics 6). Immutable and thread-safe; {@link #after} gives the next state.
 */
public final class ChangeDetector {

    private final double[] test;
    private final double[] shiryaevRoberts;
    private final double[] cusum;
    private final int[] runBegan;
    private final int looks;

    private ChangeDetector(double[] test, double[] shiryaevRoberts, double[] cusum, int[] runBegan, int looks) {
        this.test = test;
        this.shiryaevRoberts = shiryaevRoberts;
        this.cusum = cusum;
        this.runBegan = runBegan;
        this.looks = looks;
    }

    /**
     * A detector before its first look.
     *
     * @param targets how many sizes of change it listens for, at least 1
     * @return the detector
     */
    public static ChangeDetector of(int targets) {
        Checks.within(targets, 1, 10_000, "targets");
        double[] nothing = new double[targets];
        Arrays.fill(nothing, Double.NEGATIVE_INFINITY);
        return new ChangeDetector(new double[targets], nothing, nothing, new int[targets], 0);
    }

    /**
     * The detector after one more look.
     *
     * @param logE the log e-value of the look for each target, finite
     * @return the next state
     */
    public ChangeDetector after(double[] logE) {
        Checks.sameLength("logE", logE.length, "targets", test.length);
        double[] nextTest = new double[logE.length];
        double[] nextShiryaevRoberts = new double[logE.length];
        double[] nextCusum = new double[logE.length];
        int[] nextRun = runBegan.clone();
        for (int k = 0; k < logE.length; k++) {
            double step = Checks.finite("logE[" + k + "]", logE[k]);
            nextTest[k] = test[k] + step;
            nextShiryaevRoberts[k] = Special.logSumExp(shiryaevRoberts[k], 0) + step;
            if (cusum[k] <= 0) {
                nextRun[k] = looks;
            }
            nextCusum[k] = Math.max(cusum[k], 0) + step;
        }
        return new ChangeDetector(nextTest, nextShiryaevRoberts, nextCusum, nextRun, looks + 1);
    }

    /** {@return the log e-value of a test for a change before the first look; 0 before it} */
    public double logTest() {
        return mean(test);
    }

    /** {@return the log of the Shiryaev-Roberts detector; minus infinity before the first look} */
    public double logShiryaevRoberts() {
        return mean(shiryaevRoberts);
    }

    /** {@return the log of the CUSUM detector, never above Shiryaev-Roberts; minus infinity before the first look} */
    public double logCusum() {
        return mean(cusum);
    }

    /** {@return the target that most speaks for, by its place among the targets} */
    public int leadingTarget() {
        int best = 0;
        for (int k = 1; k < shiryaevRoberts.length; k++) {
            best = shiryaevRoberts[k] > shiryaevRoberts[best] ? k : best;
        }
        return best;
    }

    /** {@return how many looks came before the most likely moment of the change, by the leading target's CUSUM} */
    public int looksBeforeChange() {
        return runBegan[leadingTarget()];
    }

    private static double mean(double[] logs) {
        return Special.logSumExp(logs) - Math.log(logs.length);
    }
}
