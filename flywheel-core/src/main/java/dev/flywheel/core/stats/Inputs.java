package dev.flywheel.core.stats;

/** Argument checks shared by the ranking mathematics; every message names the value and the allowed range. */
final class Inputs {

    /** Magnitudes beyond this are refused, so that products of four of them stay finite. */
    static final double LARGEST = 1e12;

    private Inputs() {}

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
}
