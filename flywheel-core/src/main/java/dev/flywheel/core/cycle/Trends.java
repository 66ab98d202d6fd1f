package dev.flywheel.core.cycle;

import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.stats.RotationTrend;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Rotations of one measure as they are added, and the trend that follows (statistics 6). Not thread-safe. */
final class Trends {

    /** Fewer rotations than this say nothing of a direction. */
    static final int FEWEST_ROTATIONS = 4;

    /** A verdict needs this much probability. */
    static final double SURE = 0.9;

    private final Kind kind;
    private final List<double[]> points = new ArrayList<>();

    Trends(Kind kind) {
        this.kind = kind;
    }

    /** What two numbers tell of each rotation. */
    enum Kind {
        /** Events, and the exposure that they came from: Poisson. */
        COUNTS,
        /** Successes, and the trials of which they are a subset: binomial. */
        SHARES,
        /** A positive value, and the deviation of its logarithm: a straight line. */
        VALUES
    }

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

    /** Adds a rotation, so many back; without exposure or trials it says nothing. */
    void add(int back, double first, double second) {
        if (kind == Kind.VALUES) {
            points.add(new double[] {-back, Math.log(first), second});
        } else if (second > 0) {
            points.add(new double[] {-back, first, second});
        }
    }

    /** A rise is better, and the measure is what was added or, if it should be low, one over it. */
    Momentum.@Nullable Trend trend(Better better) {
        if (points.size() < FEWEST_ROTATIONS) {
            return null;
        }
        double[] rotation = column(0);
        return trend(
                switch (kind) {
                    case COUNTS -> RotationTrend.ofCounts(rotation, column(1), column(2));
                    case SHARES -> RotationTrend.ofShares(rotation, column(1), column(2));
                    case VALUES -> RotationTrend.ofValues(rotation, column(1), column(2));
                },
                points.size(),
                better);
    }

    private double[] column(int which) {
        return points.stream().mapToDouble(point -> point[which]).toArray();
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
