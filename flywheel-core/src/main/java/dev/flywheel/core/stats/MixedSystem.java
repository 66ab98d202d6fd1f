package dev.flywheel.core.stats;

import java.util.Arrays;

/**
 * The linear system of a Newton step in all effects, {@code H = X'WX + diag(1/tau^2)}. Creators, of which there may be
 * thousands, stand in a diagonal block and are eliminated first (Schur complement), so that only the shared columns are
 * factored. Confined to one fit while it is assembled; not changed afterwards.
 */
final class MixedSystem {

    private final FactorDesign design;
    /** Of each creator, the shared columns it meets, and its entries of H there. */
    private final int[][] met;

    private final double[][] cross;
    private final double[] creatorDiagonal;
    private Cholesky shared = Cholesky.of(new double[0][0]);
    private double[][] inverse = new double[0][0];

    MixedSystem(FactorDesign design) {
        this.design = design;
        this.met = design.columnsOfCreators();
        this.cross = new double[design.creators()][];
        Arrays.setAll(cross, c -> new double[met[c].length]);
        this.creatorDiagonal = new double[design.creators()];
    }

    /** Fills the system from the weights of the units and the precisions of the groups, and factors it. */
    void assemble(double[] weights, double[] precisions) {
        int columns = design.columns();
        double[][] matrix = new double[columns][];
        Arrays.setAll(matrix, j -> new double[j + 1]);
        for (int j = 0; j < columns; j++) {
            matrix[j][j] = precisions[design.groupOf()[j]];
        }
        Arrays.fill(creatorDiagonal, precisions[precisions.length - 1]);
        for (double[] entries : cross) {
            Arrays.fill(entries, 0);
        }
        for (int i = 0; i < design.units(); i++) {
            int[] row = design.rows()[i];
            for (int a : row) {
                for (int b : row) {
                    if (b <= a) {
                        matrix[a][b] += weights[i];
                    }
                }
            }
            int c = design.creatorOf()[i];
            if (c >= 0) {
                creatorDiagonal[c] += weights[i];
                for (int a : row) {
                    cross[c][Arrays.binarySearch(met[c], a)] += weights[i];
                }
            }
        }
        eliminateCreators(matrix);
        shared = Cholesky.of(matrix);
    }

    private void eliminateCreators(double[][] matrix) {
        for (int c = 0; c < cross.length; c++) {
            for (int a = 0; a < met[c].length; a++) {
                double[] row = matrix[met[c][a]];
                double factor = cross[c][a] / creatorDiagonal[c];
                for (int b = 0; b <= a; b++) {
                    row[met[c][b]] -= factor * cross[c][b];
                }
            }
        }
    }

    /** Replaces the right-hand side by the solution. */
    void solve(double[] sharedSide, double[] creatorSide) {
        for (int c = 0; c < cross.length; c++) {
            double factor = creatorSide[c] / creatorDiagonal[c];
            for (int a = 0; a < met[c].length; a++) {
                sharedSide[met[c][a]] -= factor * cross[c][a];
            }
        }
        shared.solve(sharedSide);
        for (int c = 0; c < cross.length; c++) {
            double sum = creatorSide[c];
            for (int a = 0; a < met[c].length; a++) {
                sum -= cross[c][a] * sharedSide[met[c][a]];
            }
            creatorSide[c] = sum / creatorDiagonal[c];
        }
    }

    double logDeterminant() {
        return shared.logDeterminant()
                + Arrays.stream(creatorDiagonal).map(Math::log).sum();
    }

    /** Makes variances ready; once after each assembly that they are asked of. */
    void invert() {
        inverse = shared.inverse();
    }

    /** {@return the inverse of H among the shared columns} */
    double[][] sharedCovariance() {
        return inverse;
    }

    double creatorVariance(int creator) {
        return variance(new int[0], creator);
    }

    /** {@return the variance of the sum of these shared effects and the creator's, or of the first alone at -1} */
    double variance(int[] columns, int creator) {
        double sum = 0;
        if (creator < 0) {
            for (int a : columns) {
                for (int b : columns) {
                    sum += inverse[a][b];
                }
            }
            return sum;
        }
        int[] others = met[creator];
        double[] contrast = new double[others.length + columns.length];
        int[] where = Arrays.copyOf(others, contrast.length);
        System.arraycopy(columns, 0, where, others.length, columns.length);
        for (int a = 0; a < contrast.length; a++) {
            contrast[a] = a < others.length ? -cross[creator][a] / creatorDiagonal[creator] : 1;
        }
        for (int a = 0; a < contrast.length; a++) {
            double[] row = inverse[where[a]];
            double inner = 0;
            for (int b = 0; b < contrast.length; b++) {
                inner += row[where[b]] * contrast[b];
            }
            sum += contrast[a] * inner;
        }
        return sum + 1 / creatorDiagonal[creator];
    }
}
