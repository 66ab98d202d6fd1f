package dev.flywheel.core.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What hooks, angles, placements and creators do to the order rate: the mixed negative binomial model of statistics 1.1
 * (stage B) and 4.
 *
 * <p>Model: {@code x ~ NB(mean T mu, shape k)}, {@code log mu = level + slope z + sum of effects}; an effect of a level of
 * factor g is {@code N(0, tau_g^2)}. {@code z} is the centred log reach of {@link Population}. Given the orders, a unit's
 * rate is {@code Gamma(k + x, k / mu + T)}, as there.
 *
 * <p>Fit: level, slope, every tau and k maximise the Laplace marginal likelihood together ({@link LaplaceLikelihood}),
 * which starts from the stage A fit and takes its priors. Besides, each tau has a half-normal prior with scale
 * {@value #TAU_SCALE} ({@value #INTERACTION_TAU_SCALE} for interactions), is at least 0.01, and k is in [0.05, 10,000].
 * Uncertainty of effects is the inverse information of the effects plus, by the delta method, what comes from not knowing
 * level, slope, tau and k. Expected effects are posterior means, not modes: the mode is corrected for skewness.
 * An effect against the level of the programme is wider than that: what all levels of a factor share is known from tau
 * alone, and a handful of levels hardly tells tau, so that part follows Student's distribution.
 *
 * <p>Levels: -1 is unknown. An unknown or never seen level adds its tau^2 to the variance of a prediction. Of a factor,
 * the {@value FactorLevels#MOST_COLUMNS} levels with most units are learned, the others count as never seen. Units
 * without exposure never enter the fit. Immutable and thread-safe.
 */
public final class FactorModel {

    /** The name of the group of creators. */
    public static final String CREATOR = "creator";

    static final double TAU_SCALE = 0.5;
    static final double INTERACTION_TAU_SCALE = 0.25;
    static final double SMALLEST_TAU = 0.01;

    /** Student's distribution is the normal one from here on. */
    private static final double MOST_FREEDOM = 1_000;

    private final double[] counts;
    private final double[] exposures;
    private final double[] reach;
    private final Population population;
    private final FactorLevels levels;
    private final CreatorLevels creators;
    private final FactorFit fit;
    private final boolean[] detected;

    FactorModel(
            double[] counts,
            double[] exposures,
            double[] reach,
            Population population,
            FactorLevels levels,
            CreatorLevels creators,
            FactorFit fit,
            boolean[] detected) {
        this.counts = counts;
        this.exposures = exposures;
        this.reach = reach;
        this.population = population;
        this.levels = levels;
        this.creators = creators;
        this.fit = fit;
        this.detected = detected;
    }

    /**
     * Starts a fit.
     *
     * @param counts orders of each unit, at least 0, may be fractional and may exceed the exposure
     * @param exposures matured exposure of each unit (clicks, or views), at least 0
     * @param reach views of each unit (or clicks); 0 means unknown and is read as the average reach
     * @return where factors are added
     * @throws IllegalArgumentException if lengths differ or a value is negative, NaN or above 1e12
     */
    public static FactorModelBuilder builder(double[] counts, double[] exposures, double[] reach) {
        return new FactorModelBuilder(counts, exposures, reach);
    }

    /** {@return the Gamma shape k of what the factors leave unexplained} */
    public double shape() {
        return Math.exp(fit.place()[fit.place().length - 1]);
    }

    /** {@return the log rate of a unit of average reach with average effects} */
    public double level() {
        return fit.place()[CoefficientLaw.LEVEL];
    }

    /** {@return the change of the log rate per unit of log reach} */
    public double reachSlope() {
        return fit.place()[CoefficientLaw.REACH_SLOPE];
    }

    /**
     * How far levels of a factor lie apart.
     *
     * @param factor its name, {@link #CREATOR}, or an interaction such as "hook:angle"
     * @return the standard deviation of effects on the log rate
     */
    public double tau(String factor) {
        return tau(group(factor));
    }

    /**
     * Whether the data speak for differences between levels of a factor, at about one false yes in twenty.
     *
     * @param factor its name
     * @return whether the likelihood falls clearly when the levels are held equal
     */
    public boolean detectsDifferences(String factor) {
        return detected[group(factor)];
    }

    /**
     * What a level does to the log rate.
     *
     * @param factor its factor, {@link #CREATOR}, or an interaction such as "hook:angle"
     * @param level the level; of an interaction {@code first * size of second + second}
     * @return its effect; of one without data {@code N(0, tau^2)}
     */
    public FactorEffect effect(String factor, int level) {
        int group = group(factor);
        boolean creator = group == levels.factors().size();
        int size = creator ? creators.size() : levels.factors().get(group).size();
        Checks.within(level, 0, size - 1, "level of " + factor);
        int column = creator ? creators.column(level) : levels.column(group, level);
        if (column < 0) {
            return new FactorEffect(0, tau(group));
        }
        int[] columns = creator ? new int[0] : new int[] {column};
        int who = creator ? column : -1;
        double variance = fit.system().variance(columns, who) + fit.placeVariance(fit.derivatives(columns, who));
        return new FactorEffect(
                fit.mean(columns, who), Math.sqrt(variance), creator ? FactorEffect.NORMAL : freedom(group, variance));
    }

    /**
     * The degrees of freedom of an effect: the part of its variance that all levels share, tau^2 over their number, is
     * known from these few levels only (Satterthwaite).
     */
    private double freedom(int group, double variance) {
        int seen = levels.columnsOf(group).length;
        double shared = Math.min(variance, tau(group) * tau(group) / seen);
        double freedom = (seen - 1) * Math.pow(variance / shared, 2);
        return seen < 2 || freedom > MOST_FREEDOM ? FactorEffect.NORMAL : freedom;
    }

    /**
     * How a level compares with the average of the levels seen of its factor, each counted once. This is the question
     * that claims rest on: what all levels share is not known apart from the general level, so {@link #effect} stays
     * unsure of it however much is seen.
     *
     * @param factor its factor or interaction, not the creators
     * @param level the level
     * @return its effect less the average; of one without data {@code N(0, tau^2)}
     */
    public FactorEffect comparedWithOthers(String factor, int level) {
        int group = group(factor);
        int column = group < levels.factors().size() ? levels.column(group, level) : -1;
        int[] seen = levels.columnsOf(group);
        if (column < 0 || seen.length == 1) {
            return effect(factor, level);
        }
        double mean = fit.mean(new int[] {column}, -1) - fit.mean(seen, -1) / seen.length;
        double[] derivatives = fit.derivatives(new int[] {column}, -1);
        double[] average = fit.derivatives(seen, -1);
        Arrays.setAll(derivatives, p -> derivatives[p] - average[p] / seen.length);
        double[] row = fit.system().sharedCovariance()[column];
        double shared = Arrays.stream(seen).mapToDouble(other -> row[other]).sum();
        double variance = row[column]
                - 2 * shared / seen.length
                + fit.system().variance(seen, -1) / ((double) seen.length * seen.length)
                + fit.placeVariance(derivatives);
        return new FactorEffect(mean, Math.sqrt(variance));
    }

    /** {@return how many units were given, with or without exposure} */
    public int size() {
        return counts.length;
    }

    /** {@return the stage A fit of the same units, from which this one started} */
    public Population population() {
        return population;
    }

    /**
     * What is believed of a fitted unit's rate from its reach and effects.
     *
     * @param unit its index in the arrays given to the fit
     * @return the prior to which its own orders are added
     */
    public GammaPrior priorFor(int unit) {
        return prior(outlook(unit));
    }

    /**
     * What is believed of a new unit's rate.
     *
     * @param unitReach views (or clicks) as in the fit; 0 means unknown
     * @param creator its creator, or -1
     * @param plainLevels its level of each factor in the order of the builder, without interactions; -1 is unknown
     * @return the prior; levels that nothing is known of make it wider
     */
    public GammaPrior priorFor(double unitReach, int creator, int... plainLevels) {
        return prior(outlook(unitReach, creator, levels.complete(plainLevels)));
    }

    /**
     * The belief of {@link #priorFor(double, int, int...)} with the uncertainty of the fit added.
     *
     * @param unitReach views (or clicks) as in the fit; 0 means unknown
     * @param creator its creator, or -1
     * @param plainLevels its level of each factor in the order of the builder, without interactions; -1 is unknown
     * @return a Gamma distribution with the same mean, never narrower
     */
    public GammaPrior widenedPriorFor(double unitReach, int creator, int... plainLevels) {
        return widened(outlook(unitReach, creator, levels.complete(plainLevels)), 0, 0);
    }

    /**
     * The posterior of a fitted unit.
     *
     * @param unit its index in the arrays given to the fit
     * @return the posterior of its order rate
     */
    public GammaPrior posterior(int unit) {
        return posterior(priorFor(unit), counts[unit], exposures[unit]);
    }

    /**
     * The posterior of a fitted unit with the uncertainty of the fit itself added, as in {@link
     * Population#widenedPosterior(int)}. Use this one for intervals and probabilities.
     *
     * @param unit its index in the arrays given to the fit
     * @return a Gamma distribution with the mean of the posterior, never narrower
     */
    public GammaPrior widenedPosterior(int unit) {
        return widened(outlook(unit), counts[unit], exposures[unit]);
    }

    /** {@return the joint law of level, slope and all effects but the creators'} */
    public CoefficientLaw coefficients() {
        int columns = levels.columns();
        int fixed = CoefficientLaw.REACH_SLOPE + 1;
        double[] means = new double[fixed + columns];
        System.arraycopy(fit.place(), 0, means, 0, fixed);
        System.arraycopy(fit.means().shared(), 0, means, fixed, columns);
        double[][] derivatives = new double[means.length][];
        for (int j = 0; j < means.length; j++) {
            if (j < fixed) {
                derivatives[j] = new double[fit.place().length];
                derivatives[j][j] = 1;
            } else {
                derivatives[j] = fit.derivatives(new int[] {j - fixed}, -1);
            }
        }
        double[][] covariance = new double[means.length][means.length];
        for (int i = 0; i < means.length; i++) {
            for (int j = 0; j < means.length; j++) {
                double given = i < fixed || j < fixed ? 0 : fit.system().sharedCovariance()[i - fixed][j - fixed];
                covariance[i][j] = given + fit.placeCovariance(derivatives[i], derivatives[j]);
            }
        }
        double[] taus = new double[levels.factors().size()];
        Arrays.setAll(taus, this::tau);
        return new CoefficientLaw(levels, taus, means, covariance);
    }

    /** {@return centred log reach, held within the reach seen in the fit} */
    public double z(double unitReach) {
        return population.z(unitReach);
    }

    private int group(String factor) {
        int group = factor.equals(CREATOR) ? levels.factors().size() : levels.group(factor);
        if (group < 0) {
            List<String> names = new ArrayList<>(
                    levels.factors().stream().map(FactorLevels.Factor::name).toList());
            names.add(CREATOR);
            throw new IllegalArgumentException("factor must be one of " + names + ", got " + factor);
        }
        return group;
    }

    private double tau(int group) {
        if (group < levels.factors().size() && levels.isIdle(group)) {
            return SMALLEST_TAU;
        }
        int index = CoefficientLaw.REACH_SLOPE + 1 + group;
        return index < fit.place().length - 1 ? Math.exp(fit.place()[index]) : TAU_SCALE;
    }

    /** What a combination of levels tells: the expected log rate, and how well it is known. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Outlook(double logRate, double variance, double unknown, double[] derivatives) {}

    private Outlook outlook(int unit) {
        return outlook(reach[unit], creators.levels()[unit], levels.ofUnit(unit));
    }

    private Outlook outlook(double unitReach, int creator, int[] complete) {
        double z = population.z(unitReach);
        int[] columns = levels.known(complete);
        int who = creators.column(creator);
        double unknown = 0;
        for (int group : levels.unknown(complete)) {
            unknown += tau(group) * tau(group);
        }
        if (who < 0 && (creator >= 0 || creators.columns() > 0)) {
            double tau = tau(levels.factors().size());
            unknown += tau * tau;
        }
        double[] derivatives = fit.derivatives(columns, who);
        derivatives[CoefficientLaw.LEVEL] += 1;
        derivatives[CoefficientLaw.REACH_SLOPE] += z;
        double variance = fit.system().variance(columns, who);
        double logRate = level() + reachSlope() * z + fit.mean(columns, who);
        return new Outlook(logRate, variance, unknown, derivatives);
    }

    private GammaPrior prior(Outlook outlook) {
        double shape = 1 / ((1 + 1 / shape()) * Math.exp(outlook.unknown) - 1);
        double mean = Math.exp(outlook.logRate + (outlook.variance + outlook.unknown) / 2);
        return new GammaPrior(shape, shape / mean);
    }

    private static GammaPrior posterior(GammaPrior prior, double count, double exposure) {
        return exposure < Population.SMALLEST_EXPOSURE ? prior : prior.posterior(count, exposure);
    }

    private GammaPrior widened(Outlook outlook, double count, double exposure) {
        GammaPrior prior = prior(outlook);
        GammaPrior posterior = posterior(prior, count, exposure);
        double weight = prior.rate() / posterior.rate();
        double[] derivatives = outlook.derivatives.clone();
        for (int p = 0; p < derivatives.length; p++) {
            derivatives[p] *= weight;
        }
        derivatives[derivatives.length - 1] += weight * (prior.mean() - posterior.mean()) / posterior.mean();
        double relative = 1 / posterior.shape() + weight * weight * outlook.variance + fit.placeVariance(derivatives);
        return new GammaPrior(1 / relative, 1 / (relative * posterior.mean()));
    }
}
