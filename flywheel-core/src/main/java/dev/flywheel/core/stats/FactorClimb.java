package dev.flywheel.core.stats;

import java.util.Arrays;
import java.util.List;

/** Sets a factor model up from its stage A fit, climbs to the best place, and asks which groups the data need. */
final class FactorClimb {

    private static final int FIXED = CoefficientLaw.REACH_SLOPE + 1;
    private static final double LOG_TAU_LOW = Math.log(FactorModel.SMALLEST_TAU);
    private static final double LOG_TAU_HIGH = Math.log(5);
    private static final double LARGEST_LEVEL = 50;

    private final FactorPriors priors;
    private final LaplaceLikelihood likelihood;
    private final FactorFit best;

    /** Climbs. The arrays hold the units with exposure only, in the order of the design. */
    FactorClimb(
            FactorDesign design,
            Population population,
            double categoryRate,
            List<FactorLevels.Factor> factors,
            double[] counts,
            double[] exposures,
            double[] reach) {
        double[] ones = new double[counts.length];
        Arrays.fill(ones, 1);
        double[] z = Arrays.stream(reach).map(population::z).toArray();
        this.priors = priors(design, population, categoryRate, factors);
        this.likelihood = new LaplaceLikelihood(
                design, new double[][] {ones, z}, priors, shape -> OddsForm.negativeBinomial(counts, exposures, shape));
        this.best = climb(design, population);
    }

    private static FactorPriors priors(
            FactorDesign design, Population population, double categoryRate, List<FactorLevels.Factor> factors) {
        boolean hyper = population.usesHyperprior();
        double level = Math.log(categoryRate);
        double slopeSd = hyper ? Population.HYPER_SLOPE_SD : Population.SLOPE_SD;
        double[] scales = new double[design.variances()];
        for (int g = 0; g < scales.length; g++) {
            boolean interaction = g < factors.size() && factors.get(g).interaction();
            scales[g] = interaction ? FactorModel.INTERACTION_TAU_SCALE : FactorModel.TAU_SCALE;
        }
        return new FactorPriors(
                new double[] {level, 0},
                new double[] {hyper ? precision(Population.HYPER_LOG_RATE_SD) : 0, precision(slopeSd)},
                scales,
                Population.HYPER_LOG_SHAPE,
                hyper ? precision(Population.HYPER_LOG_SHAPE_SD) : 0);
    }

    private FactorFit climb(FactorDesign design, Population population) {
        int size = FIXED + design.variances() + 1;
        double[] start = new double[size];
        double[] variances = new double[size];
        double[] low = new double[size];
        double[] high = new double[size];
        start[CoefficientLaw.LEVEL] = Math.log(population.meanRate());
        start[CoefficientLaw.REACH_SLOPE] = population.reachSlope();
        Arrays.fill(low, LOG_TAU_LOW);
        Arrays.fill(high, LOG_TAU_HIGH);
        Arrays.fill(low, 0, FIXED, -LARGEST_LEVEL);
        Arrays.fill(high, 0, FIXED, LARGEST_LEVEL);
        Arrays.fill(variances, 0, FIXED, 0.01);
        double[] logTaus = priors.startLogTaus();
        int[] sizes = design.sizes();
        for (int g = 0; g < logTaus.length; g++) {
            start[FIXED + g] = logTaus[g];
            variances[FIXED + g] = 1.0 / (1 + sizes[g]);
        }
        start[size - 1] = Math.log(population.shape());
        variances[size - 1] = 1.0 / (1 + design.units() / 20.0);
        low[size - 1] = Math.log(Population.SHAPE_LOW);
        high[size - 1] = Math.log(Population.SHAPE_HIGH);
        return FactorFit.of(likelihood, FIXED, start, variances, low, high);
    }

    FactorFit best() {
        return best;
    }

    /** {@return of each group whether the likelihood falls by at least so much when its levels are held equal} */
    boolean[] detected(int groups, double gain) {
        boolean[] detected = new boolean[groups];
        double[] place = best.place();
        for (int g = 0; g < place.length - FIXED - 1; g++) {
            double[] equal = place.clone();
            equal[FIXED + g] = LOG_TAU_LOW;
            double with = best.value() - priors.ofTau(g, place[FIXED + g]);
            double without = likelihood.at(equal).value() - priors.ofTau(g, LOG_TAU_LOW);
            detected[g] = with - without > gain;
        }
        // The fit reads its variances from the likelihood's last place.
        likelihood.at(place);
        return detected;
    }

    private static double precision(double sd) {
        return 1 / (sd * sd);
    }
}
