package dev.flywheel.core.stats;

import java.util.Objects;

/** Refusals with the name, the value and the allowed range in the message; every comparison also refuses NaN. */
final class Checks {

    private Checks() {}

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

    static void sameLength(int first, int second, String names) {
        if (first != second) {
            throw new IllegalArgumentException(names + " must have one length, got " + first + " and " + second);
        }
    }

    /** Keeps every product of two terms far from overflow, so that no difference of infinities can arise. */
    static GammaPrior moderate(GammaPrior prior) {
        Objects.requireNonNull(prior, "prior must not be null");
        within(prior.shape(), 1e-9, 1e15, "prior shape");
        within(prior.rate(), 1e-9, 1e15, "prior rate");
        return prior;
    }
}
