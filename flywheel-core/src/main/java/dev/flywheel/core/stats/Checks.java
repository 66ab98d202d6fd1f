package dev.flywheel.core.stats;

import java.util.Objects;

/** Refusals with the name, the value and the allowed range in the message; every comparison also refuses NaN. */
final class Checks {

    /** Magnitudes beyond this are refused, so that products of four of them stay finite. */
    static final double LARGEST = 1e12;

    private Checks() {}

    static double nonNegative(String name, double value) {
        if (!(value >= 0 && value <= LARGEST)) {
            throw new IllegalArgumentException(name + " must be in [0, 1e12], got " + value);
        }
        return value;
    }

    static double positive(String name, double value) {
        if (!(value > 0 && value <= LARGEST)) {
            throw new IllegalArgumentException(name + " must be in (0, 1e12], got " + value);
        }
        return value;
    }

    static double finite(String name, double value) {
        if (!(Math.abs(value) <= LARGEST)) {
            throw new IllegalArgumentException(name + " must be in [-1e12, 1e12], got " + value);
        }
        return value;
    }

    static double probability(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1], got " + value);
        }
        return value;
    }

    static double openProbability(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must be in (0, 1), got " + value);
        }
        return value;
    }

    static double[] nonNegative(String name, double[] values) {
        double[] copy = values.clone();
        for (int i = 0; i < copy.length; i++) {
            nonNegative(name + "[" + i + "]", copy[i]);
        }
        return copy;
    }

    static void sameLength(String first, int firstLength, String second, int secondLength) {
        if (firstLength != secondLength) {
            throw new IllegalArgumentException(first + " and " + second + " must have the same length, got "
                    + firstLength + " and " + secondLength);
        }
    }

    static double within(double value, double low, double high, String name) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(name + " must be in [" + low + ", " + high + "], got " + value);
        }
        return value;
    }

    static double aboveUpTo(double value, double low, double high, String name) {
        if (!(value > low && value <= high)) {
            throw new IllegalArgumentException(name + " must be in (" + low + ", " + high + "], got " + value);
        }
        return value;
    }

    static double strictlyWithin(double value, double low, double high, String name) {
        if (!(value > low && value < high)) {
            throw new IllegalArgumentException(name + " must be in (" + low + ", " + high + "), got " + value);
        }
        return value;
    }

    /** Keeps every product of two terms far from overflow, so that no difference of infinities can arise. */
    static GammaPrior moderate(GammaPrior prior) {
        Objects.requireNonNull(prior, "prior must not be null");
        within(prior.shape(), 1e-9, 1e15, "prior shape");
        within(prior.rate(), 1e-9, 1e15, "prior rate");
        return prior;
    }
}
