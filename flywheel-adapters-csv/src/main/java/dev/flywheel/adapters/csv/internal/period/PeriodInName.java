package dev.flywheel.adapters.csv.internal.period;

import dev.flywheel.core.performance.Period;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The period that an export's name carries, since the performance files have no date column.
 *
 * @param period the days
 * @param exportedAt when the export was made, in the shop's own time, or null when the name does not say
 * @param assumed whether one date stands alone in the name and was taken for the whole period
 */
public record PeriodInName(Period period, @Nullable LocalDateTime exportedAt, boolean assumed) {

    private static final String ISO = "(20[0-9]{2})[-_.](0[1-9]|1[0-2])[-_.]([0-3][0-9])";
    private static final String DIGITS = "(20[0-9]{2})(0[1-9]|1[0-2])([0-3][0-9])";
    private static final Pattern COMPACT =
            Pattern.compile("(?<![0-9])" + DIGITS + "\\s*[-_~]\\s*" + DIGITS + "(?![0-9])(?:_([0-9]{14})(?![0-9]))?");
    private static final Pattern RANGE = Pattern.compile(
            "(?<![0-9])" + ISO + "(?: [0-9]{2})?(?: ?[-~] ?|_to_|_-_)" + ISO + "(?: [0-9]{2})?(?![0-9])");
    private static final Pattern NAMED = Pattern.compile(
            "(?<!\\p{L})(\\p{L}{3,9})[_ ]+([0-9]{1,2})[_ ]*-[_ ]*(?:(\\p{L}{3,9})[_ ]+)?([0-9]{1,2}),?[_ ]*(20[0-9]{2}|[0-9]{2})(?![0-9])");
    private static final Pattern SINGLE_ISO = Pattern.compile("(?<![0-9])" + ISO + "(?![0-9])");
    private static final Pattern SINGLE_DIGITS = Pattern.compile("(?<![0-9])" + DIGITS + "(?![0-9])");
    private static final Pattern STAMP = Pattern.compile("(?<![0-9])(20[0-9]{12})(?![0-9])");
    private static final Pattern SUFFIX = Pattern.compile("( \\([0-9]+\\))?(\\.[A-Za-z0-9]{1,5})?$");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** Finds the period in a file's name, or in a line above the header. */
    public static Optional<PeriodInName> find(String name) {
        String bare = SUFFIX.matcher(name.strip()).replaceFirst("");
        try {
            return range(bare).or(() -> named(bare)).or(() -> single(bare));
        } catch (DateTimeException | IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }

    /** Finds the moment of the export where the name has it beside no period, as in {@code Kalodata_20260912121602_US}. */
    public static Optional<LocalDateTime> stampIn(String name) {
        Matcher stamp = STAMP.matcher(name);
        try {
            return stamp.find() ? Optional.ofNullable(stamp(stamp.group(1))) : Optional.empty();
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static Optional<PeriodInName> range(String name) {
        Matcher compact = COMPACT.matcher(name);
        if (compact.find()) {
            return Optional.of(
                    new PeriodInName(new Period(day(compact, 1), day(compact, 4)), stamp(compact.group(7)), false));
        }
        Matcher iso = RANGE.matcher(name);
        return iso.find()
                ? Optional.of(new PeriodInName(new Period(day(iso, 1), day(iso, 4)), null, false))
                : Optional.empty();
    }

    private static Optional<PeriodInName> named(String name) {
        Matcher matcher = NAMED.matcher(name);
        if (!matcher.find() || month(matcher.group(1)) == 0) {
            return Optional.empty();
        }
        int first = month(matcher.group(1));
        int last = matcher.group(3) == null ? first : month(matcher.group(3));
        int year = Integer.parseInt(matcher.group(5));
        int lastYear = year < 100 ? 2000 + year : year;
        int firstYear = first > last ? lastYear - 1 : lastYear;
        return Optional.of(new PeriodInName(
                new Period(
                        LocalDate.of(firstYear, first, Integer.parseInt(matcher.group(2))),
                        LocalDate.of(lastYear, last, Integer.parseInt(matcher.group(4)))),
                null,
                false));
    }

    /** One date ends the week, month or quarter that the name speaks of; without such a word it is taken for one day. */
    private static Optional<PeriodInName> single(String name) {
        Matcher matcher = SINGLE_ISO.matcher(name);
        if (!matcher.find()) {
            matcher = SINGLE_DIGITS.matcher(name);
            if (!matcher.find()) {
                return Optional.empty();
            }
        }
        LocalDate last = day(matcher, 1);
        String words = name.toLowerCase(Locale.ROOT);
        LocalDate first = last;
        if (words.contains("week")) {
            first = last.minusDays(6);
        } else if (words.contains("month")) {
            first = last.withDayOfMonth(1);
        } else if (words.contains("quarter")) {
            first = last.minusMonths(2).withDayOfMonth(1);
        }
        return Optional.of(new PeriodInName(new Period(first, last), null, first.equals(last)));
    }

    private static LocalDate day(Matcher matcher, int group) {
        return LocalDate.of(
                Integer.parseInt(matcher.group(group)),
                Integer.parseInt(matcher.group(group + 1)),
                Integer.parseInt(matcher.group(group + 2)));
    }

    private static int month(String name) {
        return MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    }

    private static @Nullable LocalDateTime stamp(@Nullable String digits) {
        if (digits == null) {
            return null;
        }
        return LocalDateTime.of(
                Integer.parseInt(digits.substring(0, 4)),
                Integer.parseInt(digits.substring(4, 6)),
                Integer.parseInt(digits.substring(6, 8)),
                Integer.parseInt(digits.substring(8, 10)),
                Integer.parseInt(digits.substring(10, 12)),
                Integer.parseInt(digits.substring(12, 14)));
    }
}
