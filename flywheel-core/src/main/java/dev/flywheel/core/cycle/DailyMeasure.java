package dev.flywheel.core.cycle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Events and trials of the whole brand, day by day. Not thread-safe while days are added.
 *
 * @param kind what is counted
 * @param lag days from what happened until its number is known; a day here is the day on which it was known
 * @param days numbers by day
 */
record DailyMeasure(Kind kind, int lag, SortedMap<LocalDate, Day> days) {

    /** What is watched day by day. */
    enum Kind {
        ORGANIC_CONVERSION(
                "organicConversion",
                "conversion of organic clicks",
                "Conversion of organic clicks has",
                "orders of",
                "clicks",
                "Check price, stock, the product page, and whether all orders are still reported."),
        PAID_CONVERSION(
                "paidConversion",
                "conversion of paid clicks",
                "Conversion of paid clicks has",
                "orders of",
                "clicks",
                "Check price, stock, the product page, and who the ads are shown to."),
        REFUNDS(
                "refundsPerOrder",
                "refunds per order",
                "Refunds per order have",
                "refunds of",
                "orders",
                "Check what buyers say of the product, its delivery, and what videos promise."),
        POSTS(
                "postsPerDay",
                "posts per day",
                "Posts per day have",
                "posts in",
                "days",
                "Check whether samples and briefs still go out, and whether the video listing is complete."),
        ANSWERED_SAMPLES(
                "samplesAnswered",
                "the share of samples answered in time",
                "Samples answered in time have",
                "answers to",
                "samples",
                "Check who was sent samples, and whether briefs and reminders reach them.");

        /** Its stable name in lowerCamelCase. */
        final String id;

        /** What stands at a level. */
        final String level;

        /** How a sentence about its change begins. */
        final String subject;

        /** What was counted, up to the number of trials. */
        final String events;

        final String trials;

        /** Where to look when it changes. */
        final String look;

        Kind(String id, String level, String subject, String events, String trials, String look) {
            this.id = id;
            this.level = level;
            this.subject = subject;
            this.events = events;
            this.trials = trials;
            this.look = look;
        }

        /** Orders may be more than clicks, where one click leads to two, so conversion is a rate and no share. */
        boolean isShare() {
            return this == REFUNDS || this == ANSWERED_SAMPLES;
        }

        boolean isConversion() {
            return this == ORGANIC_CONVERSION || this == PAID_CONVERSION;
        }

        boolean isPercent() {
            return this != POSTS;
        }
    }

    DailyMeasure(Kind kind, int lag) {
        this(kind, lag, new TreeMap<>());
    }

    /**
     * Numbers of one day, or of several together.
     *
     * @param events how many
     * @param trials of how many
     * @param matured trials that have had their chance
     */
    record Day(double events, double trials, double matured) {

        static final Day NOTHING = new Day(0, 0, 0);

        Day plus(Day other) {
            return new Day(events + other.events, trials + other.trials, matured + other.matured);
        }

        Day times(double weight) {
            return new Day(weight * events, weight * trials, weight * matured);
        }
    }

    void add(LocalDate day, double events, double trials, double matured) {
        days.merge(day, new Day(events, trials, matured), Day::plus);
    }

    /** Everything from one day to another, both included. */
    Day between(LocalDate first, LocalDate last) {
        return days.subMap(first, last.plusDays(1)).values().stream().reduce(Day.NOTHING, Day::plus);
    }

    /**
     * Some days together.
     *
     * @param firstDay the first of them
     * @param numbers what they gave
     */
    record Unit(LocalDate firstDay, Day numbers) {}

    /** All days from one to another in units of so many; the oldest, which comes first, may begin before the first day. */
    List<Unit> units(LocalDate first, LocalDate last, int step) {
        List<Unit> units = new ArrayList<>();
        for (LocalDate end = last; !end.isBefore(first); end = end.minusDays(step)) {
            LocalDate begin = end.minusDays(step - 1L);
            units.add(new Unit(begin, between(begin, end)));
        }
        Collections.reverse(units);
        return units;
    }

    /** How many days of these have numbers. */
    long known(LocalDate first, LocalDate last) {
        return days.subMap(first, last.plusDays(1)).values().stream()
                .filter(day -> day.trials > 0)
                .count();
    }
}
