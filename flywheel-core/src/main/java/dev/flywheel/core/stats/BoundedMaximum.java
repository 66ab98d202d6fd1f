package dev.flywheel.core.stats;

import java.util.function.DoubleUnaryOperator;

/**
 * The highest point of a smooth function of one variable on a closed range: a grid to find the right hill, then a
 * golden-section search on it. Slower than Newton, but cannot diverge and needs no start value.
 */
final class BoundedMaximum {

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final double TOLERANCE = 1e-8;

    private BoundedMaximum() {}

    /** Returns the place of the maximum; a function no higher inside than at the upper end gives the upper end. */
    static double find(DoubleUnaryOperator function, double low, double high, int cells) {
        double step = (high - low) / cells;
        int best = 0;
        double bestValue = Double.NEGATIVE_INFINITY;
        double endValue = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= cells; i++) {
            endValue = function.applyAsDouble(i == cells ? high : low + i * step);
            if (endValue > bestValue) {
                bestValue = endValue;
                best = i;
            }
        }
        double inside = golden(
                function,
                best == 0 ? low : low + (best - 1) * step,
                best >= cells - 1 ? high : low + (best + 1) * step);
        double noise = 1e-10 * (1 + Math.abs(endValue));
        return function.applyAsDouble(inside) <= endValue + noise ? high : inside;
    }

    private static double golden(DoubleUnaryOperator function, double from, double to) {
        double low = from;
        double high = to;
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double leftValue = function.applyAsDouble(left);
        double rightValue = function.applyAsDouble(right);
        while (high - low > TOLERANCE) {
            if (leftValue >= rightValue) {
                high = right;
                right = left;
                rightValue = leftValue;
                left = high - GOLDEN * (high - low);
                leftValue = function.applyAsDouble(left);
            } else {
                low = left;
                left = right;
                leftValue = rightValue;
                right = low + GOLDEN * (high - low);
                rightValue = function.applyAsDouble(right);
            }
        }
        return (low + high) / 2;
    }
}
