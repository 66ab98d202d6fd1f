package dev.flywheel.core.stats;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.Digamma;

/**
 * A log-likelihood of the form {@code hits log r + misses log(1 - r)} for each unit, where {@code r} is the logistic
 * function of {@code offset + eta}. The negative binomial with shape k and mean {@code T e^eta} has it with k misses and
 * the offset {@code log(T / k)}; so has the binomial. In this form nothing overflows, and value, score and weight are
 * accurate up to the Poisson limit.
 *
 * @param hits of each unit
 * @param misses of each unit
 * @param offsets of each unit
 * @param constant what the log-likelihood has besides, whatever eta is
 * @param constantByLogShape its derivative in log k; 0 for a law without shape
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record OddsForm(double[] hits, double[] misses, double[] offsets, double constant, double constantByLogShape) {

    /** The negative binomial law; exposures must be above 0. */
    static OddsForm negativeBinomial(double[] counts, double[] exposures, double shape) {
        double[] misses = new double[counts.length];
        Arrays.fill(misses, shape);
        double[] offsets = new double[counts.length];
        double constant = 0;
        double slope = 0;
        for (int i = 0; i < counts.length; i++) {
            offsets[i] = Math.log(exposures[i] / shape);
            constant += Population.spread(counts[i], shape);
            slope += counts[i] == 0 ? 0 : shape * (Digamma.value(shape + counts[i]) - Digamma.value(shape));
        }
        return new OddsForm(counts, misses, offsets, constant, slope);
    }

    double share(int unit, double eta) {
        return 1 / (1 + Math.exp(-offsets[unit] - eta));
    }

    double logLikelihood(int unit, double eta) {
        double logMiss = logMiss(unit, eta);
        return hits[unit] * (offsets[unit] + eta + logMiss) + misses[unit] * logMiss;
    }

    /** The logarithm of one less the share. */
    double logMiss(int unit, double eta) {
        double odds = offsets[unit] + eta;
        return Math.min(-odds, 0) - Math.log1p(Math.exp(-Math.abs(odds)));
    }

    /** First derivative in eta. */
    double score(int unit, double share) {
        return hits[unit] * (1 - share) - misses[unit] * share;
    }

    /** Second derivative in eta with its sign turned; the derivative of this in turn is {@code weight (1 - 2 share)}. */
    double weight(int unit, double share) {
        return (hits[unit] + misses[unit]) * share * (1 - share);
    }
}
