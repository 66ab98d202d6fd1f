package dev.flywheel.app.example;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Seeded randomness of one named stream. Only {@link SplittableRandom#nextLong()} and {@link StrictMath} are
 * used, because the shipped files must come out the same on every JDK; its other draws may change between releases.
 */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed, String stream) {
        this.random = new SplittableRandom(seed * 1_000_003L + stream.hashCode());
    }

    double uniform() {
        return (random.nextLong() >>> 11) * 0x1.0p-53;
    }

    double between(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** A whole number from {@code low} to {@code high}, both included. */
    int whole(int low, int high) {
        return low + (int) (uniform() * (high - low + 1));
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    long bits32() {
        return random.nextLong() >>> 32;
    }

    <T> T pick(List<T> items) {
        return items.get(whole(0, items.size() - 1));
    }

    int pickIndex(double[] weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = uniform() * total;
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    double logNormal(double median, double sd) {
        return median * StrictMath.exp(sd * normal());
    }

    double exponential(double mean) {
        return -mean * StrictMath.log(1 - uniform());
    }

    int poisson(double mean) {
        if (mean > 40) {
            return (int) StrictMath.max(0, StrictMath.rint(mean + StrictMath.sqrt(mean) * normal()));
        }
        double limit = StrictMath.exp(-mean);
        int count = 0;
        for (double product = uniform(); product > limit; product *= uniform()) {
            count++;
        }
        return count;
    }
}
