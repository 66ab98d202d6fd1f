package dev.flywheel.core;

import static dev.flywheel.core.TestEvidence.EXPORTED;
import static dev.flywheel.core.TestEvidence.SERUM;
import static dev.flywheel.core.TestEvidence.USD;
import static dev.flywheel.core.TestEvidence.daily;
import static dev.flywheel.core.TestEvidence.day;
import static dev.flywheel.core.TestEvidence.days;
import static dev.flywheel.core.TestEvidence.line;
import static dev.flywheel.core.TestEvidence.program;
import static dev.flywheel.core.TestEvidence.shop;
import static dev.flywheel.core.TestEvidence.usd;
import static dev.flywheel.core.TestEvidence.video;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.flywheel.core.adtest.AdTestStart;
import dev.flywheel.core.content.Authorization;
import dev.flywheel.core.content.CreativeTags;
import dev.flywheel.core.content.Video;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.cycle.Rotation;
import dev.flywheel.core.halo.BrandedSearch;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.ImportReport;
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.program.Policy;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.program.Program;
import dev.flywheel.core.roster.CreatorId;
import dev.flywheel.core.roster.Sample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The promise of determinism: the order in which evidence was collected changes nothing at all. */
class FlywheelDeterminismTest {

    private static final Program PROGRAM = Program.builder("Northpeak", USD, TestEvidence.ZONE)
            .dailyAdCap(usd("300"))
            .products(program().products())
            .policy(Policy.defaults().with(PolicyNumber.SAMPLE_DRAWS, "200"))
            .build();

    /** A small brand with everything in it, contradictions included. */
    private static List<Consumer<Evidence.Builder>> brand(long seed) {
        Random random = new Random(seed);
        List<Consumer<Evidence.Builder>> all = new ArrayList<>();
        for (int number = 1; number <= 12; number++) {
            content(number, random, all);
            reports(number, random, all);
        }
        for (int number : new int[] {1, 2}) {
            boost(number, random, all);
        }
        all.add(evidence -> evidence.covers(Source.AFFILIATE_ORDERS, days(1, 10)));
        all.add(evidence -> evidence.covers(Source.AFFILIATE_ORDERS, days(8, 16)));
        return all;
    }

    private static void content(int number, Random random, List<Consumer<Evidence.Builder>> all) {
        VideoId video = video(number);
        CreatorId creator = new CreatorId("creator" + number % 5);
        all.add(evidence -> evidence.add(
                Video.builder(video).creator(creator).products(List.of(SERUM)).build()));
        for (String hook : List.of("question", "statement")) {
            CreativeTags tags = new CreativeTags(hook, "angle" + number % 3, "end", null);
            all.add(evidence -> evidence.tag(video, tags));
            all.add(evidence -> evidence.add(Video.builder(video).tags(tags).build()));
        }
        for (int day = 1; day <= 16; day++) {
            var row = daily(day, Traffic.ORGANIC)
                    .of(video)
                    .views(500 + random.nextInt(500))
                    .clicks(20 + random.nextInt(30))
                    .orders(random.nextInt(4))
                    .gmv(random.nextInt(90) + ".00")
                    .build();
            if (number % 3 != 0) {
                all.add(evidence -> evidence.add(row));
            }
        }
    }

    private static void reports(int number, Random random, List<Consumer<Evidence.Builder>> all) {
        VideoId video = video(number);
        CreatorId creator = new CreatorId("creator" + number % 5);
        var week = shop(1, 7)
                .of(video)
                .views(5_000)
                .clicks(random.nextInt(200))
                .orders(random.nextInt(9))
                .gmv("90.00")
                .build();
        var restated = shop(1, 7)
                .of(video)
                .views(5_000)
                .clicks(150)
                .orders(random.nextInt(9))
                .build();
        all.add(evidence -> evidence.add(week));
        all.add(evidence -> evidence.add(restated));
        for (int i = 0; i < 3; i++) {
            var order = line("o" + number, "s" + i, 1 + random.nextInt(14))
                    .video(video)
                    .creator(new CreatorId("creator" + random.nextInt(5)))
                    .quantity(1 + random.nextInt(2));
            var sold = order.build();
            var returned = order.refunded(true).build();
            all.add(evidence -> evidence.add(sold, EXPORTED));
            all.add(evidence -> evidence.add(returned, EXPORTED));
        }
        all.add(evidence -> evidence.add(new Sample(creator, SERUM, day(1), day(2), day(3), day(5), usd("11"))));
        all.add(evidence -> evidence.add(creator));
    }

    private static void boost(int number, Random random, List<Consumer<Evidence.Builder>> all) {
        for (String budget : List.of("50", "100")) {
            all.add(evidence ->
                    evidence.add(new AdTestStart(video(number), day(9), usd(budget), AdTestStart.Kind.GMV_MAX_BOOST)));
        }
        for (int day = 9; day <= 16; day++) {
            var row = daily(day, Traffic.PAID)
                    .of(video(number))
                    .clicks(70)
                    .orders(random.nextInt(5))
                    .spend("48.00")
                    .build();
            all.add(evidence -> evidence.add(row));
        }
        all.add(evidence -> evidence.add(new Authorization(video(number), day(1), 30, Authorization.Kind.SPARK_CODE)));
        all.add(evidence -> evidence.add(new BrandedSearch(days(1, 7), "us", "northpeak", 900 + number)));
        all.add(evidence ->
                evidence.add(new ImportReport("content" + number, "a.csv", "samples", null, 5_000, 1, List.of())));
        all.add(evidence -> evidence.add(
                new Finding(Finding.Kind.COLUMN_MISSING, "file content1", "no column " + number, "export it")));
    }

    private static Evidence collected(List<Consumer<Evidence.Builder>> all) {
        Evidence.Builder evidence = Evidence.builder();
        all.forEach(addition -> addition.accept(evidence));
        return evidence.build();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void order_of_collection_changes_nothing(long seed) {
        List<Consumer<Evidence.Builder>> all = brand(seed);
        Rotation rotation = Flywheel.of(PROGRAM).rotate(collected(all), day(16), 42);
        Collections.shuffle(all, new Random(seed));

        Rotation shuffled = Flywheel.of(PROGRAM).rotate(collected(all), day(16), 42);

        assertEquals(rotation.digest(), shuffled.digest());
        assertEquals(rotation.toString(), shuffled.toString());
        assertEquals(rotation, shuffled);
    }

    @Test
    void evidence_said_twice_changes_nothing() {
        List<Consumer<Evidence.Builder>> once = brand(7);
        once.removeIf(addition -> !collected(List.of(addition)).imports().isEmpty());
        List<Consumer<Evidence.Builder>> twice = new ArrayList<>(once);
        twice.addAll(once);

        assertEquals(
                Flywheel.of(PROGRAM).rotate(collected(once), day(16), 42),
                Flywheel.of(PROGRAM).rotate(collected(twice), day(16), 42));
    }

    @Test
    void other_evidence_has_another_digest() {
        Flywheel flywheel = Flywheel.of(PROGRAM);

        assertNotEquals(
                flywheel.rotate(collected(brand(7)), day(16), 42).digest(),
                flywheel.rotate(collected(brand(8)), day(16), 42).digest());
    }

    @Test
    void newest_complete_day_is_the_natural_as_of_date() {
        assertEquals(Optional.of(day(16)), Flywheel.newestCompleteDay(collected(brand(7))));
        assertEquals(
                Optional.empty(), Flywheel.newestCompleteDay(Evidence.builder().build()));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 5);
    }
}
