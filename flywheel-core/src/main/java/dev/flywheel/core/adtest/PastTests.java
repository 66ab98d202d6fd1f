package dev.flywheel.core.adtest;

import dev.flywheel.core.stats.RatioPrior;
import java.util.List;

/**
 * What tests that had ended before a test started said of log c, the logarithm of paid rate over organic rate
 * (statistics 2.2 and 2.7). Immutable.
 *
 * @param tests how many had ended
 * @param centre the mean of log c
 * @param sd its standard deviation
 */
public record PastTests(int tests, double centre, double sd) {

    /** Ended tests from which their own mean and spread are used. */
    public static final int ENOUGH = 30;

    /** No test has ended: the usual belief stands. */
    public static final PastTests NONE = new PastTests(0, RatioPrior.DEFAULT.centre(), RatioPrior.DEFAULT.sd());

    /**
     * What one ended test said by itself.
     *
     * @param logRatio log c
     * @param error its standard error
     */
    public record Ended(double logRatio, double error) {}

    /**
     * Learns from ended tests; fewer than {@link #ENOUGH} change nothing.
     *
     * @param ended one for each test that ended before the new one starts
     * @return what they say together
     */
    public static PastTests of(List<Ended> ended) {
        if (ended.size() < ENOUGH) {
            return tooFew(ended.size());
        }
        RatioPrior fitted = RatioPrior.fitted(
                ended.stream().mapToDouble(Ended::logRatio).toArray(),
                ended.stream().mapToDouble(Ended::error).toArray());
        return new PastTests(ended.size(), fitted.centre(), fitted.sd());
    }

    /**
     * Too few ended tests to learn from.
     *
     * @param tests how many had ended
     * @return the usual belief
     */
    public static PastTests tooFew(int tests) {
        return new PastTests(tests, NONE.centre, NONE.sd);
    }

    /** {@return whether centre and spread are the brand's own} */
    public boolean learned() {
        return tests >= ENOUGH;
    }
}
