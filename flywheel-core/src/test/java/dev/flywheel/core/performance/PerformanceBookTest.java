package dev.flywheel.core.performance;

import static dev.flywheel.core.TestEvidence.ANNA;
import static dev.flywheel.core.TestEvidence.CREAM;
import static dev.flywheel.core.TestEvidence.SERUM;
import static dev.flywheel.core.TestEvidence.VIDEO;
import static dev.flywheel.core.TestEvidence.creators;
import static dev.flywheel.core.TestEvidence.day;
import static dev.flywheel.core.TestEvidence.line;
import static dev.flywheel.core.TestEvidence.live;
import static dev.flywheel.core.TestEvidence.products;
import static dev.flywheel.core.TestEvidence.shop;
import static dev.flywheel.core.TestEvidence.video;
import static dev.flywheel.core.TestEvidence.wholeShop;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.TestEvidence.Report;
import dev.flywheel.core.content.LiveId;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.performance.Funnel.Count;
import dev.flywheel.core.performance.OrderLine.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PerformanceBookTest {

    private static final String EARLY = "2026-11-10T00:00:00Z";
    private static final String LATE = "2026-11-20T00:00:00Z";
    private static final Subject WHOLE = new Subject.OfVideo(VIDEO, null);

    private static PerformanceBook book(Report... reports) {
        PerformanceBook.Builder book = PerformanceBook.builder();
        for (Report report : reports) {
            book.record(report.build());
        }
        return book.build();
    }

    private static List<Observation> disjoint(PerformanceBook book) {
        return book.disjoint(WHOLE, Source.VIDEO_PERFORMANCE, Traffic.BLENDED);
    }

    private static List<Observation> built(Report... reports) {
        return List.of(reports).stream().map(Report::build).toList();
    }

    @Nested
    class OfTheSameThing {

        @Test
        void keeps_the_newest_whatever_the_order() {
            Report old = shop(1, 7).orders(10).asOf(EARLY);
            Report restated = shop(1, 7).orders(8).asOf(LATE);

            assertEquals(built(restated), book(old, restated).of(WHOLE));
            assertEquals(built(restated), book(restated, old).of(WHOLE));
        }

        @Test
        void keeps_one_of_two_that_were_said_at_once_whatever_the_order() {
            Report left = shop(1, 7).orders(10);
            Report right = shop(1, 7).orders(8);

            assertEquals(book(left, right).of(WHOLE), book(right, left).of(WHOLE));
            assertEquals(1, book(left, right).of(WHOLE).size());
        }

        @Test
        void is_unchanged_by_recording_twice() {
            assertEquals(
                    built(shop(1, 7).orders(10)),
                    book(shop(1, 7).orders(10), shop(1, 7).orders(10)).of(WHOLE));
        }

        @Test
        void newer_report_replaces_also_what_it_does_not_know() {
            PerformanceBook book = book(
                    shop(1, 7).orders(10).clicks(99).asOf(EARLY),
                    shop(1, 7).orders(8).asOf(LATE));

            assertTrue(book.of(WHOLE).get(0).funnel().get(Count.CLICKS).isEmpty());
        }
    }

    @Nested
    class OfOverlappingPeriods {

        @Test
        void keeps_days_and_drops_the_week_that_holds_them() {
            PerformanceBook book =
                    book(shop(1, 7).orders(10), shop(2, 2).orders(1), shop(3, 3).orders(2));

            assertEquals(built(shop(2, 2).orders(1), shop(3, 3).orders(2)), disjoint(book));
        }

        @Test
        void keeps_the_newer_of_two_equally_long_ones() {
            Report older = shop(1, 7).orders(10).asOf(LATE);
            Report newer = shop(5, 11).orders(9).asOf("2026-11-20T00:00:01Z");

            assertEquals(built(newer), disjoint(book(older, newer)));
            assertEquals(built(newer), disjoint(book(newer, older)));
        }

        @Test
        void keeps_the_earlier_of_two_equally_long_and_old_ones() {
            assertEquals(
                    built(shop(1, 7).orders(10)),
                    disjoint(book(shop(7, 13).orders(9), shop(1, 7).orders(10))));
        }

        @Test
        void keeps_neighbours_that_share_no_day() {
            assertEquals(
                    built(shop(1, 7).orders(10), shop(8, 14).orders(9)),
                    disjoint(book(shop(8, 14).orders(9), shop(1, 7).orders(10))));
        }

        @Test
        void sees_overlaps_at_either_end_and_in_the_middle() {
            assertEquals(built(shop(7, 9)), disjoint(book(shop(7, 9), shop(1, 7))));
            assertEquals(built(shop(1, 3)), disjoint(book(shop(1, 3), shop(3, 9))));
            assertEquals(built(shop(4, 5)), disjoint(book(shop(4, 5), shop(1, 9))));
        }

        @Test
        void does_not_mix_sources_or_traffic() {
            PerformanceBook book = book(shop(1, 7).orders(10));

            assertEquals(List.of(), book.disjoint(WHOLE, Source.VIDEO_PERFORMANCE, Traffic.PAID));
            assertEquals(List.of(), book.disjoint(WHOLE, Source.FUNNEL_DAILY, Traffic.BLENDED));
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("dev.flywheel.core.performance.PerformanceBookTest#seeds")
        void counts_no_day_twice_and_never_depends_on_the_order(long seed) {
            Random random = new Random(seed);
            List<Report> reports = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                int first = 1 + random.nextInt(20);
                reports.add(shop(first, first + random.nextInt(8))
                        .orders(random.nextInt(50))
                        .asOf("2026-12-0" + (1 + random.nextInt(3)) + "T00:00:00Z"));
            }
            List<Observation> kept = disjoint(book(reports.toArray(Report[]::new)));
            Collections.shuffle(reports, random);

            assertEquals(kept, disjoint(book(reports.toArray(Report[]::new))));
            for (int i = 1; i < kept.size(); i++) {
                assertTrue(
                        kept.get(i - 1)
                                .period()
                                .lastDay()
                                .isBefore(kept.get(i).period().firstDay()),
                        kept::toString);
            }
            for (Report report : reports) {
                Period period = report.build().period();
                assertTrue(kept.stream().anyMatch(seen -> seen.period().overlaps(period)), () -> period + " lost");
            }
        }
    }

    @Nested
    class OfAVideoAndItsProducts {

        private List<Observation> seen(Report... reports) {
            return book(reports).disjoint(VIDEO, Source.VIDEO_PERFORMANCE, Traffic.BLENDED);
        }

        @Test
        void adds_products_up() {
            assertEquals(
                    built(shop(1, 7).of(SERUM).orders(4), shop(1, 7).of(CREAM).orders(5)),
                    seen(shop(1, 7).of(CREAM).orders(5), shop(1, 7).of(SERUM).orders(4)));
        }

        @Test
        void takes_the_whole_instead_of_its_products_over_the_same_days() {
            assertEquals(
                    built(shop(1, 7).orders(9)),
                    seen(
                            shop(1, 7).of(CREAM).orders(5),
                            shop(1, 7).orders(9),
                            shop(1, 7).of(SERUM).orders(4)));
        }

        @Test
        void takes_the_products_days_instead_of_the_whole_week() {
            assertEquals(
                    built(shop(8, 14).orders(7), shop(1, 1).of(SERUM).orders(4)),
                    seen(
                            shop(1, 7).orders(9),
                            shop(8, 14).orders(7),
                            shop(1, 1).of(SERUM).orders(4)));
        }

        @Test
        void lists_the_whole_first_and_then_its_products() {
            PerformanceBook book =
                    book(shop(1, 7).of(CREAM), shop(1, 7), shop(1, 7).of(SERUM));

            assertEquals(
                    List.of(
                            new Subject.OfVideo(VIDEO, null),
                            new Subject.OfVideo(VIDEO, SERUM),
                            new Subject.OfVideo(VIDEO, CREAM)),
                    book.partsOf(VIDEO));
        }
    }

    @Nested
    class OfOrderLines {

        private final Instant early = Instant.parse(EARLY);
        private final Instant late = Instant.parse(LATE);

        @Test
        void keeps_the_newest_export_of_an_order_and_sku() {
            OrderLine pending = line("o1", "s1", 1).status(Status.PENDING).build();
            OrderLine cancelled = line("o1", "s1", 1).status(Status.VOID).build();

            assertEquals(
                    List.of(cancelled),
                    PerformanceBook.builder()
                            .record(cancelled, late)
                            .record(pending, early)
                            .build()
                            .orderLines());
            assertEquals(
                    List.of(cancelled),
                    PerformanceBook.builder()
                            .record(pending, early)
                            .record(cancelled, late)
                            .build()
                            .orderLines(VIDEO));
        }

        @Test
        void keeps_each_sku_of_an_order() {
            PerformanceBook book = PerformanceBook.builder()
                    .record(line("o1", "s2", 1).build(), early)
                    .record(line("o1", "s1", 1).build(), early)
                    .build();

            assertEquals(
                    List.of("s1", "s2"),
                    book.orderLines().stream().map(OrderLine::skuId).toList());
        }

        @Test
        void settles_a_tie_the_same_way_in_any_order() {
            OrderLine left = line("o1", "s1", 1).quantity(1).build();
            OrderLine right = line("o1", "s1", 1).quantity(2).build();

            assertEquals(
                    PerformanceBook.builder()
                            .record(left, late)
                            .record(right, late)
                            .build()
                            .orderLines(),
                    PerformanceBook.builder()
                            .record(right, late)
                            .record(left, late)
                            .build()
                            .orderLines());
        }

        @Test
        void knows_videos_from_reports_and_from_lines() {
            VideoId other = video(2);
            PerformanceBook book = PerformanceBook.builder()
                    .record(line("o1", "s1", 1).video(other).build(), early)
                    .record(OrderLine.builder("o2", "s1", late).build(), early)
                    .record(shop(1, 7).build())
                    .record(creators(1, 7).build())
                    .build();

            assertEquals(List.of(VIDEO, other), List.copyOf(book.videos()));
            assertEquals(2, book.orderLines().size());
            assertEquals(List.of(), book.orderLines(VIDEO));
            assertEquals(List.of(), book.partsOf(other));
        }
    }

    @Test
    void cannot_be_changed_from_outside() {
        PerformanceBook book = book(shop(1, 7).orders(10));

        assertThrows(UnsupportedOperationException.class, () -> book.of(WHOLE).clear());
        assertThrows(UnsupportedOperationException.class, () -> book.subjects().clear());
        assertThrows(UnsupportedOperationException.class, () -> book.videos().clear());
        assertThrows(
                UnsupportedOperationException.class, () -> book.partsOf(VIDEO).clear());
        assertThrows(
                UnsupportedOperationException.class, () -> book.orderLines().clear());
    }

    @Test
    void stays_as_built_when_its_builder_goes_on() {
        PerformanceBook.Builder builder =
                PerformanceBook.builder().record(shop(1, 7).build());
        PerformanceBook book = builder.build();
        builder.record(shop(8, 14).build()).record(line("o", "s", 1).build(), Instant.EPOCH);

        assertEquals(1, book.of(WHOLE).size());
        assertTrue(book.orderLines().isEmpty());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void says_the_same_whatever_the_order_of_recording(long seed) {
        Random random = new Random(seed);
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int first = 1 + random.nextInt(5);
            Report report = random.nextBoolean() ? shop(first, first + 6) : creators(first, first + 6);
            observations.add(report.orders(random.nextInt(9))
                    .asOf(day(20 + random.nextInt(3)) + "T00:00:00Z")
                    .build());
        }
        PerformanceBook.Builder builder = PerformanceBook.builder();
        observations.forEach(builder::record);
        PerformanceBook book = builder.build();
        Collections.shuffle(observations, random);
        PerformanceBook.Builder shuffledBuilder = PerformanceBook.builder();
        observations.forEach(shuffledBuilder::record);
        PerformanceBook shuffled = shuffledBuilder.build();

        assertEquals(new HashSet<>(book.subjects()), new HashSet<>(shuffled.subjects()));
        for (Subject subject : List.of(WHOLE, new Subject.OfCreator(ANNA))) {
            assertEquals(book.of(subject), shuffled.of(subject));
            for (Observation kept : book.of(subject)) {
                assertFalse(observations.stream()
                        .anyMatch(seen ->
                                seen.key().equals(kept.key()) && seen.asOf().isAfter(kept.asOf())));
            }
        }
    }

    @Test
    void keeps_products_lives_and_the_shop_apart_and_restates_each() {
        LiveId live = new LiveId("7561234567890123456");
        Report[] reports = {
            products(SERUM, 1, 7).orders(1).asOf(EARLY),
            products(SERUM, 1, 7).orders(2).asOf(LATE),
            products(CREAM, 1, 7).orders(3),
            live(live, null, 1, 7).orders(4),
            live(live, SERUM, 1, 7).orders(5),
            wholeShop(1, 1).orders(6),
            wholeShop(2, 2).orders(7),
            shop(1, 7).of(SERUM).orders(8)
        };
        PerformanceBook book = book(reports);

        assertEquals(6, book.subjects().size());
        assertEquals(built(reports[1]), book.of(new Subject.OfProduct(SERUM)));
        assertEquals(built(reports[3]), book.of(new Subject.OfLive(live, null)));
        assertEquals(built(reports[4]), book.of(new Subject.OfLive(live, SERUM)));
        assertEquals(
                built(reports[5], reports[6]), book.disjoint(new Subject.OfShop(), Source.SHOP_DAILY, Traffic.BLENDED));
        assertEquals(List.of(VIDEO), List.copyOf(book.videos()));
        assertEquals(List.of(new Subject.OfVideo(VIDEO, SERUM)), book.partsOf(VIDEO));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }
}
