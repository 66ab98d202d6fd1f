package dev.flywheel.core.stats;

import java.util.function.Consumer;

/**
 * The truth behind simulated Spark-ad tests, to be varied one property at a time: {@code new SparkWorld().with(w -> w.phi
 * = 2)}. As it comes: 2,000 organic clicks a video before launch, 150 paid and 150 organic clicks a day after it,
 * organic rates of mean 3 % and coefficient of variation 1/2, paid clicks as good as organic ones, Poisson orders that
 * arrive at once, boosts given to the top 1 % by observed conversion, their prior known.
 */
final class SparkWorld implements Cloneable {

    /** Gamma shape of the rates of videos: a coefficient of variation of 1/2. */
    static final double SHAPE = 4;

    double ratio = 1;
    double rate = 0.03;
    int clicksBefore = 2000;
    double paidPerDay = 150;
    double organicPerDay = 150;
    /** Organic clicks of a day over those of the day before. */
    double organicDecay = 1;
    /** Variance over mean of a day's orders; the tests are told. */
    double phi = 1;
    /** Standard deviation of the log of what each day does to all orders alike; the tests use the noise that history shows. */
    double commonShock;

    boolean bernoulli;
    boolean late;
    boolean topPercent = true;
    /** The prior is fitted to 200 videos by {@link Population}, as a programme would, instead of known. */
    boolean fitted;

    SparkWorld with(Consumer<SparkWorld> change) {
        try {
            SparkWorld changed = (SparkWorld) clone();
            change.accept(changed);
            return changed;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    GammaPrior truePrior() {
        return new GammaPrior(SHAPE, SHAPE / rate);
    }
}
