package dev.flywheel.core.stats;

import java.util.Arrays;

/**
 * Climbs a smooth function inside a box by quasi-Newton steps (BFGS) with halving. A coordinate at a bound that pulls
 * outwards is held there. Deterministic; ends where no step gains.
 */
final class BoundedAscent {

    private static final int MOST_STEPS = 200;
    private static final int MOST_HALVINGS = 40;
    /** The farthest a coordinate may move in a step: the functions climbed here are in logarithms. */
    private static final double LONGEST = 1.5;

    /** A share of the value that rounding hides. */
    private static final double ROUNDING = 1e-14;

    private static final double SUFFICIENT = 1e-4;

    private final Hill hill;
    private final double[] low;
    private final double[] high;

    BoundedAscent(Hill hill, double[] low, double[] high) {
        this.hill = hill;
        this.low = low;
        this.high = high;
    }

    interface Hill {
        Height at(double[] place);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Height(double value, double[] gradient) {}

    /** Climbs from a start, given a first guess of the variance of each coordinate. */
    double[] climb(double[] start, double[] variances) {
        double[] place = inside(start);
        Height height = hill.at(place);
        double[][] inverse = diagonal(variances);
        for (int step = 0; step < MOST_STEPS; step++) {
            boolean[] held = held(place, height.gradient());
            double[] move = direction(inverse, height.gradient(), held);
            if (dot(move, height.gradient()) <= ROUNDING * (1 + Math.abs(height.value()))) {
                return place;
            }
            double length = Math.min(
                    1, LONGEST / Arrays.stream(move).map(Math::abs).max().orElse(1));
            double[] next = along(place, move, length);
            Height reached = hill.at(next);
            for (int halving = 0; !gains(height, reached, place, next); halving++) {
                if (halving == MOST_HALVINGS) {
                    return place;
                }
                length /= 2;
                next = along(place, move, length);
                reached = hill.at(next);
            }
            boolean done = reached.value() - height.value() <= ROUNDING * (1 + Math.abs(height.value()));
            update(inverse, place, next, height.gradient(), reached.gradient());
            place = next;
            height = reached;
            if (done) {
                return place;
            }
        }
        return place;
    }

    /** {@return which coordinates stand at a bound and would leave the box} */
    boolean[] held(double[] place, double[] gradient) {
        boolean[] held = new boolean[place.length];
        for (int i = 0; i < held.length; i++) {
            held[i] = (place[i] <= low[i] && gradient[i] <= 0)
                    || (place[i] >= high[i] && gradient[i] >= 0)
                    || low[i] == high[i];
        }
        return held;
    }

    double[] inside(double[] place) {
        double[] inside = new double[place.length];
        Arrays.setAll(inside, i -> Math.max(low[i], Math.min(high[i], place[i])));
        return inside;
    }

    private double[] along(double[] place, double[] move, double length) {
        double[] next = new double[place.length];
        Arrays.setAll(next, i -> place[i] + length * move[i]);
        return inside(next);
    }

    private static boolean gains(Height height, Height reached, double[] place, double[] next) {
        double promised = 0;
        for (int i = 0; i < place.length; i++) {
            promised += height.gradient()[i] * (next[i] - place[i]);
        }
        return reached.value() >= height.value() + SUFFICIENT * promised;
    }

    private static double[] direction(double[][] inverse, double[] gradient, boolean[] held) {
        double[] move = new double[gradient.length];
        for (int i = 0; i < move.length; i++) {
            for (int j = 0; !held[i] && j < move.length; j++) {
                move[i] += held[j] ? 0 : inverse[i][j] * gradient[j];
            }
        }
        return move;
    }

    /** The BFGS update of the inverse; left out where the function does not bend downwards. */
    private static void update(double[][] inverse, double[] from, double[] to, double[] before, double[] after) {
        int n = from.length;
        double[] s = new double[n];
        double[] y = new double[n];
        Arrays.setAll(s, i -> to[i] - from[i]);
        Arrays.setAll(y, i -> before[i] - after[i]);
        double bend = dot(s, y);
        if (!(bend > 1e-10 * Math.sqrt(dot(s, s) * dot(y, y)))) {
            return;
        }
        double[] along = new double[n];
        Arrays.setAll(along, i -> dot(inverse[i], y));
        double scale = (1 + dot(y, along) / bend) / bend;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                inverse[i][j] += scale * s[i] * s[j] - (along[i] * s[j] + s[i] * along[j]) / bend;
            }
        }
    }

    private static double[][] diagonal(double[] values) {
        double[][] matrix = new double[values.length][values.length];
        for (int i = 0; i < values.length; i++) {
            matrix[i][i] = values[i];
        }
        return matrix;
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }
}
