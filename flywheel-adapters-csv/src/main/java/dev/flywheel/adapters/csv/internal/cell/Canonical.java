package dev.flywheel.adapters.csv.internal.cell;

import dev.flywheel.adapters.csv.internal.table.Row;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.time.Year;
import java.util.Currency;

/**
 * The commonest spellings, read from a cell's bytes without making text of it. It says what {@link Numbers}, {@link Ids} and
 * {@link Dates} say of the same text, or else {@link #UNKNOWN}, and then they are to be asked; a test holds it to that.
 */
public final class Canonical {

    /** Not a spelling that is known here. Never the value of a cell. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    private static final int LONGEST_NUMBER = 18;
    private static final int LONGEST_AMOUNT = 16;
    private static final int ID_DIGITS = 19;
    private static final int GROUP = 3;
    private static final int ISO_DATE = 10;
    private static final int MONTHS = 12;

    private static final int EIGHT = Long.BYTES;
    private static final long ZEROS = 0x3030_3030_3030_3030L;
    private static final long HIGH_NIBBLES = 0xF0F0_F0F0_F0F0_F0F0L;
    private static final long SIXES = 0x0606_0606_0606_0606L;
    private static final long THREES = 0x3333_3333_3333_3333L;
    private static final long EVERY_FOURTH = 0x0000_00FF_0000_00FFL;
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final boolean twoDecimals;
    private final boolean dollars;

    /**
     * Prepares to read the cells of a programme.
     *
     * @param currency its currency
     */
    public Canonical(Currency currency) {
        twoDecimals = currency.getDefaultFractionDigits() == 2 && NumberHabit.of(currency) == NumberHabit.POINT_DECIMAL;
        dollars = Numbers.isOwnSymbol("$", currency);
    }

    /**
     * A whole number of digits only.
     *
     * @param row the row
     * @param column the column
     * @return the number, or {@link #UNKNOWN}
     */
    public static long count(Row row, int column) {
        int from = row.start(column);
        int to = row.end(column);
        return to - from > LONGEST_NUMBER || to == from ? UNKNOWN : digits(row.bytes(), from, to);
    }

    /**
     * An id of digits only, without a zero in front, so that the number is as good as the text.
     *
     * @param row the row
     * @param column the column
     * @return the id as a number, or {@link #UNKNOWN}
     */
    public static long id(Row row, int column) {
        int from = row.start(column);
        int to = row.end(column);
        byte[] bytes = row.bytes();
        if (to == from || to - from > ID_DIGITS || bytes[from] == '0') {
            return UNKNOWN;
        }
        long number = digits(bytes, from, to);
        return number < 0 ? UNKNOWN : number;
    }

    /**
     * An amount such as {@code 1234}, {@code 1234.56} or {@code $1,234.56}.
     *
     * @param row the row
     * @param column the column
     * @return the amount in minor units, or {@link #UNKNOWN}
     */
    public long minorUnits(Row row, int column) {
        int start = row.start(column);
        int to = row.end(column);
        byte[] bytes = row.bytes();
        int from = dollars && to > start && bytes[start] == '$' ? start + 1 : start;
        if (!twoDecimals || to == from || to - from > LONGEST_AMOUNT) {
            return UNKNOWN;
        }
        int point = to - from > GROUP && bytes[to - GROUP] == '.' ? to - GROUP : to;
        long whole = grouped(bytes, from, point, point < to);
        long cents = point < to ? digits(bytes, point + 1, to) : 0;
        return whole < 0 || cents < 0 ? UNKNOWN : whole * 100 + cents;
    }

