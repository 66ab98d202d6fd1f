package dev.flywheel.core.cycle;

import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.stats.RotationTrend;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Trends of a measure over rotations, and the verdict that follows (statistics 6). */
final class Trends {

    /** Fewer rotations than this say nothing of a direction. */
    static final int FEWEST_ROTATIONS = 4;

    /** A verdict needs this much probability. */
    static final double SURE = 0.9;

    private Trends() {}

    /** Which way a measure should go. */
    enum Better {
        IS_HIGHER,
        IS_LOWER
    }

    /**
     * The measure in each rotation before this one.
     *
     * @param windows all rotations, newest first
     * @param value the measure so many rotations back, or null
     * @return the earlier ones, newest first
     */
    static List<Momentum.Earlier> earlier(List<Period> windows, IntFunction<@Nullable Estimate> value) {
        List<Momentum.Earlier> earlier = new ArrayList<>();
        for (int back = 1; back < windows.size(); back++) {
            earlier.add(new Momentum.Earlier(windows.get(back), value.apply(back)));
        }
        return earlier;
    }

    /** Rotations as they are added: how many back, and two numbers for each. */
    private abstract static class Points {

        private final List<double[]> points = new ArrayList<>();

        final void put(int back, double first, double second) {
            points.add(new double[] {-back, first, second});
        }

        private double[] column(int which) {
            return points.stream().mapToDouble(point -> point[which]).toArray();
        }

        abstract RotationTrend fit(double[] rotation, double[] first, double[] second);

        /** A rise is better, and the measure is what was fitted or, if it should be low, one over it. */
        final Momentum.@Nullable Trend trend(Better better) {
            return points.size() < FEWEST_ROTATIONS
                    ? null
                    : Trends.trend(fit(column(0), column(1), column(2)), points.size(), better);
        }
    }

    /** Events out of an exposure: Poisson. */
    static final class Counts extends Points {

        /** Adds a rotation; without exposure it says nothing. */
        void add(int back, double events, double exposure) {
            if (exposure > 0) {
                put(back, events, exposure);
            }
        }

        @Override
        RotationTrend fit(double[] rotation, double[] events, double[] exposure) {
            return RotationTrend.ofCounts(rotation, events, exposure);
        }
    }

    /** Successes of trials: binomial. */
    static final class Shares extends Points {

        void add(int back, long successes, long trials) {
            if (trials > 0) {
                put(back, successes, trials);
            }
        }

        @Override
        RotationTrend fit(double[] rotation, double[] successes, double[] trials) {
            return RotationTrend.ofShares(rotation, successes, trials);
        }
    }

    /** Amounts with the deviation of their logarithm. */
    static final class Values extends Points {

        void add(int back, double value, double logDeviation) {
            put(back, Math.log(value), logDeviation);
        }

        @Override
        RotationTrend fit(double[] rotation, double[] logs, double[] deviations) {
            return RotationTrend.ofValues(rotation, logs, deviations);
        }
    }

    private static Momentum.Trend trend(RotationTrend fit, int rotations, Better better) {
        double improving = fit.rising();
        Momentum.Direction direction = improving >= SURE
                ? Momentum.Direction.IMPROVING
                : fit.falling() >= SURE ? Momentum.Direction.WORSENING : Momentum.Direction.STEADY;
        Estimate slope = better == Better.IS_LOWER ? fit.slope().negated() : fit.slope();
        DoubleUnaryOperator percent = log -> 100 * Math.expm1(log);
        return new Momentum.Trend(direction, improving, fit.falling(), slope.map(percent), rotations);
    }
}
