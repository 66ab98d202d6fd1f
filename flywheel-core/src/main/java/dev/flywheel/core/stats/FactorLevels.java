package dev.flywheel.core.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The factors of a fit, interactions among them, and which levels have a column: those with a unit, and at most the
 * {@value #MOST_COLUMNS} fullest of each factor. The rest are as if never seen. An interaction with a factor of which
 * fewer than two levels are seen is the same as the other factor, and has no columns. Immutable.
 */
final class FactorLevels {

    static final int MOST_COLUMNS = 150;
    static final int NONE = -1;

    private final List<Factor> factors;
    private final int[][] columns;
    private final int[] groupOf;

    private FactorLevels(List<Factor> factors, int[][] columns, int[] groupOf) {
        this.factors = factors;
        this.columns = columns;
        this.groupOf = groupOf;
    }

    /** A factor, or the interaction of two (their places in the list, else -1), with each unit's level or -1. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Factor(String name, int[] levels, int size, int first, int second) {

        boolean interaction() {
            return first >= 0;
        }
    }

    /** Gives columns to the levels that these units have. */
    static FactorLevels of(List<Factor> factors, int[] units) {
        List<int[]> columns = new ArrayList<>();
        List<Integer> groupOf = new ArrayList<>();
        for (int g = 0; g < factors.size(); g++) {
            Factor factor = factors.get(g);
            int[] column = new int[factor.size()];
            Arrays.fill(column, NONE);
            boolean apart = !factor.interaction()
                    || (seen(columns.get(factor.first())) > 1 && seen(columns.get(factor.second())) > 1);
            for (int level : apart ? fullest(factor, units) : new int[0]) {
                column[level] = groupOf.size();
                groupOf.add(g);
            }
            columns.add(column);
        }
        return new FactorLevels(
                List.copyOf(factors),
                columns.toArray(int[][]::new),
                groupOf.stream().mapToInt(g -> g).toArray());
    }

    private static long seen(int[] columns) {
        return Arrays.stream(columns).filter(column -> column != NONE).count();
    }

    private static int[] fullest(Factor factor, int[] units) {
        int[] filled = new int[factor.size()];
        for (int unit : units) {
            if (factor.levels()[unit] >= 0) {
                filled[factor.levels()[unit]]++;
            }
        }
        return IntStream.range(0, filled.length)
                .filter(level -> filled[level] > 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(level -> -filled[level])
                        .thenComparing(level -> level))
                .limit(MOST_COLUMNS)
                .mapToInt(level -> level)
                .sorted()
                .toArray();
    }

    FactorDesign design(int[] units, int[] creatorOf, int creators) {
        int[][] rows = Arrays.stream(units)
                .mapToObj(unit -> factors.stream()
                        .mapToInt(factor -> factor.levels()[unit])
                        .toArray())
                .map(this::known)
                .toArray(int[][]::new);
        return new FactorDesign(rows, groupOf, factors.size(), creatorOf, creators);
    }

    /** The columns of a combination of levels, one of each factor with interactions; levels without one are left out. */
    int[] known(int[] levels) {
        return IntStream.range(0, levels.length)
                .map(g -> column(g, levels[g]))
                .filter(column -> column != NONE)
                .toArray();
    }

    /**
     * The groups in which a combination has a level that nothing is known of. A level that is not named, of a factor that
     * nobody uses, is no such thing, nor is any of an interaction without columns.
     */
    int[] unknown(int[] levels) {
        return IntStream.range(0, levels.length)
                .filter(g -> column(g, levels[g]) == NONE && (used(g) || (levels[g] >= 0 && !isIdle(g))))
                .toArray();
    }

    /** {@return whether a group is an interaction without columns} */
    boolean isIdle(int group) {
        return factors.get(group).interaction() && !used(group);
    }

    private boolean used(int group) {
        return seen(columns[group]) > 0;
    }

    /** {@return the columns of a factor; none for the creators} */
    int[] columnsOf(int group) {
        return IntStream.range(0, groupOf.length)
                .filter(column -> groupOf[column] == group)
                .toArray();
    }

    int column(int group, int level) {
        return level < 0 ? NONE : columns[group][level];
    }

    /** Levels of every factor with interactions, from the levels of the plain factors in their order. */
    int[] complete(int[] plain) {
        int[] levels = new int[factors.size()];
        int next = 0;
        for (int g = 0; g < levels.length; g++) {
            Factor factor = factors.get(g);
            if (factor.interaction()) {
                levels[g] = cell(
                        levels[factor.first()],
                        levels[factor.second()],
                        factors.get(factor.second()).size());
            } else if (next < plain.length) {
                levels[g] = level(factor.name(), plain[next++], factor.size());
            } else {
                throw new IllegalArgumentException("levels must name one level of each factor, got " + plain.length);
            }
        }
        if (next != plain.length) {
            throw new IllegalArgumentException("levels must name " + next + " factors, got " + plain.length);
        }
        return levels;
    }

    int[] ofUnit(int unit) {
        return factors.stream().mapToInt(factor -> factor.levels()[unit]).toArray();
    }

    List<Factor> factors() {
        return factors;
    }

    int group(String name) {
        for (int g = 0; g < factors.size(); g++) {
            if (factors.get(g).name().equals(name)) {
                return g;
            }
        }
        return NONE;
    }

    int columns() {
        return groupOf.length;
    }

    static int cell(int first, int second, int secondSize) {
        return first < 0 || second < 0 ? NONE : first * secondSize + second;
    }

    static int level(String name, int level, int size) {
        if (level < NONE || level >= size) {
            throw new IllegalArgumentException(
                    "level of " + name + " must be in [-1, " + (size - 1) + "], got " + level);
        }
        return level;
    }
}
