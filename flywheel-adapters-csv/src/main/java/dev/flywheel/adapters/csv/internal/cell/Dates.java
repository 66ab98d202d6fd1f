package dev.flywheel.adapters.csv.internal.cell;

import dev.flywheel.adapters.csv.internal.table.CellKind;
import dev.flywheel.adapters.csv.internal.table.XlsxDates;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates of one column of one file. The order of day and month is decided from the whole column, never from one row, since
 * the same shop exports orders with the day first and performance with the month first.
 */
public final class Dates {

    private static final String TIME =
            "(?:[ T]+([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\\.[0-9]+)?)?\\s*([AaPp][Mm])?)?\\s*(Z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2})?";
    private static final Pattern NUMERIC = Pattern.compile("([0-9]{1,4})([/.-])([0-9]{1,2})\\2([0-9]{1,4})" + TIME);
    private static final Pattern NAMED = Pattern.compile("(\\p{L}{3,9})\\.? ([0-9]{1,2}),? ([0-9]{4})" + TIME);
    private static final Pattern DAY_NAMED = Pattern.compile("([0-9]{1,2})[ -](\\p{L}{3,9})\\.?[ -]([0-9]{4})" + TIME);
    private static final Pattern SERIAL = Pattern.compile("[0-9]{5}(\\.[0-9]+)?");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final int FIRST_SERIAL = 36_526;
    private static final int LAST_SERIAL = 73_051;
    private static final int TWELVE = 12;
    private static final String REMEDY = "write dates as 2026-11-16";

    private boolean dayFirstSeen;
    private boolean monthFirstSeen;
    private boolean openSeen;

    /** Starts without having seen any date. */
    public Dates() {}

    /**
     * Takes a cell of the column into account.
     *
     * @param raw the cell as stored
     * @param kind how it was stored
     */
    public void see(String raw, CellKind kind) {
        Matcher matcher = NUMERIC.matcher(Texts.bare(raw));
        if (kind == CellKind.TEXT && matcher.matches() && matcher.group(4).length() == 4) {
            int first = Integer.parseInt(matcher.group(1));
            int second = Integer.parseInt(matcher.group(3));
            dayFirstSeen |= first > TWELVE && second <= TWELVE;
            monthFirstSeen |= second > TWELVE && first <= TWELVE;
            openSeen |= first <= TWELVE && second <= TWELVE && first != second;
        }
    }

    /**
     * Takes into account what was seen in other rows of the column.
     *
     * @param others what was seen there
     */
    public void add(Dates others) {
        dayFirstSeen |= others.dayFirstSeen;
        monthFirstSeen |= others.monthFirstSeen;
        openSeen |= others.openSeen;
    }

    /**
     * The order that the column's dates prove, or the documented one where they prove nothing.
     *
     * @param documented the order that the format is known for
     * @return the order; undecided when the column contradicts itself
     */
    public DayOrder order(DayOrder documented) {
        if (dayFirstSeen && monthFirstSeen) {
            return DayOrder.UNDECIDED;
        }
        if (dayFirstSeen) {
            return DayOrder.DAY_FIRST;
        }
        return monthFirstSeen ? DayOrder.MONTH_FIRST : documented;
    }

    /** {@return whether some date could be read in two ways and no other settles it} */
    public boolean isAssumed() {
        return openSeen && dayFirstSeen == monthFirstSeen;
    }

    /**
     * How the order of day and month was found.
     *
     * @param documented the order that the format is known for
     * @return a sentence without its full stop
     */
    public String explained(DayOrder documented) {
        if (dayFirstSeen && monthFirstSeen) {
            return "some dates have the day first and some the month; those in doubt are set aside";
        }
        if (dayFirstSeen || monthFirstSeen) {
            return (dayFirstSeen ? "day" : "month") + " first, because a number above 12 shows it";
        }
        if (!openSeen) {
            return "no date that could be read in two ways";
        }
        return switch (documented) {
            case DAY_FIRST -> "day first, as this export is documented; no date here shows it";
            case MONTH_FIRST -> "month first, as this export is documented; no date here shows it";
            case UNDECIDED -> "nothing shows whether the day or the month comes first; dates in doubt are set aside";
        };
    }

