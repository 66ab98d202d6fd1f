package dev.flywheel.core.stats;

import dev.flywheel.core.stats.BoundedAscent.Height;
import java.util.Arrays;
import java.util.function.DoubleFunction;

/**
 * The likelihood of a mixed model with the effects integrated out by Laplace's method, with its exact gradient. Its
 * place is the vector (fixed coefficients, log tau of each group with creators last, log shape). For each place the
 * effects move to their joint mode by Newton steps with halving (the log-likelihood is concave in them) until no
 * gradient exceeds 1e-8. Starts from the last mode. Confined to one fit; not changed after the last place.
 *
 * <p>Source: Tierney and Kadane 1986; the gradient as in Skaug and Fournier 2006 (the mode moves with the place, and the
 * weights with the mode).
 */
final class LaplaceLikelihood implements BoundedAscent.Hill {

    private static final int MOST_STEPS = 200;
    private static final double SMALLEST_STEP = 1e-9;
    private static final double FLAT = 1e-8;

    private final FactorDesign design;
    private final double[][] fixedColumns;
    private final FactorPriors priors;
    private final DoubleFunction<OddsForm> lawOfShape;
    private final MixedSystem system;

    private final double[] shared;
    private final double[] creators;
    private final double[] base;
    private final double[] eta;
    private final double[] shares;
    private final double[] weights;
    private double lawShape = Double.NaN;
    private OddsForm law;
    private double[] precisions = {};

    LaplaceLikelihood(
            FactorDesign design, double[][] fixedColumns, FactorPriors priors, DoubleFunction<OddsForm> lawOfShape) {
        this.design = design;
        this.fixedColumns = fixedColumns;
        this.priors = priors;
        this.lawOfShape = lawOfShape;
        this.system = new MixedSystem(design);
        this.shared = new double[design.columns()];
        this.creators = new double[design.creators()];
        this.base = new double[design.units()];
        this.eta = new double[design.units()];
        this.shares = new double[design.units()];
        this.weights = new double[design.units()];
        this.law = lawOfShape.apply(1);
    }

    @Override
    public Height at(double[] place) {
        moveTo(place);
        system.invert();
        double value = penalised(eta, shared, creators)
                + law.constant()
                - system.logDeterminant() / 2
                + priors.ofFixed(place)
                + priors.ofLogShape(place[place.length - 1]);
        int[] sizes = design.sizes();
        for (int g = 0; g < design.variances(); g++) {
            double logTau = place[priors.fixed() + g];
            value += priors.ofTau(g, logTau) - sizes[g] * logTau;
        }
        return new Height(value, gradient(place, sizes));
    }

    private void moveTo(double[] place) {
        double shape = Math.exp(place[place.length - 1]);
        if (shape != lawShape) {
            law = lawOfShape.apply(shape);
            lawShape = shape;
        }
        precisions = new double[Math.max(1, design.variances())];
        for (int g = 0; g < design.variances(); g++) {
            precisions[g] = Math.exp(-2 * place[priors.fixed() + g]);
        }
        for (int i = 0; i < base.length; i++) {
            base[i] = 0;
            for (int f = 0; f < fixedColumns.length; f++) {
                base[i] += place[f] * fixedColumns[f][i];
            }
        }
        newton();
    }

    private void newton() {
        predict(eta, shared, creators);
        double value = penalised(eta, shared, creators);
        double tolerance = FLAT * Math.max(1, 1e-7 * Arrays.stream(law.hits()).sum());
        boolean last = false;
        for (int step = 0; ; step++) {
            double[] sharedMove = new double[shared.length];
            double[] creatorMove = new double[creators.length];
            slopes(sharedMove, creatorMove);
            system.assemble(weights, precisions);
            if (last || step == MOST_STEPS || Math.max(largest(sharedMove), largest(creatorMove)) < tolerance) {
                return;
            }
            double[] sharedSlope = sharedMove.clone();
            double[] creatorSlope = creatorMove.clone();
            system.solve(sharedMove, creatorMove);
            double gain = dot(sharedSlope, sharedMove, creatorSlope, creatorMove);
            // So close that a comparison of values would only see rounding: the step is taken unseen.
            boolean unseen = gain < 1e-12 * (1 + Math.abs(value));
            double next = step(value, sharedMove, creatorMove, unseen);
            last = unseen && gain < 1e-24 * (1 + Math.abs(value));
            value = next;
        }
    }

