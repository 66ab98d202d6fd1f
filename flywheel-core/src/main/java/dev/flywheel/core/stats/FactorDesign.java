package dev.flywheel.core.stats;

import java.util.Arrays;

/**
 * Which effects each unit has: columns of the shared groups (hooks, angles, their interactions), and one creator or none
 * (-1). Only levels with at least one unit have a column.
 *
 * @param rows of each unit its shared columns
 * @param groupOf of each shared column its group
 * @param groups how many shared groups there are
 * @param creatorOf of each unit its creator, or -1
 * @param creators how many creators there are
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FactorDesign(int[][] rows, int[] groupOf, int groups, int[] creatorOf, int creators) {

    int units() {
        return rows.length;
    }

    int columns() {
        return groupOf.length;
    }

    /** Shared groups, and one more for creators where there are any. */
    int variances() {
        return groups + (creators > 0 ? 1 : 0);
    }

    /** {@return how many levels each group has, creators last} */
    int[] sizes() {
        int[] sizes = new int[variances()];
        for (int group : groupOf) {
            sizes[group]++;
        }
        if (creators > 0) {
            sizes[groups] = creators;
        }
        return sizes;
    }

    /** {@return of each creator the shared columns that occur together with it, ascending} */
    int[][] columnsOfCreators() {
        int[][] byCreator = new int[creators][];
        int[] filled = new int[creators];
        int[] needed = new int[creators];
        for (int i = 0; i < rows.length; i++) {
            if (creatorOf[i] >= 0) {
                needed[creatorOf[i]] += rows[i].length;
            }
        }
        Arrays.setAll(byCreator, c -> new int[needed[c]]);
        for (int i = 0; i < rows.length; i++) {
            int c = creatorOf[i];
            if (c >= 0) {
                System.arraycopy(rows[i], 0, byCreator[c], filled[c], rows[i].length);
                filled[c] += rows[i].length;
            }
        }
        Arrays.setAll(
                byCreator, c -> Arrays.stream(byCreator[c]).sorted().distinct().toArray());
        return byCreator;
    }
}
