package dev.flywheel.core.stats;

/** The Gauss-Legendre rule of 16 points on (0, 1): exact for polynomials up to degree 31. */
final class Quadrature {

    static final int POINTS = 16;

    private static final double[] AT = {
        0.0950125098376374, 0.2816035507792589, 0.4580167776572274, 0.6178762444026438,
        0.7554044083550030, 0.8656312023878318, 0.9445750230732326, 0.9894009349916499
    };

    private static final double[] WEIGHTS = {
        0.1894506104550685, 0.1826034150449236, 0.1691565193950025, 0.1495959888165767,
        0.1246289712555339, 0.0951585116824928, 0.0622535239386479, 0.0271524594117541
    };

    private Quadrature() {}

    /** {@return the place of a point, from 0 to 15} */
    static double at(int point) {
        return (1 + (point % 2 == 0 ? AT[point / 2] : -AT[point / 2])) / 2;
    }

    /** {@return its weight; all together are 1} */
    static double weight(int point) {
        return WEIGHTS[point / 2] / 2;
    }
}