    private double step(double value, double[] sharedMove, double[] creatorMove, boolean unseen) {
        double[] sharedNext = new double[shared.length];
        double[] creatorNext = new double[creators.length];
        double length = 1;
        while (true) {
            double by = length;
            Arrays.setAll(sharedNext, j -> shared[j] + by * sharedMove[j]);
            Arrays.setAll(creatorNext, c -> creators[c] + by * creatorMove[c]);
            predict(eta, sharedNext, creatorNext);
            double next = penalised(eta, sharedNext, creatorNext);
            if (unseen || next >= value || length < SMALLEST_STEP) {
                System.arraycopy(sharedNext, 0, shared, 0, shared.length);
                System.arraycopy(creatorNext, 0, creators, 0, creators.length);
                return next;
            }
            length /= 2;
        }
    }

    /** Gradient in the effects; sets shares and weights on the way. */
    private void slopes(double[] sharedSlope, double[] creatorSlope) {
        double[] scores = new double[eta.length];
        for (int i = 0; i < eta.length; i++) {
            shares[i] = law.share(i, eta[i]);
            weights[i] = law.weight(i, shares[i]);
            scores[i] = law.score(i, shares[i]);
        }
        gather(scores, sharedSlope, creatorSlope);
        for (int j = 0; j < sharedSlope.length; j++) {
            sharedSlope[j] -= precisions[design.groupOf()[j]] * shared[j];
        }
        for (int c = 0; c < creatorSlope.length; c++) {
            creatorSlope[c] -= precisions[precisions.length - 1] * creators[c];
        }
    }

    private double[] gradient(double[] place, int[] sizes) {
        double[] result = new double[place.length];
        double[] leverages = leverages();
        double[] skew = skew(leverages);
        double[] scores = new double[eta.length];
        double[] byLogShape = new double[eta.length];
        double ofShape = law.constantByLogShape();
        for (int i = 0; i < eta.length; i++) {
            double spare = law.misses()[i] * shares[i];
            scores[i] = law.score(i, shares[i]);
            byLogShape[i] = weights[i] - spare;
            ofShape += law.misses()[i] * law.logMiss(i, eta[i]) - scores[i];
            ofShape -= (leverages[i] * spare * (1 - shares[i]) - skew[i]) / 2;
        }
        Pull pull = pull(skew);
        double[] moved = along(pull.shared(), pull.creators());
        for (int f = 0; f < fixedColumns.length; f++) {
            result[f] = priors.fixedSlope(f, place[f]);
            for (int i = 0; i < eta.length; i++) {
                result[f] += fixedColumns[f][i] * (scores[i] - (skew[i] - weights[i] * moved[i]) / 2);
            }
        }
        tauGradient(place, sizes, pull, result);
        for (int i = 0; i < eta.length; i++) {
            ofShape -= byLogShape[i] * moved[i] / 2;
        }
        result[place.length - 1] = ofShape + priors.logShapeSlope(place[place.length - 1]);
        return result;
    }

    private void tauGradient(double[] place, int[] sizes, Pull pull, double[] result) {
        int from = priors.fixed();
        for (int g = 0; g < design.variances(); g++) {
            result[from + g] = priors.tauSlope(g, place[from + g]) - sizes[g];
        }
        for (int j = 0; j < shared.length; j++) {
            int g = design.groupOf()[j];
            double second = shared[j] * (shared[j] - pull.shared()[j]) + system.sharedCovariance()[j][j];
            result[from + g] += precisions[g] * second;
        }
        int last = from + design.variances() - 1;
        for (int c = 0; c < creators.length; c++) {
            double second = creators[c] * (creators[c] - pull.creators()[c]) + system.creatorVariance(c);
            result[last] += precisions[precisions.length - 1] * second;
        }
    }

