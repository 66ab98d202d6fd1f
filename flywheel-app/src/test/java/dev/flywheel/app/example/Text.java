package dev.flywheel.app.example;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers and dates in the forms that the exports use. */
final class Text {

    /** Affiliate orders write the day first, also in the United States. */
    static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss", Locale.ROOT);

    static final DateTimeFormatter MONTH_FIRST = DateTimeFormatter.ofPattern("MM/dd/uuuu HH:mm", Locale.ROOT);
    static final DateTimeFormatter ISO_SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private Text() {}

    /** {@code $1,234.56} */
    static String dollars(long cents) {
        return String.format(Locale.ROOT, "$%,d.%02d", cents / 100, cents % 100);
    }

    /** {@code 1234.56} */
    static String plain(long cents) {
        return String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
    }

    /** {@code 1234.5}: the old exports drop the last zero. */
    static String bare(long cents) {
        return cents % 10 == 0 ? cents / 100 + "." + cents % 100 / 10 : plain(cents);
    }

    /** Percent with at most two decimals, trailing zeros dropped: {@code 2.8%}, {@code 30%}. */
    static String percent(long part, long whole) {
        return trimZeros(fixed(part * 100, whole, 2)) + "%";
    }

    /** Percent with two decimals always: {@code 1.70%}. */
    static String percent2(long part, long whole) {
        return fixed(part * 100, whole, 2) + "%";
    }

    /** The quotient rounded half up to the given decimals; 0 when the divisor is 0. */
    static String fixed(long part, long whole, int decimals) {
        long scale = 1;
        for (int i = 0; i < decimals; i++) {
            scale *= 10;
        }
        long rounded = whole == 0 ? 0 : (2 * part * scale + whole) / (2 * whole);
        return String.format(Locale.ROOT, "%d.%0" + decimals + "d", rounded / scale, rounded % scale);
    }

    static String fraction(long part, long whole) {
        return trimZeros(fixed(part, whole, 4));
    }

    /** Cents per unit, rounded half up. */
    static long average(long cents, long units) {
        return units == 0 ? 0 : (2 * cents + units) / (2 * units);
    }

    static String date(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }

    private static String trimZeros(String number) {
        return number.replaceFirst("\\.?0+$", "");
    }
}
