package dev.flywheel.core.stats;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A distribution stood for by a few weighted points that keep its moments (Gauss quadrature). */
final class Quadrature {

    private static final List<Node> CERTAIN = List.of(new Node(0, 1));

    /** Gauss-Hermite, seven points, for the weight of the standard normal: exact for polynomials up to degree 13. */
    private static final double[] POINTS = {0, 1.154405394739968, 2.366759410734541, 3.750439717725742};

    private static final double[] WEIGHTS = {0.457142857142857, 0.240123178605013, 0.030757123967586, 0.000548268855972
    };

    private Quadrature() {}

    /** {@return points of the normal distribution with mean 0 and this standard deviation} */
    static List<Node> normal(double sd) {
        return sd == 0
                ? CERTAIN
                : List.of(
                        new Node(-POINTS[3] * sd, WEIGHTS[3]),
                        new Node(-POINTS[2] * sd, WEIGHTS[2]),
                        new Node(-POINTS[1] * sd, WEIGHTS[1]),
                        new Node(0, WEIGHTS[0]),
                        new Node(POINTS[1] * sd, WEIGHTS[1]),
                        new Node(POINTS[2] * sd, WEIGHTS[2]),
                        new Node(POINTS[3] * sd, WEIGHTS[3]));
    }

    /** {@return two points inside (0, 1) with the mean, variance and skewness of a share; 0 where there is none} */
    static List<Node> beta(@Nullable BetaPosterior share) {
        if (share == null) {
            return CERTAIN;
        }
        double size = share.alpha() + share.beta();
        double sd = Math.sqrt(share.alpha() * share.beta() / (size + 1)) / size;
        double halfSkew = (share.beta() - share.alpha())
                * Math.sqrt(size + 1)
                / ((size + 2) * Math.sqrt(share.alpha() * share.beta()));
        double reach = Math.sqrt(1 + halfSkew * halfSkew);
        double lean = halfSkew / reach / 2;
        return List.of(
                new Node(share.mean() + sd * (halfSkew - reach), 0.5 + lean),
                new Node(share.mean() + sd * (halfSkew + reach), 0.5 - lean));
    }

    /** A point and the probability that it stands for. */
    record Node(double at, double weight) {}
}
