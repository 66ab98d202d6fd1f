package dev.flywheel.adapters.csv.internal.cell;

/** Which mark parts the decimals off in a column of amounts, as far as its own cells show it. */
public enum DecimalMark {
    /** {@code 12.50} or {@code 1,234,567} was seen, and nothing to the contrary. */
    POINT,
    /** {@code 12,50} or {@code 1.234.567} was seen, and nothing to the contrary. */
    COMMA,
    /** Nothing was seen, or both. */
    UNKNOWN;

    /** What one mark before three digits stands for. */
    enum Meaning {
        THOUSANDS,
        DECIMALS,
        /** Nobody can tell. */
        EITHER
    }

    /** What the column shows goes before the habit of the market. */
    static Meaning meaning(char separator, NumberHabit habit, DecimalMark seen) {
        if (seen != UNKNOWN) {
            return (separator == '.') == (seen == POINT) ? Meaning.DECIMALS : Meaning.THOUSANDS;
        }
        boolean thousands = habit == NumberHabit.WHOLE || (habit == NumberHabit.POINT_DECIMAL && separator == ',');
        return thousands ? Meaning.THOUSANDS : Meaning.EITHER;
    }
}
