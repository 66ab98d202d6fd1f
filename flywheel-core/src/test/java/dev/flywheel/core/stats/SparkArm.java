package dev.flywheel.core.stats;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;

/** One stream of simulated clicks at a known rate, and the orders seen of it so far. */
final class SparkArm {

    private final SparkWorld world;
    private final double rate;
    private final double[] clicks = new double[SparkCalibration.LOOKS];
    private final double[] arrivals = new double[SparkCalibration.LOOKS];
    private int today = -1;
    private double allClicks;
    private double allOrders;

    SparkArm(SparkWorld world, double rate) {
        this.world = world;
        this.rate = Math.min(1, rate);
    }

    /** Lives through a day; {@code luck} is what the day does to both arms alike. */
    void advance(UniformRandomProvider rng, double newClicks, double luck) {
        today++;
        clicks[today] = Math.rint(newClicks);
        allClicks += clicks[today];
        int orders = (int) orders(rng, clicks[today], rate * luck, world);
        if (world.late) {
            for (int i = 0; i < orders; i++) {
                int arrival = today + delay(rng);
                if (arrival < arrivals.length) {
                    arrivals[arrival]++;
                }
            }
        } else {
            arrivals[today] = orders;
        }
        allOrders += arrivals[today];
    }

    double clicks() {
        return allClicks;
    }

    double clicksToday() {
        return clicks[today];
    }

    double orders() {
        return allOrders;
    }

    double ordersToday() {
        return arrivals[today];
    }

    double matured() {
        if (!world.late) {
            return allClicks;
        }
        int now = today;
        int[] ages = IntStream.rangeClosed(0, now).map(day -> now - day).toArray();
        return ConversionLag.conversions().maturedExposure(Arrays.copyOf(clicks, now + 1), ages);
    }

    private static int delay(UniformRandomProvider rng) {
        double u = rng.nextDouble();
        int age = 0;
        while (u >= ConversionLag.conversions().seenShare(age)) {
            age++;
        }
        return age;
    }

    /** {@return orders of so many clicks at this rate} */
    static double orders(UniformRandomProvider rng, double clicks, double rate, SparkWorld world) {
        if (world.bernoulli) {
            return successes(rng, (int) clicks, rate);
        }
        return counts(rng, clicks * rate, world.phi);
    }

    /** {@return a count with this mean and phi times its variance: negative binomial, Poisson at phi 1} */
    static double counts(UniformRandomProvider rng, double mean, double phi) {
        double level = phi > 1 && mean > 0 ? (phi - 1) * gamma(rng, mean / (phi - 1)) : mean;
        return level > 0 ? PoissonSampler.of(rng, level).sample() : 0;
    }

    /** Jumps from one success to the next. */
    private static double successes(UniformRandomProvider rng, int trials, double p) {
        double logMiss = Math.log1p(-p);
        int successes = 0;
        double at = Math.floor(Math.log(1 - rng.nextDouble()) / logMiss);
        while (at < trials) {
            successes++;
            at += 1 + Math.floor(Math.log(1 - rng.nextDouble()) / logMiss);
        }
        return successes;
    }

    static double gamma(UniformRandomProvider rng, double shape) {
        return AhrensDieterMarsagliaTsangGammaSampler.of(rng, shape, 1).sample();
    }
}
