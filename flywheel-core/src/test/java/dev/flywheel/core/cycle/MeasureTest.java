package dev.flywheel.core.cycle;

import static dev.flywheel.core.TestEvidence.ANNA;
import static dev.flywheel.core.TestEvidence.BEN;
import static dev.flywheel.core.TestEvidence.CREAM;
import static dev.flywheel.core.TestEvidence.EXPORTED;
import static dev.flywheel.core.TestEvidence.SERUM;
import static dev.flywheel.core.TestEvidence.VIDEO;
import static dev.flywheel.core.TestEvidence.ads;
import static dev.flywheel.core.TestEvidence.daily;
import static dev.flywheel.core.TestEvidence.day;
import static dev.flywheel.core.TestEvidence.days;
import static dev.flywheel.core.TestEvidence.line;
import static dev.flywheel.core.TestEvidence.program;
import static dev.flywheel.core.TestEvidence.shop;
import static dev.flywheel.core.TestEvidence.usd;
import static dev.flywheel.core.TestEvidence.video;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.adtest.AdTestStart;
import dev.flywheel.core.content.Authorization;
import dev.flywheel.core.content.CreativeTags;
import dev.flywheel.core.content.Video;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.halo.BrandedSearch;
import dev.flywheel.core.halo.BrandedWeek;
import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.Finding.Kind;
import dev.flywheel.core.performance.Funnel.Count;
import dev.flywheel.core.performance.ImportReport;
import dev.flywheel.core.performance.RateDay;
import dev.flywheel.core.performance.RejectedRow;
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.program.ProductId;
import dev.flywheel.core.roster.CreatorId;
import dev.flywheel.core.roster.Sample;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MeasureTest {

    private static final LocalDate AS_OF = day(16);

    private final Evidence.Builder evidence = Evidence.builder();

    private Measured measured() {
        return Measure.measure(evidence.build(), program(), AS_OF);
    }

    @Nested
    class Videos {

        @Test
        void are_merged_from_all_their_listings() {
            Instant reported = Instant.parse("2026-10-03T10:00:00Z");
            evidence.add(Video.builder(VIDEO).products(List.of(CREAM)).build())
                    .add(Video.builder(VIDEO)
                            .creator(ANNA)
                            .products(List.of(SERUM))
                            .postedAt(reported.plusSeconds(60))
                            .build())
                    .add(Video.builder(VIDEO)
                            .creator(ANNA)
                            .postedAt(reported)
                            .tags(new CreativeTags("question", null, null, null))
                            .build())
                    .add(Video.builder(VIDEO)
                            .tags(new CreativeTags(null, "before and after", null, null))
                            .build());

            assertEquals(
                    Map.of(
                            VIDEO,
                            Video.builder(VIDEO)
                                    .creator(ANNA)
                                    .products(List.of(SERUM, CREAM))
                                    .postedAt(reported)
                                    .tags(new CreativeTags("question", "before and after", null, null))
                                    .build()),
                    measured().videos());
            assertEquals(List.of(), measured().findings());
        }

        @Test
        void take_the_brands_own_tags_before_those_of_a_listing() {
            CreativeTags own = new CreativeTags("statement", null, null, null);
            evidence.tag(VIDEO, own)
                    .add(Video.builder(VIDEO)
                            .tags(new CreativeTags("question", "a", "b", "c"))
                            .build());

            assertEquals(own, measured().videos().get(VIDEO).tags());
        }

        @Test
        void known_only_by_their_numbers_are_known() {
            VideoId ordered = video(2);
            evidence.add(shop(1, 7).orders(3).build())
                    .add(line("o1", "s", 3).video(ordered).creator(BEN).build(), EXPORTED);

            Map<VideoId, Video> videos = measured().videos();

            assertEquals(Set.of(VIDEO, ordered), videos.keySet());
            assertEquals(VIDEO.createdAt(), videos.get(VIDEO).postedAt());
            assertEquals(Optional.empty(), videos.get(VIDEO).creator());
            assertEquals(Optional.of(BEN), videos.get(ordered).creator());
        }

        @Test
        void with_products_that_the_programme_does_not_list_are_a_finding_for_each_product() {
            ProductId stranger = new ProductId("1729000000000000999");
            evidence.add(Video.builder(VIDEO).products(List.of(stranger)).build())
                    .add(Video.builder(video(2)).products(List.of(stranger)).build());

            assertEquals(
                    List.of(new Finding(
                            Kind.PRODUCT_UNKNOWN,
                            "product 1729000000000000999",
                            "shown in 2 videos, but not a product of the programme",
                            "Add it with its costs; until then the average of the programme's products stands in for"
                                    + " it.")),
                    measured().findings());
        }

        @Test
        void under_two_creators_are_a_finding_and_count_for_the_first() {
            evidence.add(Video.builder(VIDEO).creator(BEN).build())
                    .add(line("o1", "s", 3).creator(ANNA).build(), EXPORTED);

            Measured measured = measured();

            assertEquals(Optional.of(ANNA), measured.videos().get(VIDEO).creator());
            assertEquals(
                    List.of(new Finding(
                            Kind.VIDEO_UNDER_TWO_CREATORS,
                            "video " + VIDEO,
                            "listed under [anna, ben]; counted for anna",
                            "A renamed handle or a copied row: correct the creator in the source.")),
                    measured.findings());
        }
    }

    @Nested
    class WhatItKeeps {

        @Test
        void is_each_thing_once_however_often_it_was_said() {
            Sample sample = new Sample(ANNA, SERUM, day(1), null, null, null, null);
            Authorization granted = new Authorization(VIDEO, day(1), 30, Authorization.Kind.SPARK_CODE);
            AdTestStart test = new AdTestStart(VIDEO, day(2), usd("50"), AdTestStart.Kind.SPARK_AD);
            BrandedSearch search = new BrandedSearch(days(1, 7), "amazon.com", "northpeak", 900);
            for (int i = 0; i < 2; i++) {
                evidence.add(sample)
                        .add(granted)
                        .add(test)
                        .add(search)
                        .covers(Source.AFFILIATE_ORDERS, days(1, 7))
                        .add(line("o1", "s", 3).build(), EXPORTED)
                        .add(shop(1, 7).orders(2).build());
            }

            Measured measured = measured();

            assertEquals(List.of(sample), measured.samples());
            assertEquals(List.of(granted), measured.authorizations());
            assertEquals(List.of(test), measured.adTests());
            assertEquals(
                    List.of(new BrandedWeek("US", days(1, 7), List.of("northpeak"), List.of(), 900)),
                    measured.brandedWeeks());
            assertEquals(1, measured.coverage().size());
            assertEquals(1, measured.book().orderLines().size());
            assertEquals(
                    OptionalLong.of(2), measured.histories().get(VIDEO).seen().get(Count.ORDERS));
        }

        @Test
        void names_every_creator_from_anywhere() {
            CreatorId prospect = new CreatorId("cleo");
            evidence.add(prospect)
                    .add(new Sample(BEN, SERUM, null, null, null, null, null))
                    .add(Video.builder(VIDEO).creator(ANNA).build());

            assertEquals(Set.of(ANNA, BEN, prospect), measured().creators());
            assertEquals(Set.of(prospect), measured().prospects());
        }

        @Test
        void knows_a_boost_from_the_first_of_its_tests() {
            evidence.add(new AdTestStart(VIDEO, day(5), usd("50"), AdTestStart.Kind.SPARK_AD))
                    .add(new AdTestStart(VIDEO, day(2), usd("50"), AdTestStart.Kind.SPARK_AD))
                    .add(shop(1, 1).clicks(10).orders(1).build())
                    .add(shop(2, 2).clicks(20).orders(2).build());

            Measured measured = measured();

            assertEquals(
                    List.of(new RateDay(day(1), 10, 1)),
                    measured.histories().get(VIDEO).rateDays(Traffic.ORGANIC));
            assertEquals(
                    List.of(new RateDay(day(2), 20, 2)),
                    measured.histories().get(VIDEO).rateDays(Traffic.BLENDED));
            assertEquals(
                    List.of(day(2), day(5)),
                    measured.adTests().stream().map(AdTestStart::startedOn).toList());
        }
    }

    @Nested
    class Findings {

        @Test
        void come_most_severe_first_and_each_once() {
            Finding note = new Finding(Kind.FILE_DUPLICATED, "file a", "same as b", "remove one");
            Finding warning = new Finding(Kind.PRODUCT_UNKNOWN, "product 3", "not listed", "list it");
            Finding blocking = new Finding(Kind.COLUMN_MISSING, "file z", "no GMV", "export it");
            evidence.add(note).add(warning).add(blocking).add(note);

            assertEquals(List.of(blocking, warning, note), measured().findings());
        }

        @Test
        void count_rejected_rows_of_a_file() {
            RejectedRow row = new RejectedRow(3, "GMV", "abc", "no amount", "correct it");
            evidence.add(new ImportReport("3f2a", "a.csv", "video performance", days(1, 7), 8, 2, List.of(row, row)))
                    .add(new ImportReport("77aa", "b.csv", "samples", null, 8, 2, List.of()));

            assertEquals(
                    List.of(new Finding(
                            Kind.ROWS_REJECTED,
                            "file 3f2a",
                            "2 of 12 rows could not be used (video performance)",
                            "Repair the quarantined rows and import them again.")),
                    measured().findings());
        }

        @Test
        void that_block_become_one_repair_for_each_subject() {
            evidence.add(new Finding(Kind.COLUMN_MISSING, "file a", "no column Orders", "export it"))
                    .add(new Finding(Kind.COLUMN_MISSING, "file a", "no column GMV", "export it"))
                    .add(new Finding(Kind.PERIOD_UNKNOWN, "file b", "no period", "give --period"))
                    .add(new Finding(Kind.PRODUCT_UNKNOWN, "product 3", "not listed", "list it"));

            List<Action> actions = Measure.actions(measured());

            assertEquals(
                    List.of(
                            "Repair the data of file a: no column GMV; no column Orders.",
                            "Repair the data of file b: no period."),
                    actions.stream().map(action -> action.explanation().text()).toList());
            assertEquals(
                    List.of("no column GMV", "export it", "no column Orders"),
                    actions.get(0).explanation().because());
            assertFalse(actions.get(0).explanation().needsApproval());
            assertEquals(usd("0.00"), actions.get(0).explanation().cost());
            assertEquals(
                    2,
                    actions.stream()
                            .map(action ->
                                    Proposal.of("Northpeak", AS_OF, action).id())
                            .distinct()
                            .count());
        }
    }

    @Nested
    class Report {

        @Test
        void says_what_is_known_in_numbers() {
            evidence.add(shop(1, 1).clicks(50).orders(2).gmv("60.00").build())
                    .add(ads(1, 1).clicks(30).spend("20.00").build())
                    .add(shop(1, 7)
                            .of(video(2))
                            .clicks(70)
                            .orders(1)
                            .gmv("30.00")
                            .build())
                    .add(
                            line("o1", "s", 1)
                                    .creator(ANNA)
                                    .shopAdsCommission(usd("3.00"))
                                    .build(),
                            EXPORTED)
                    .covers(Source.AFFILIATE_ORDERS, days(1, 1))
                    .covers(Source.GMV_MAX_CREATIVE, days(1, 7))
                    .add(new Finding(Kind.PERIOD_UNKNOWN, "file b", "no period", "give --period"));

            PhaseReport report = Measure.report(measured());

            assertEquals(
                    "2 videos of 1 creators are known up to 2026-11-16; 1 findings about the data, 1 of them blocking.",
                    report.headline());
            assertEquals(
                    Map.of(
                            "videos", 2.0,
                            "creators", 1.0,
                            "orderLines", 1.0,
                            "videosWithPaidApart", 1.0,
                            "videosSpread", 1.0,
                            "videoGmv", 90.0),
                    report.facts().stream()
                            .collect(Collectors.toMap(
                                    PhaseReport.Fact::name,
                                    fact -> fact.estimate().map(Estimate::mean).orElseThrow())));
            assertTrue(report.facts().stream()
                    .anyMatch(fact ->
                            fact.text().equals("90.00 USD value of orders that videos led to, before refunds")));
        }

        @Test
        void of_nothing_says_nothing_is_known() {
            assertEquals(
                    "0 videos of 0 creators are known up to 2026-11-16; 0 findings about the data, 0 of them blocking.",
                    Measure.report(measured()).headline());
        }
    }

    @Nested
    class NewestCompleteDay {

        @Test
        void is_the_last_day_that_a_report_or_an_export_covers() {
            Function<Evidence.Builder, Optional<LocalDate>> newest =
                    builder -> Measure.newestCompleteDay(builder.build());

            assertEquals(Optional.empty(), newest.apply(Evidence.builder()));
            assertEquals(
                    Optional.of(day(14)),
                    newest.apply(Evidence.builder()
                            .add(shop(8, 14).build())
                            .add(daily(9, Traffic.ORGANIC).build())));
            assertEquals(
                    Optional.of(day(20)),
                    newest.apply(
                            Evidence.builder().add(shop(8, 14).build()).covers(Source.AFFILIATE_ORDERS, days(1, 20))));
        }

        @Test
        void is_not_the_day_of_a_sample_a_test_or_a_scheduled_video() {
            evidence.add(shop(8, 14).build())
                    .add(new Sample(ANNA, SERUM, day(28), null, null, null, null))
                    .add(new AdTestStart(VIDEO, day(29), usd("50"), AdTestStart.Kind.SPARK_AD))
                    .add(Video.builder(VIDEO).postedAt(EXPORTED).build());

            assertEquals(Optional.of(day(14)), Measure.newestCompleteDay(evidence.build()));
        }
    }
}
