package dev.flywheel.adapters.csv;

import static dev.flywheel.adapters.csv.Exports.OTHER_VIDEO;
import static dev.flywheel.adapters.csv.Exports.PRODUCT;
import static dev.flywheel.adapters.csv.Exports.VIDEO;
import static dev.flywheel.adapters.csv.Folder.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.adapters.csv.Folder.Container;
import dev.flywheel.core.content.Video;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.Funnel.Amount;
import dev.flywheel.core.performance.Funnel.Count;
import dev.flywheel.core.performance.Observation;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.roster.CreatorId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Performance exports of every generation, in both containers. */
class PerformanceFormatsTest extends FormatsFixture {

    @ParameterizedTest
    @EnumSource
    void reads_video_performance_g3(Container container) {
        Evidence evidence = new Folder(dir)
                .table(
                        container,
                        "Video_List_" + WEEK_NAME,
                        Exports.G3_VIDEO,
                        Exports.G3_DEFINITIONS,
                        Exports.g3Video(VIDEO, "jo.glow", PRODUCT, "$1,234.56", "40"),
                        Exports.g3Video(OTHER_VIDEO, "@Kim_K ", PRODUCT + "," + Exports.OTHER_PRODUCT, "$0.00", "--"))
                .read();
        counts(Folder.only(evidence), "video performance G3", 2, 2, 0);
        assertEquals(Optional.of(WEEK), Folder.only(evidence).period());
        Funnel funnel = Folder.funnel(evidence, VIDEO);
        assertEquals("1234.56 USD", money(funnel, Amount.GMV));
        assertEquals("12.00 USD", money(funnel, Amount.REFUNDS));
        assertEquals("185.19 USD", money(funnel, Amount.COMMISSION));
        assertEquals("unknown", money(funnel, Amount.SPEND));
        assertEquals(
                "VIEWS=50000 PRODUCT_IMPRESSIONS=20000 CLICKS=1000 ORDERS=40 ITEMS=41 REFUNDED_ITEMS=1",
                funnel.toString().substring(0, funnel.toString().indexOf(" GMV")));
        assertEquals(OptionalLong.empty(), Folder.funnel(evidence, OTHER_VIDEO).get(Count.ORDERS));
        Observation observation = evidence.observations().get(0);
        assertEquals(
                List.of(WEEK, Traffic.BLENDED, Source.VIDEO_PERFORMANCE),
                List.of(observation.period(), observation.traffic(), observation.source()));
        assertEquals(Instant.parse("2026-07-16T15:28:22Z"), observation.asOf());
        Video video = evidence.videos().get(0);
        assertEquals(Instant.parse("2026-07-10T18:00:00Z"), video.postedAt());
        assertEquals(Optional.of(new CreatorId("jo.glow")), video.creator());
        assertEquals(2, evidence.videos().get(1).products().size());
        assertEquals(
                List.of("jo.glow", "kim_k"),
                evidence.creators().stream().map(CreatorId::value).toList());
    }

    @ParameterizedTest
    @EnumSource
    void reads_video_performance_g2(Container container) {
        Evidence evidence = new Folder(dir)
                .table(
                        container,
                        "Video Data " + WEEK_NAME,
                        row(
                                "Video ID",
                                "Video title",
                                "Video link",
                                "Creator name",
                                "Product name",
                                "Product ID",
                                "GMV",
                                "Orders",
                                "Items sold",
                                "Est. commission"),
                        row(VIDEO, "t", "--", "jo.glow", "Serum", PRODUCT, "$90.93", "3", "4", "$9.00"))
                .read();
        counts(Folder.only(evidence), "video performance G2", 1, 1, 0);
        Funnel funnel = Folder.funnel(evidence, VIDEO);
        assertEquals("90.93 USD", money(funnel, Amount.GMV));
        assertEquals(OptionalLong.empty(), funnel.get(Count.VIEWS));
        assertEquals(new VideoId(VIDEO).createdAt(), evidence.videos().get(0).postedAt());
    }

