package dev.flywheel.adapters.csv.internal.cell;

/**
 * The marks in one column of amounts of one file. {@code 1.234} is a thousand or one and a bit; {@code 12.50} or
 * {@code 1.234.567} elsewhere in the column settles which. Not thread-safe.
 */
public final class DecimalMarks {

    private static final int GROUP = 3;

    private boolean pointSeen;
    private boolean commaSeen;
    private boolean openPoint;
    private boolean openComma;

    /** Starts without having seen any amount. */
    public DecimalMarks() {}

    /**
     * Takes a cell of the column into account.
     *
     * @param raw the cell as stored
     */
    public void see(String raw) {
        String text = Texts.ascii(raw);
        int commas = 0;
        int points = 0;
        int last = -1;
        for (int i = 1; i < text.length() - 1; i++) {
            char c = text.charAt(i);
            if ((c == ',' || c == '.') && isDigit(text.charAt(i - 1)) && isDigit(text.charAt(i + 1))) {
                commas += c == ',' ? 1 : 0;
                points += c == '.' ? 1 : 0;
                last = i;
            }
        }
        if (last >= 0) {
            see(text, last, commas, points);
        }
    }

    private void see(String text, int last, int commas, int points) {
        boolean lastIsPoint = text.charAt(last) == '.';
        boolean isDecimal = commas > 0 && points > 0;
        if (commas + points == 1) {
            int before = digits(text, last - 1, -1);
            boolean open = digits(text, last + 1, 1) == GROUP && before <= GROUP && text.charAt(last - before) != '0';
            openPoint |= open && lastIsPoint;
            openComma |= open && !lastIsPoint;
            if (open) {
                return;
            }
            isDecimal = true;
        }
        pointSeen |= lastIsPoint == isDecimal;
        commaSeen |= lastIsPoint != isDecimal;
    }

    private static int digits(String text, int from, int step) {
        int count = 0;
        for (int i = from; i >= 0 && i < text.length() && isDigit(text.charAt(i)); i += step) {
            count++;
        }
        return count;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /**
     * Takes into account what was seen in other rows of the column.
     *
     * @param others what was seen there
     */
    public void add(DecimalMarks others) {
        pointSeen |= others.pointSeen;
        commaSeen |= others.commaSeen;
        openPoint |= others.openPoint;
        openComma |= others.openComma;
    }

    /** {@return what the column shows} */
    public DecimalMark mark() {
        if (pointSeen == commaSeen) {
            return DecimalMark.UNKNOWN;
        }
        return pointSeen ? DecimalMark.POINT : DecimalMark.COMMA;
    }

    /**
     * Whether cells that were not looked at could change how this column is read: those that are understood without making
     * text of them have a point, if any mark.
     *
     * @param habit how numbers are written in the programme's market
     * @return true if every cell has to be looked at
     */
    public boolean isOpen(NumberHabit habit) {
        return habit == NumberHabit.POINT_DECIMAL && (openPoint || (openComma && commaSeen));
    }

    /**
     * Whether a column is read in the same way with what was seen in it as with another mark.
     *
     * @param other the other mark
     * @param habit how numbers are written in the programme's market
     * @return true if no cell means something else
     */
    public boolean readAs(DecimalMark other, NumberHabit habit) {
        return (!openPoint || DecimalMark.meaning('.', habit, mark()) == DecimalMark.meaning('.', habit, other))
                && (!openComma || DecimalMark.meaning(',', habit, mark()) == DecimalMark.meaning(',', habit, other));
    }
}