    /** What skewness does: twice the way from the mean of the effects to their mode. */
    Pull pull() {
        return pull(skew(leverages()));
    }

    /** Variance of each unit's sum of effects, given the place. */
    private double[] leverages() {
        double[] leverages = new double[eta.length];
        Arrays.setAll(leverages, i -> system.variance(design.rows()[i], design.creatorOf()[i]));
        return leverages;
    }

    /** Leverage times the third derivative of the log-likelihood, its sign turned. */
    private double[] skew(double[] leverages) {
        double[] skew = new double[eta.length];
        Arrays.setAll(skew, i -> leverages[i] * weights[i] * (1 - 2 * shares[i]));
        return skew;
    }

    private Pull pull(double[] skew) {
        Pull pull = new Pull(new double[shared.length], new double[creators.length]);
        gather(skew, pull.shared(), pull.creators());
        system.solve(pull.shared(), pull.creators());
        return pull;
    }

    /** How the mode moves with each coordinate of the place. */
    Pull[] sensitivities() {
        int from = priors.fixed();
        Pull[] all = new Pull[from + design.variances() + 1];
        for (int p = 0; p < all.length; p++) {
            all[p] = new Pull(new double[shared.length], new double[creators.length]);
            if (p < from || p == all.length - 1) {
                double[] byUnit = new double[eta.length];
                for (int i = 0; i < eta.length; i++) {
                    byUnit[i] = p < from ? -weights[i] * fixedColumns[p][i] : weights[i] - law.misses()[i] * shares[i];
                }
                gather(byUnit, all[p].shared(), all[p].creators());
            } else if (p - from < design.groups()) {
                for (int j = 0; j < shared.length; j++) {
                    all[p].shared()[j] = design.groupOf()[j] == p - from ? 2 * precisions[p - from] * shared[j] : 0;
                }
            } else {
                double twice = 2 * precisions[precisions.length - 1];
                Arrays.setAll(all[p].creators(), c -> twice * creators[c]);
            }
            system.solve(all[p].shared(), all[p].creators());
        }
        return all;
    }

    /** A vector over shared columns and creators. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Pull(double[] shared, double[] creators) {}

    Pull mode() {
        return new Pull(shared.clone(), creators.clone());
    }

    MixedSystem system() {
        return system;
    }

    private void gather(double[] byUnit, double[] sharedSum, double[] creatorSum) {
        for (int i = 0; i < byUnit.length; i++) {
            for (int j : design.rows()[i]) {
                sharedSum[j] += byUnit[i];
            }
            if (design.creatorOf()[i] >= 0) {
                creatorSum[design.creatorOf()[i]] += byUnit[i];
            }
        }
    }

    private double[] along(double[] sharedEffects, double[] creatorEffects) {
        double[] sums = new double[eta.length];
        for (int i = 0; i < sums.length; i++) {
            for (int j : design.rows()[i]) {
                sums[i] += sharedEffects[j];
            }
            sums[i] += design.creatorOf()[i] < 0 ? 0 : creatorEffects[design.creatorOf()[i]];
        }
        return sums;
    }

    private void predict(double[] target, double[] sharedEffects, double[] creatorEffects) {
        double[] sums = along(sharedEffects, creatorEffects);
        Arrays.setAll(target, i -> base[i] + sums[i]);
    }

    private double penalised(double[] at, double[] sharedEffects, double[] creatorEffects) {
        double sum = 0;
        for (int i = 0; i < at.length; i++) {
            sum += law.logLikelihood(i, at[i]);
        }
        for (int j = 0; j < sharedEffects.length; j++) {
            sum -= precisions[design.groupOf()[j]] * sharedEffects[j] * sharedEffects[j] / 2;
        }
        for (double effect : creatorEffects) {
            sum -= precisions[precisions.length - 1] * effect * effect / 2;
        }
        return sum;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static double dot(double[] a, double[] b, double[] c, double[] d) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        for (int i = 0; i < c.length; i++) {
            sum += c[i] * d[i];
        }
        return sum;
    }
}