    /**
     * A rate in points with at most two decimals, such as {@code 5.9%}, {@code 0.97%} or {@code 20%}.
     *
     * @param row the row
     * @param column the column
     * @return the rate in hundredths of a percent, or {@link #UNKNOWN}
     */
    public static long basisPoints(Row row, int column) {
        int from = row.start(column);
        int to = row.end(column) - 1;
        byte[] bytes = row.bytes();
        if (to <= from || to - from > LONGEST_AMOUNT || bytes[to] != '%') {
            return UNKNOWN;
        }
        int point = to;
        for (int i = Math.max(from + 1, to - GROUP); i < to - 1; i++) {
            point = bytes[i] == '.' ? i : point;
        }
        long whole = digits(bytes, from, point);
        long decimals = point < to ? digits(bytes, point + 1, to) : 0;
        if (whole < 0 || decimals < 0) {
            return UNKNOWN;
        }
        return whole * 100 + (to - point == 2 ? decimals * 10 : decimals);
    }

    /** Commas only before a decimal point: without one, {@link Numbers} has more to say of a single comma. */
    private static long grouped(byte[] bytes, int from, int to, boolean withPoint) {
        long value = 0;
        int sinceComma = -1;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit >= 0 && digit <= 9) {
                value = value * 10 + digit;
                sinceComma += sinceComma < 0 ? 0 : 1;
            } else if (bytes[i] == ','
                    && withPoint
                    && i > from
                    && (sinceComma < 0 ? i - from <= GROUP : sinceComma == GROUP)) {
                sinceComma = 0;
            } else {
                return UNKNOWN;
            }
        }
        return sinceComma < 0 || sinceComma == GROUP ? value : UNKNOWN;
    }

    /**
     * A date such as {@code 2026-11-16}.
     *
     * @param row the row
     * @param column the column
     * @return year * 10,000 + month * 100 + day of a day that exists, or {@link #UNKNOWN}
     */
    public static long isoDate(Row row, int column) {
        int from = row.start(column);
        byte[] bytes = row.bytes();
        if (row.end(column) - from != ISO_DATE || bytes[from + 4] != '-' || bytes[from + 7] != '-') {
            return UNKNOWN;
        }
        long year = digits(bytes, from, from + 4);
        long month = digits(bytes, from + 5, from + 7);
        long day = digits(bytes, from + 8, from + ISO_DATE);
        if (year < 0 || month < 1 || month > MONTHS || day < 1 || day > lastDay(year, month)) {
            return UNKNOWN;
        }
        return year * 10_000 + month * 100 + day;
    }

    /**
     * The day of an {@link #isoDate}.
     *
     * @param isoDate the number
     * @return the day
     */
    public static LocalDate day(long isoDate) {
        return LocalDate.of((int) (isoDate / 10_000), (int) (isoDate / 100 % 100), (int) (isoDate % 100));
    }

    private static int lastDay(long year, long month) {
        return switch ((int) month) {
            case 2 -> Year.isLeap(year) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    /** {@return the number, {@link #UNKNOWN} if there is anything but digits; at least one byte and at most 19} */
    private static long digits(byte[] bytes, int from, int to) {
        int head = (to - from - 1) % EIGHT + 1;
        long value = eightDigits(padded((long) WORDS.get(bytes, from), head));
        boolean known = value >= 0;
        for (int at = from + head; at < to; at += EIGHT) {
            long next = eightDigits((long) WORDS.get(bytes, at));
            known &= next >= 0;
            value = value * 100_000_000 + next;
        }
        return known ? value : UNKNOWN;
    }

    /** Puts zeros in front of the first digits of a word, which are the only ones meant. */
    private static long padded(long word, int digits) {
        return digits == EIGHT ? word : (word << ((EIGHT - digits) * Byte.SIZE)) | (ZEROS >>> (digits * Byte.SIZE));
    }

    /** Eight digits at once (D. Lemire, "Parsing series of integers with SIMD", 2018, the form for one word); -1 if others. */
    private static long eightDigits(long word) {
        boolean digits = ((word & HIGH_NIBBLES) | (((word + SIXES) & HIGH_NIBBLES) >>> 4)) == THREES;
        long pairs = (word - ZEROS) * 10 + ((word - ZEROS) >>> 8);
        long first = (pairs & EVERY_FOURTH) * (100 + (1_000_000L << 32));
        long second = ((pairs >>> 16) & EVERY_FOURTH) * (1 + (10_000L << 32));
        return digits ? (first + second) >>> 32 : -1;
    }
}