    /**
     * Reads a date.
     *
     * @param raw the cell as stored
     * @param kind how it was stored
     * @param order the order of day and month in this column
     * @return the moment, or null when the cell is missing
     * @throws CellFault if it is no date or can be read in two ways
     */
    public static @Nullable Moment read(String raw, CellKind kind, DayOrder order) throws CellFault {
        if (Texts.isMissing(raw)) {
            return null;
        }
        String text = Texts.bare(raw);
        try {
            if (kind == CellKind.NUMBER
                    || (kind == CellKind.TEXT && SERIAL.matcher(text).matches())) {
                return serial(text);
            }
            Matcher numeric = NUMERIC.matcher(text);
            if (numeric.matches()) {
                return withoutMidnight(moment(day(numeric, order), numeric, 5), kind);
            }
            Matcher named = NAMED.matcher(text);
            if (named.matches()) {
                return moment(named(named.group(3), named.group(1), named.group(2)), named, 4);
            }
            Matcher dayNamed = DAY_NAMED.matcher(text);
            if (dayNamed.matches()) {
                return moment(named(dayNamed.group(3), dayNamed.group(2), dayNamed.group(1)), dayNamed, 4);
            }
        } catch (NumberFormatException notNumeric) {
            throw new CellFault("not a date", REMEDY);
        } catch (DateTimeException impossible) {
            throw new CellFault("no such date in the calendar", REMEDY);
        }
        throw new CellFault("not a date", REMEDY);
    }

    private static LocalDate named(String year, String month, String day) {
        int number = MONTHS.indexOf(month.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
        return LocalDate.of(Integer.parseInt(year), number, Integer.parseInt(day));
    }

    /** A workbook has a time in every date; at midnight sharp it is no more than the day. */
    private static Moment withoutMidnight(Moment read, CellKind kind) {
        boolean dayOnly = kind == CellKind.DATE && LocalTime.MIDNIGHT.equals(read.time());
        return dayOnly ? new Moment(read.date(), null, null) : read;
    }

    private static Moment serial(String text) throws CellFault {
        double value = Double.parseDouble(text);
        Optional<LocalDateTime> time = XlsxDates.toDateTime(value, false);
        if (value < FIRST_SERIAL || value >= LAST_SERIAL || time.isEmpty()) {
            throw new CellFault("a number that is no date", REMEDY);
        }
        LocalTime clock = time.get().toLocalTime();
        return new Moment(time.get().toLocalDate(), clock.equals(LocalTime.MIDNIGHT) ? null : clock, null);
    }

    private static LocalDate day(Matcher matcher, DayOrder order) throws CellFault {
        int first = Integer.parseInt(matcher.group(1));
        int second = Integer.parseInt(matcher.group(3));
        int third = Integer.parseInt(matcher.group(4));
        if (matcher.group(1).length() == 4) {
            return LocalDate.of(first, second, third);
        }
        if (matcher.group(4).length() != 4) {
            throw new CellFault("a date without a year of four digits", REMEDY);
        }
        boolean dayFirst = order == DayOrder.DAY_FIRST;
        if (order == DayOrder.UNDECIDED && first != second) {
            if (first <= TWELVE && second <= TWELVE) {
                throw new CellFault("a date that can be read with the day or with the month first", REMEDY);
            }
            dayFirst = first > TWELVE;
        }
        return dayFirst ? LocalDate.of(third, second, first) : LocalDate.of(third, first, second);
    }

    private static Moment moment(LocalDate day, Matcher matcher, int group) {
        if (matcher.group(group) == null) {
            return new Moment(day, null, null);
        }
        int hour = Integer.parseInt(matcher.group(group));
        String half = matcher.group(group + 3);
        if (half != null) {
            hour = hour % TWELVE + (half.equalsIgnoreCase("pm") ? TWELVE : 0);
        }
        String seconds = matcher.group(group + 2);
        LocalTime time = LocalTime.of(
                hour, Integer.parseInt(matcher.group(group + 1)), seconds == null ? 0 : Integer.parseInt(seconds));
        String offset = matcher.group(group + 4);
        boolean isUtc = offset != null && Character.isLetter(offset.charAt(0));
        return new Moment(day, time, offset == null ? null : isUtc ? ZoneOffset.UTC : ZoneOffset.of(offset));
    }
}
