package dev.flywheel.core.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects the factors of a {@link FactorModel}, then fits it. Not thread-safe. */
public final class FactorModelBuilder {

    /** A gain in log-likelihood that chance gives one group without differences in twenty (half of chi-square 1). */
    private static final double DETECTED = 1.3528;

    private final double[] counts;
    private final double[] exposures;
    private final double[] reach;
    private final List<FactorLevels.Factor> factors = new ArrayList<>();
    private int[] creatorLevels;
    private int creatorCount;
    private double categoryRate = 0.03;

    FactorModelBuilder(double[] counts, double[] exposures, double[] reach) {
        Checks.sameLength("counts", counts.length, "exposures", exposures.length);
        Checks.sameLength("counts", counts.length, "reach", reach.length);
        this.counts = Checks.nonNegative("counts", counts);
        this.exposures = Checks.nonNegative("exposures", exposures);
        this.reach = Checks.nonNegative("reach", reach);
        this.creatorLevels = new int[counts.length];
        Arrays.fill(creatorLevels, FactorLevels.NONE);
    }

    /**
     * Adds a factor.
     *
     * @param name its name, not yet used
     * @param levels of each unit the level, from 0, or -1 where unknown
     * @param size how many levels there are, seen or not
     * @return this
     */
    public FactorModelBuilder factor(String name, int[] levels, int size) {
        refuseTwice(name);
        factors.add(new FactorLevels.Factor(name, checked(name, levels, size), size, -1, -1));
        return this;
    }

    /**
     * Adds the interaction of two factors, named "first:second".
     *
     * @param first a factor added before
     * @param second another
     * @return this
     */
    public FactorModelBuilder interaction(String first, String second) {
        int one = plain(first);
        int two = plain(second);
        String name = first + ":" + second;
        refuseTwice(name);
        int secondSize = factors.get(two).size();
        int[] cells = new int[counts.length];
        Arrays.setAll(
                cells,
                i -> FactorLevels.cell(
                        factors.get(one).levels()[i], factors.get(two).levels()[i], secondSize));
        int size = Math.multiplyExact(factors.get(one).size(), secondSize);
        factors.add(new FactorLevels.Factor(name, cells, size, one, two));
        return this;
    }

    /**
     * Names the creators, of which there may be thousands.
     *
     * @param levels of each unit the creator, from 0, or -1 where unknown
     * @param size how many creators there are
     * @return this
     */
    public FactorModelBuilder creators(int[] levels, int size) {
        creatorLevels = checked(FactorModel.CREATOR, levels, size);
        creatorCount = size;
        return this;
    }

    /**
     * Sets the usual order rate of the category, which matters only when there are too few units or orders.
     *
     * @param rate per unit of exposure, above 0
     * @return this
     */
    public FactorModelBuilder categoryRate(double rate) {
        categoryRate = Checks.positive("categoryRate", rate);
        return this;
    }

    /** {@return the fitted model} */
    public FactorModel fit() {
        int[] used = Population.used(exposures);
        Population population = Population.fit(counts, exposures, reach, categoryRate);
        FactorLevels levels = FactorLevels.of(factors, used);
        CreatorLevels creators = CreatorLevels.of(creatorLevels, creatorCount, used);
        FactorDesign design = levels.design(used, creators.ofUnits(used), creators.columns());
        FactorClimb climb = new FactorClimb(
                design, population, categoryRate, factors, at(counts, used), at(exposures, used), at(reach, used));
        boolean[] detected = climb.detected(factors.size() + 1, DETECTED);
        return new FactorModel(counts, exposures, reach, population, levels, creators, climb.best(), detected);
    }

    private int plain(String name) {
        for (int g = 0; g < factors.size(); g++) {
            if (factors.get(g).name().equals(name) && !factors.get(g).interaction()) {
                return g;
            }
        }
        throw new IllegalArgumentException("interaction needs a factor added before, got " + name);
    }

    private void refuseTwice(String name) {
        if (name.equals(FactorModel.CREATOR)
                || factors.stream().anyMatch(factor -> factor.name().equals(name))) {
            throw new IllegalArgumentException("factor must have a name of its own, got " + name);
        }
    }

    private int[] checked(String name, int[] levels, int size) {
        Checks.sameLength("counts", counts.length, "levels of " + name, levels.length);
        for (int level : levels) {
            FactorLevels.level(name, level, size);
        }
        return levels.clone();
    }

    private static double[] at(double[] values, int[] used) {
        return Arrays.stream(used).mapToDouble(i -> values[i]).toArray();
    }
}
