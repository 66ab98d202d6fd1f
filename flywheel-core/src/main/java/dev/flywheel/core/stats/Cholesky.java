package dev.flywheel.core.stats;

/**
 * The lower triangular factor of a symmetric positive definite matrix. Pivots that rounding has eaten are held at a small
 * share of the diagonal they came from, so that a nearly singular matrix still gives finite answers. Immutable.
 */
final class Cholesky {

    private static final double SMALLEST_PIVOT = 1e-14;

    private final double[][] lower;

    private Cholesky(double[][] lower) {
        this.lower = lower;
    }

    /** Factors a matrix of which the lower triangle is read. */
    static Cholesky of(double[][] matrix) {
        int n = matrix.length;
        double[][] lower = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] row = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                double[] other = j == i ? row : lower[j];
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= row[k] * other[k];
                }
                row[j] = j == i
                        ? Math.sqrt(Math.max(sum, SMALLEST_PIVOT * Math.max(matrix[i][i], Double.MIN_NORMAL)))
                        : sum / other[j];
            }
            lower[i] = row;
        }
        return new Cholesky(lower);
    }

    /** {@return the logarithm of the determinant of the matrix} */
    double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < lower.length; i++) {
            sum += 2 * Math.log(lower[i][i]);
        }
        return sum;
    }

    /** Replaces {@code b} by the solution of {@code matrix x = b}. */
    void solve(double[] b) {
        int n = lower.length;
        for (int i = 0; i < n; i++) {
            double sum = b[i];
            for (int k = 0; k < i; k++) {
                sum -= lower[i][k] * b[k];
            }
            b[i] = sum / lower[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            b[i] /= lower[i][i];
            for (int k = 0; k < i; k++) {
                b[k] -= lower[i][k] * b[i];
            }
        }
    }

    /** {@return the factor times a vector: correlated draws from independent ones} */
    double[] times(double[] vector) {
        double[] product = new double[lower.length];
        for (int i = 0; i < product.length; i++) {
            for (int k = 0; k <= i; k++) {
                product[i] += lower[i][k] * vector[k];
            }
        }
        return product;
    }

    /** {@return the inverse of the matrix, both triangles} */
    double[][] inverse() {
        int n = lower.length;
        double[][] inverse = new double[n][];
        for (int i = 0; i < n; i++) {
            inverse[i] = new double[n];
            inverse[i][i] = 1;
            solve(inverse[i]);
        }
        return inverse;
    }
}