    @ParameterizedTest
    @EnumSource
    void reads_video_performance_g1_with_the_id_from_the_link_and_clicks_from_the_rate(Container container) {
        Evidence evidence = new Folder(dir)
                .table(
                        container,
                        "Video_List_20250604-20250831_20250902023532",
                        Exports.G1_VIDEO,
                        Exports.g1Video(
                                "https://www.tiktok.com/@jo/video/" + VIDEO + "?x=1", "jo", "90.93", "2500", "1.72%"),
                        Exports.g1Video("https://www.tiktok.com/@jo/photo/" + OTHER_VIDEO, "jo", "0.0", "0", "--"))
                .read();
        counts(Folder.only(evidence), "video performance G1", 2, 1, 0);
        assertEquals(OptionalLong.of(43), Folder.funnel(evidence, VIDEO).get(Count.CLICKS));
        assertEquals(OptionalLong.of(0), Folder.funnel(evidence, OTHER_VIDEO).get(Count.CLICKS));
        assertEquals(OptionalLong.empty(), Folder.funnel(evidence, VIDEO).get(Count.VIEWS));
        assertEquals("90.93 USD", money(Folder.funnel(evidence, VIDEO), Amount.GMV));
        assertTrue(evidence.findings().stream()
                .anyMatch(finding -> finding.message().contains("derived as impressions times click rate")));
    }

    @ParameterizedTest
    @EnumSource
    void reads_creator_performance_g3_with_23_columns(Container container) {
        Evidence evidence = new Folder(dir)
                .table(
                        container,
                        "Creator_List_" + WEEK_NAME,
                        Exports.G3_CREATOR,
                        Exports.g3Creator("jo.glow", "$1,234.56"),
                        Exports.g3Creator("", "$5.00"))
                .read();
        counts(Folder.only(evidence), "creator performance G3", 1, 1, 1);
        assertEquals("1234.56 USD", money(Folder.funnel(evidence, "jo.glow"), Amount.GMV));
        assertEquals("89.99 USD", money(Folder.funnel(evidence, "jo.glow"), Amount.REFUNDS));
        assertEquals("1234.56 USD", money(Folder.funnel(evidence, "jo.glow"), Amount.VIDEO_GMV));
        assertEquals(
                "empty, but every row needs it", Folder.onlyRejected(evidence).reason());
    }

    @ParameterizedTest
    @EnumSource
    void reads_creator_performance_g3_with_11_columns(Container container) {
        Evidence evidence = new Folder(dir)
                .table(
                        container,
                        "Transaction_Analysis_Creator_List_20260724-20260724",
                        Exports.SHORT_CREATOR,
                        row("jo.glow", "$10.00", "$0.00", "$1.00", "1", "1", "0", "2", "0", "$10.00", "3"))
                .read();
        counts(Folder.only(evidence), "creator performance G3", 1, 1, 0);
        assertEquals(
                Period.of(LocalDate.of(2026, 7, 24)),
                evidence.observations().get(0).period());
        assertEquals(
                Instant.parse("2026-07-25T06:59:59Z"),
                evidence.observations().get(0).asOf());
    }

    @ParameterizedTest
    @EnumSource
    void reads_creator_performance_g1(Container container) {
        Evidence evidence = new Folder(dir)
                .currency("MYR")
                .table(
                        container,
                        "Creator_List_" + WEEK_NAME,
                        Exports.G1_CREATOR,
                        Exports.g1Creator("jo.glow", "7988.8", "40"))
                .read();
        counts(Folder.only(evidence), "creator performance G1", 1, 1, 0);
        assertEquals("7988.80 MYR", money(Folder.funnel(evidence, "jo.glow"), Amount.GMV));
        assertEquals(Source.CREATOR_PERFORMANCE, evidence.observations().get(0).source());
    }
}
