package dev.flywheel.core.performance;

import static dev.flywheel.core.TestEvidence.ANNA;
import static dev.flywheel.core.TestEvidence.BEN;
import static dev.flywheel.core.TestEvidence.SERUM;
import static dev.flywheel.core.TestEvidence.VIDEO;
import static dev.flywheel.core.TestEvidence.day;
import static dev.flywheel.core.TestEvidence.days;
import static dev.flywheel.core.TestEvidence.line;
import static dev.flywheel.core.TestEvidence.shop;
import static dev.flywheel.core.TestEvidence.usd;
import static dev.flywheel.core.TestEvidence.video;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.content.LiveId;
import dev.flywheel.core.performance.Finding.Kind;
import dev.flywheel.core.performance.Finding.Severity;
import dev.flywheel.core.performance.OrderLine.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ValuesTest {

    private static final LiveId LIVE = new LiveId("7561234567890123456");

    @Nested
    class APeriod {

        @Test
        void holds_both_of_its_ends() {
            Period week = days(1, 7);

            assertEquals(7, week.days());
            assertEquals(
                    List.of(day(1), day(2), day(3), day(4), day(5), day(6), day(7)),
                    week.dates().toList());
            assertTrue(week.contains(day(1)) && week.contains(day(7)));
            assertFalse(week.contains(day(0)) || week.contains(day(8)));
            assertEquals("2026-11-01..2026-11-07", week.toString());
            assertEquals(1, Period.of(day(3)).days());
        }

        @Test
        void refuses_to_end_before_it_starts() {
            assertEquals(
                    "Period must not end before it starts: 2026-11-02..2026-11-01",
                    assertThrows(IllegalArgumentException.class, () -> days(2, 1))
                            .getMessage());
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("dev.flywheel.core.performance.ValuesTest#seeds")
        void overlaps_another_if_they_share_a_day(long seed) {
            Random random = new Random(seed);
            Period left = random(random);
            Period right = random(random);
            boolean shares = left.dates().anyMatch(right::contains);

            assertEquals(shares, left.overlaps(right));
            assertEquals(shares, right.overlaps(left));
            assertEquals(left.equals(right), left.compareTo(right) == 0);
            assertEquals(Integer.signum(left.compareTo(right)), -Integer.signum(right.compareTo(left)));
        }

        private Period random(Random random) {
            int first = random.nextInt(6);
            return days(first, first + random.nextInt(4));
        }
    }

    @Nested
    class AnEstimate {

        @Test
        void refuses_what_is_not_a_number_with_an_interval() {
            assertEquals(
                    "Estimate needs finite numbers with low <= high, got NaN [0.0, 1.0]",
                    assertThrows(IllegalArgumentException.class, () -> new Estimate(Double.NaN, 0, 1, 0.8))
                            .getMessage());
            assertThrows(IllegalArgumentException.class, () -> new Estimate(0, Double.NEGATIVE_INFINITY, 1, 0.8));
            assertThrows(IllegalArgumentException.class, () -> new Estimate(0, 0, Double.POSITIVE_INFINITY, 0.8));
            assertThrows(IllegalArgumentException.class, () -> new Estimate(0, 2, 1, 0.8));
        }

        @ParameterizedTest
        @CsvSource({"0", "-0.1", "1.01", "NaN"})
        void refuses_a_level_that_is_no_probability(double level) {
            assertEquals(
                    "level must be above 0 and at most 1, got " + level,
                    assertThrows(IllegalArgumentException.class, () -> new Estimate(1, 0, 2, level))
                            .getMessage());
        }

        @Test
        void changes_unit_and_sign() {
            assertEquals(new Estimate(10, 5, 20, 0.8), new Estimate(1, 0.5, 2, 0.8).map(value -> 10 * value));
            assertEquals(new Estimate(-1, -2, -0.5, 0.8), new Estimate(1, 0.5, 2, 0.8).negated());
            assertEquals(Estimate.exactly(0), Estimate.exactly(0).negated());
            assertEquals(new Estimate(3, 3, 3, 1), Estimate.exactly(3));
        }
    }

    @Nested
    class ASubject {

        private final Subject.Cases<Object> ids = new Subject.Cases<>() {
            @Override
            public Object video(Subject.OfVideo video) {
                return video.video();
            }

            @Override
            public Object live(Subject.OfLive live) {
                return live.live();
            }

            @Override
            public Object product(Subject.OfProduct product) {
                return product.product();
            }

            @Override
            public Object creator(Subject.OfCreator creator) {
                return creator.creator();
            }

            @Override
            public Object shop(Subject.OfShop shop) {
                return shop.toString();
            }
        };

        @ParameterizedTest
        @MethodSource("dev.flywheel.core.performance.ValuesTest#subjects")
        void answers_by_case(Subject subject, Object id, String text) {
            assertEquals(id, subject.match(ids));
            assertEquals(text, subject.toString());
        }

        @Test
        void may_be_the_part_of_a_post_that_one_product_accounts_for() {
            assertEquals(Optional.empty(), new Subject.OfVideo(VIDEO, null).product());
            assertEquals(Optional.of(SERUM), new Subject.OfVideo(VIDEO, SERUM).product());
            assertEquals(Optional.empty(), new Subject.OfLive(LIVE, null).product());
            assertEquals(Optional.of(SERUM), new Subject.OfLive(LIVE, SERUM).product());
        }

        @Test
        void needs_what_it_is_about() {
            assertEquals(
                    List.of("video", "live", "product", "creator"),
                    Stream.<Executable>of(
                                    () -> new Subject.OfVideo(null, SERUM),
                                    () -> new Subject.OfLive(null, SERUM),
                                    () -> new Subject.OfProduct(null),
                                    () -> new Subject.OfCreator(null))
                            .map(made -> assertThrows(NullPointerException.class, made)
                                    .getMessage())
                            .toList());
        }
    }

    @Nested
    class AnOrderLine {

        @Test
        void keeps_what_it_was_given() {
            OrderLine line = line("o1", "s1", 3)
                    .product(SERUM)
                    .creator(ANNA)
                    .quantity(2)
                    .refunded(true)
                    .status(Status.SETTLED)
                    .build();

            assertEquals("o1", line.orderId());
            assertEquals("s1", line.skuId());
            assertEquals(Optional.of(SERUM), line.product());
            assertEquals(Optional.of(ANNA), line.creator());
            assertEquals(Optional.of(VIDEO), line.video());
            assertEquals(2, line.quantity());
            assertEquals(Optional.of(usd("30.00")), line.paid());
            assertEquals(Optional.of(usd("4.50")), line.commission());
            assertTrue(line.refunded());
            assertEquals(Status.SETTLED, line.status());
            assertEquals("order o1 sku s1", line.toString());
        }

        @Test
        void tells_its_traffic_by_the_shop_ads_commission() {
            assertEquals(
                    Traffic.ORGANIC,
                    line("o", "s", 1).shopAdsCommission(usd("0")).build().traffic());
            assertEquals(
                    Traffic.PAID,
                    line("o", "s", 1).shopAdsCommission(usd("0.01")).build().traffic());
            assertEquals(
                    Traffic.BLENDED,
                    OrderLine.builder("o", "s", Instant.EPOCH).build().traffic());
        }

        @Test
        void counts_as_a_sale_unless_void_or_a_free_sample() {
            OrderLine unknownPayment =
                    OrderLine.builder("o", "s", Instant.EPOCH).build();

            assertTrue(line("o", "s", 1).build().isSale());
            assertTrue(unknownPayment.isSale());
            assertFalse(unknownPayment.isSample());
            assertFalse(line("o", "s", 1).status(Status.VOID).build().isSale());
            assertTrue(line("o", "s", 1).paid(usd("0.00")).build().isSample());
            assertFalse(line("o", "s", 1).paid(usd("0.00")).build().isSale());
        }

        @Test
        void is_equal_when_it_says_the_same_and_is_untouched_by_its_builder() {
            OrderLine.Builder builder = line("o", "s", 1);
            OrderLine line = builder.build();
            builder.quantity(5).creator(BEN).video(video(2));

            assertEquals(line, line("o", "s", 1).build());
            assertEquals(line.hashCode(), line("o", "s", 1).build().hashCode());
            assertNotEquals(line, builder.build());
            assertNotEquals(line, (Object) "o");
        }

        @Test
        void refuses_a_negative_quantity() {
            assertEquals(
                    "quantity must not be negative, got -1",
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> line("o", "s", 1).quantity(-1))
                            .getMessage());
        }
    }

    @Nested
    class AFinding {

        @Test
        void comes_before_a_less_severe_kind_and_then_in_order_of_subject() {
            Finding unreadable = new Finding(Kind.FILE_UNREADABLE, "z", "m", "r");
            Finding differ = new Finding(Kind.TOTALS_DIFFER, "a", "m", "r");
            Finding differElsewhere = new Finding(Kind.TOTALS_DIFFER, "b", "a", "a");

            assertEquals(
                    List.of(unreadable, differ, differElsewhere),
                    new ArrayList<>(new TreeSet<>(List.of(differElsewhere, unreadable, differ, differ))));
        }

        @Test
        void blocks_where_decisions_would_lean_on_nothing() {
            assertEquals(Severity.BLOCKING, Kind.ATTRIBUTION_MISSING.severity());
            assertEquals(Severity.WARNING, Kind.EXPORT_TRUNCATED.severity());
            assertEquals(Severity.NOTE, Kind.FILE_DUPLICATED.severity());
        }
    }

    @Test
    void import_report_counts_every_row_of_the_file() {
        RejectedRow rejected = new RejectedRow(7, "GMV", "abc", "no amount", "correct it");
        ImportReport report =
                new ImportReport("id", "name.csv", "video performance", days(1, 7), 10, 2, List.of(rejected));

        assertEquals(13, report.rows());
        assertEquals(Optional.of(days(1, 7)), report.period());
        assertEquals(Optional.empty(), new ImportReport("id", "n", "f", null, 0, 0, List.of()).period());
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "1, -1", "NaN, 0", "1, NaN", "Infinity, 1", "1, Infinity"})
    void rate_day_refuses_what_is_no_count(double exposure, double orders) {
        assertEquals(
                "A rate day needs exposure and orders of at least 0, got " + exposure + ", " + orders,
                assertThrows(IllegalArgumentException.class, () -> new RateDay(day(1), exposure, orders))
                        .getMessage());
    }

    @Test
    void observation_needs_all_its_parts() {
        Observation seen = shop(1, 7).build();

        assertEquals(
                "asOf",
                assertThrows(
                                NullPointerException.class,
                                () -> new Observation(
                                        seen.subject(),
                                        seen.period(),
                                        seen.traffic(),
                                        seen.funnel(),
                                        seen.source(),
                                        null))
                        .getMessage());
    }

    @Test
    void sources_book_orders_on_the_day_of_the_click_or_of_the_order() {
        assertEquals(
                List.of(Source.FUNNEL_DAILY, Source.GMV_MAX_CREATIVE, Source.ADS_MANAGER),
                Stream.of(Source.values())
                        .filter(source -> source.booking() == Source.Booking.CLICK_DAY)
                        .toList());
    }

    static Stream<Arguments> subjects() {
        return Stream.of(
                Arguments.of(new Subject.OfVideo(VIDEO, null), VIDEO, "video " + VIDEO),
                Arguments.of(new Subject.OfVideo(VIDEO, SERUM), VIDEO, "video " + VIDEO + " product " + SERUM),
                Arguments.of(new Subject.OfLive(LIVE, null), LIVE, "LIVE " + LIVE),
                Arguments.of(new Subject.OfLive(LIVE, SERUM), LIVE, "LIVE " + LIVE + " product " + SERUM),
                Arguments.of(new Subject.OfProduct(SERUM), SERUM, "product " + SERUM),
                Arguments.of(new Subject.OfCreator(ANNA), ANNA, "creator anna"),
                Arguments.of(new Subject.OfShop(), "shop", "shop"));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }
}
