package dev.flywheel.core.stats;

import java.util.Arrays;

/**
 * Which creators are in a fit: those with a unit of some exposure.
 *
 * @param levels of each unit its creator, or -1
 * @param columnOf of each creator its place among those in the fit, or -1
 * @param columns how many are in the fit
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CreatorLevels(int[] levels, int[] columnOf, int columns) {

    static CreatorLevels of(int[] levels, int size, int[] units) {
        int[] columnOf = new int[size];
        Arrays.fill(columnOf, FactorLevels.NONE);
        int next = 0;
        for (int unit : units) {
            int creator = levels[unit];
            if (creator >= 0 && columnOf[creator] < 0) {
                columnOf[creator] = next++;
            }
        }
        return new CreatorLevels(levels, columnOf, next);
    }

    int size() {
        return columnOf.length;
    }

    int column(int creator) {
        return creator < 0 || creator >= columnOf.length ? FactorLevels.NONE : columnOf[creator];
    }

    int[] ofUnits(int[] units) {
        return Arrays.stream(units).map(unit -> column(levels[unit])).toArray();
    }
}
