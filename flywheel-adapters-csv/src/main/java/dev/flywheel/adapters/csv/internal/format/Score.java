package dev.flywheel.adapters.csv.internal.format;

import java.util.Comparator;

/**
 * How well a row of headers fits a format.
 *
 * @param known how many of its names the format knows
 * @param named how many names it has
 * @param missing how many columns the format needs and the row lacks
 */
public record Score(int known, int named, int missing) {

    /** The better score is the greater one: more known names, then fewer missing columns. */
    static final Comparator<Score> BETTER =
            Comparator.comparingInt(Score::known).thenComparing(Score::missing, Comparator.reverseOrder());

    private static final int ENOUGH = 3;
    private static final int PERCENT = 100;

    /** {@return the names that are known, in percent of all} */
    public int share() {
        return named == 0 ? 0 : known * PERCENT / named;
    }

    /**
     * Whether a row may be the header of a format: at least half of its names are the format's own, so that columns which
     * the owner added do not hide a file.
     */
    boolean isPlausible(Format format) {
        int enough = Math.min(ENOUGH, format.columns().size());
        return known >= Math.max(2, Math.min(enough, named)) && known * 2 >= named;
    }
}
