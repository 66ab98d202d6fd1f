package dev.flywheel.core.cycle;

import static dev.flywheel.core.TestEvidence.ANNA;
import static dev.flywheel.core.TestEvidence.BEN;
import static dev.flywheel.core.TestEvidence.CREAM;
import static dev.flywheel.core.TestEvidence.EXPORTED;
import static dev.flywheel.core.TestEvidence.SERUM;
import static dev.flywheel.core.TestEvidence.VIDEO;
import static dev.flywheel.core.TestEvidence.ZONE;
import static dev.flywheel.core.TestEvidence.daily;
import static dev.flywheel.core.TestEvidence.day;
import static dev.flywheel.core.TestEvidence.days;
import static dev.flywheel.core.TestEvidence.line;
import static dev.flywheel.core.TestEvidence.program;
import static dev.flywheel.core.TestEvidence.shop;
import static dev.flywheel.core.TestEvidence.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.flywheel.core.adtest.AdTestStart;
import dev.flywheel.core.content.Authorization;
import dev.flywheel.core.content.Video;
import dev.flywheel.core.halo.BrandedSearch;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.Finding.Kind;
import dev.flywheel.core.performance.Funnel.Count;
import dev.flywheel.core.performance.OrderLine;
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.roster.Sample;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What is dated after the day that is looked at. */
class MeasureAsOfTest {

    private static final LocalDate AS_OF = day(16);

    private final Evidence.Builder evidence = Evidence.builder();

    private Measured measured() {
        return Measure.measure(evidence.build(), program(), AS_OF);
    }

    private static Finding refused(String subject, String message) {
        return new Finding(
                Kind.AFTER_AS_OF,
                subject,
                message + " are dated after 2026-11-16 and were not used",
                "Choose a later --as-of date to use them, or check the dates.");
    }

    @Test
    void observations_are_refused_with_a_finding() {
        evidence.add(daily(16, Traffic.ORGANIC).clicks(10).orders(1).build())
                .add(daily(17, Traffic.ORGANIC).clicks(10).orders(5).build())
                .add(shop(15, 21).orders(9).build());

        Measured measured = measured();

        assertEquals(List.of(refused("observations", "2 of 3 observations")), measured.findings());
        assertEquals(OptionalLong.of(1), measured.histories().get(VIDEO).seen().get(Count.ORDERS));
    }

    @Test
    void order_lines_are_refused_by_the_day_of_the_brands_zone() {
        Instant lastSecond = Instant.parse("2026-11-17T07:59:59Z");
        evidence.add(OrderLine.builder("o1", "s", lastSecond).build(), EXPORTED)
                .add(OrderLine.builder("o2", "s", lastSecond.plusSeconds(1)).build(), EXPORTED);

        Measured measured = measured();

        assertEquals(List.of(refused("order lines", "1 of 2 order lines")), measured.findings());
        assertEquals(1, measured.book().orderLines().size());
    }

    @Test
    void a_later_export_of_an_earlier_order_is_used() {
        evidence.add(line("o1", "s", 16).build(), Instant.parse("2026-12-24T00:00:00Z"));

        assertEquals(1, measured().book().orderLines().size());
    }

    @Test
    void samples_authorizations_tests_and_searches_are_refused() {
        evidence.add(new Sample(ANNA, SERUM, day(17), null, null, null, null))
                .add(new Sample(ANNA, CREAM, day(10), day(18), null, null, null))
                .add(new Sample(BEN, CREAM, null, null, null, null, null))
                .add(new Authorization(VIDEO, day(17), 30, Authorization.Kind.SPARK_CODE))
                .add(new AdTestStart(VIDEO, day(17), usd("50"), AdTestStart.Kind.SPARK_AD))
                .add(new BrandedSearch(days(11, 17), "amazon.com", "northpeak", 900))
                .add(new BrandedSearch(days(10, 16), "amazon.com", "northpeak", 800));

        Measured measured = measured();

        assertEquals(
                List.of(
                        refused("ad tests", "1 of 1 ad tests"),
                        refused("authorizations", "1 of 1 authorizations"),
                        refused("branded searches", "1 of 2 branded searches"),
                        refused("samples", "1 of 3 samples")),
                measured.findings());
        assertEquals(
                List.of(BEN, ANNA),
                measured.samples().stream().map(Sample::creator).toList());
        assertEquals(List.of(), measured.authorizations());
        assertEquals(List.of(), measured.adTests());
        assertEquals(1, measured.brandedWeeks().size());
    }

    @Test
    void coverage_ends_and_leaves_no_gap_in_the_future() {
        evidence.covers(Source.AFFILIATE_ORDERS, days(1, 10))
                .covers(Source.AFFILIATE_ORDERS, days(11, 20))
                .covers(Source.AFFILIATE_ORDERS, days(25, 30));

        Measured measured = measured();

        assertEquals(List.of(), measured.findings());
        assertEquals(
                List.of(days(1, 10), days(11, 16)),
                measured.coverage().stream().map(span -> span.period()).toList());
    }

    @Test
    void scheduled_video_is_left_out_although_its_id_is_older() {
        evidence.add(Video.builder(VIDEO)
                        .creator(ANNA)
                        .postedAt(day(20).atTime(9, 0).atZone(ZONE).toInstant())
                        .build())
                .add(shop(10, 16).views(0).clicks(0).orders(0).build());

        Measured measured = measured();

        assertEquals(Map.of(), measured.videos());
        assertEquals(
                List.of(new Finding(
                        Kind.AFTER_AS_OF,
                        "video " + VIDEO,
                        "scheduled for 2026-11-20, after 2026-11-16",
                        "Nothing to do: it counts once it is up.")),
                measured.findings());
    }

    @Test
    void video_of_the_as_of_day_itself_is_kept() {
        evidence.add(Video.builder(VIDEO)
                .postedAt(Instant.parse("2026-11-17T07:59:59Z"))
                .build());

        assertEquals(day(16), measured().postedOn(measured().videos().get(VIDEO)));
    }
}
