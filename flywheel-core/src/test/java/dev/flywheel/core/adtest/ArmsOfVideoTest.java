package dev.flywheel.core.adtest;

import static dev.flywheel.core.Portfolio.AS_OF;
import static dev.flywheel.core.Portfolio.USD;
import static dev.flywheel.core.Portfolio.ZONE;
import static dev.flywheel.core.Portfolio.usd;
import static dev.flywheel.core.Portfolio.video;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.flywheel.core.Portfolio;
import dev.flywheel.core.adtest.AdTestEvidence.Side;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.Observation;
import dev.flywheel.core.performance.PerformanceBook;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.performance.Subject;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.performance.VideoHistories;
import dev.flywheel.core.performance.VideoHistory;
import dev.flywheel.core.program.Policy;
import dev.flywheel.core.winner.RateBelief;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Orders are usually seen after .60, .75, .85, .90, .94, .97, .99 and all of eight days (statistics 2.5). */
class ArmsOfVideoTest {

    private static final VideoId VIDEO = video(1);
    private static final LocalDate START = AS_OF.minusDays(2);

    private static AdTestPlan plan(AdTestPlan.@Nullable Restart restart) {
        return AdTestPlan.of(
                new AdTestStart(VIDEO, START, usd("50"), AdTestStart.Kind.SPARK_AD),
                new RateBelief(4, 80),
                Policy.defaults(),
                PastTests.NONE,
                new DayNoiseBelief(1, 0),
                AdTestOffer.UNKNOWN,
                restart);
    }

    private static AdTestEvidence read(PerformanceBook.Builder book, AdTestPlan plan) {
        VideoHistory history = Objects.requireNonNull(
                VideoHistories.of(book.build(), List.of(), Map.of(), USD, ZONE).get(VIDEO));
        return ArmsOfVideo.read(history, plan, AS_OF);
    }

    private static PerformanceBook.Builder funnel(Portfolio portfolio) {
        PerformanceBook.Builder book = PerformanceBook.builder();
        portfolio.evidence.build().observations().forEach(book::record);
        return book;
    }

    private static Portfolio organicDays() {
        return new Portfolio()
                .organic(VIDEO, START.minusDays(20), START.minusDays(18), 4_000, 100, 4)
                .row(VIDEO, Traffic.ORGANIC, START.minusDays(17), 900L, 0L, 0L, null)
                .organic(VIDEO, START.minusDays(1), START, 2_000, 50, 1);
    }

    @Test
    void the_baseline_ends_the_day_before_the_start_and_counts_its_days_with_clicks() {
        AdTestEvidence seen = read(funnel(organicDays()), plan(null));

        // Three old days whole; of the day before the start, three days old today, .90.
        assertEquals(new Side(350, 300 + 50 * 0.90, 13), seen.baseline());
        assertEquals(4, seen.baselineDays());
        assertEquals(
                List.of(START),
                seen.days().stream().map(AdTestEvidence.Day::day).toList());
        assertEquals(new Side(50, 50 * 0.85, 1), seen.days().get(0).organic());
    }

    @Test
    void what_was_sold_under_another_offer_is_no_baseline() {
        AdTestPlan again = plan(new AdTestPlan.Restart(START.minusDays(1), "the price changed"));

        // The test begins with the new offer, and no organic day of it lies before.
        AdTestEvidence seen = read(funnel(organicDays()), again);

        assertEquals(Side.NOTHING, seen.baseline());
        assertEquals(0, seen.baselineDays());
        assertEquals(2, seen.days().size());
    }

    @Test
    void orders_that_are_booked_on_their_own_day_come_from_the_clicks_of_the_days_before_too() {
        PerformanceBook.Builder book = PerformanceBook.builder();
        for (int daysAgo = 3; daysAgo >= 1; daysAgo--) {
            LocalDate day = AS_OF.minusDays(daysAgo);
            Funnel numbers = Funnel.builder(USD)
                    .count(Funnel.Count.CLICKS, 100)
                    .count(Funnel.Count.ORDERS, 3)
                    .build();
            book.record(new Observation(
                    Subject.of(VIDEO),
                    Period.of(day),
                    Traffic.BLENDED,
                    numbers,
                    Source.VIDEO_PERFORMANCE,
                    Instant.EPOCH));
        }

        AdTestEvidence seen = read(book, plan(null));

        // By the end of the day before the start .60 of its 100 clicks' orders were booked.
        assertEquals(new Side(100, 60, 3), seen.baseline());
        // On the next day .60 of its own, and .75 - .60 of those before; then another .85 - .75 of the first.
        assertEquals(60 + 15, seen.days().get(0).organicOrNothing().exposure(), 1e-9);
        assertEquals(60 + 15 + 10, seen.days().get(1).organicOrNothing().exposure(), 1e-9);
    }
}
