package dev.flywheel.core.cycle;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.content.CreativeTags;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.Observation;
import dev.flywheel.core.performance.OrderLine;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.performance.Subject;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.roster.CreatorId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

final class AlarmsTest {

    private static final int CLICKS = 400;

    private static List<Alarm> alarms(Scene scene) {
        return watch(scene).alarms();
    }

    private static Alarms watch(Scene scene) {
        return Alarms.of(scene.measured(), RotationWindow.of(scene.measured()));
    }

    /** A funnel of every day of the last 84, whose orders depend on how many days ago it was. */
    private static Scene conversion(Traffic traffic, IntUnaryOperator ordersDaysAgo) {
        Scene scene = new Scene().listed(1, "a", 90, CreativeTags.UNKNOWN);
        for (int daysAgo = 83; daysAgo >= 0; daysAgo--) {
            day(scene, Period.of(Scene.ago(daysAgo)), traffic, CLICKS, ordersDaysAgo.applyAsInt(daysAgo));
        }
        return scene;
    }

    private static void day(Scene scene, Period period, Traffic traffic, int clicks, int orders) {
        Funnel numbers = Funnel.builder(Scene.USD)
                .count(Funnel.Count.CLICKS, clicks)
                .count(Funnel.Count.ORDERS, orders)
                .build();
        VideoId video = Scene.video(1);
        scene.add(builder -> builder.add(new Observation(
                new Subject.OfVideo(video, null),
                period,
                traffic,
                numbers,
                Source.FUNNEL_DAILY,
                Scene.AS_OF.atStartOfDay().toInstant(ZoneOffset.UTC))));
    }

    /** Twelve of 400, wobbling by day. */
    private static int usual(int daysAgo) {
        return 12 + (daysAgo * 7 % 5) - 2;
    }

    @Test
    void stays_silent_while_nothing_changes() {
        Scene scene = conversion(Traffic.ORGANIC, AlarmsTest::usual);
        assertEquals(List.of(), alarms(scene));
        assertEquals(
                "No sudden change in this rotation of what is watched day by day: organic conversion.",
                watch(scene).facts().get(0).text());
    }

    @Test
    void notices_a_halved_conversion_names_its_day_and_says_it_in_one_sentence() {
        Scene scene = conversion(Traffic.ORGANIC, ago -> ago < 13 ? usual(ago) / 2 : usual(ago));
        List<Alarm> alarms = alarms(scene);
        assertEquals(1, alarms.size(), alarms::toString);
        Alarm alarm = alarms.get(0);
        assertAll(
                () -> assertEquals("organicConversion", alarm.measure()),
                () -> assertEquals(Alarm.Direction.FALLEN, alarm.direction()),
                () -> assertEquals(Scene.ago(12), alarm.changedAbout()),
                () -> assertTrue(
                        alarm.noticedOn().isAfter(Scene.ago(12))
                                && alarm.noticedOn().isBefore(Scene.ago(5)),
                        alarm::toString),
                () -> assertEquals(0.03, alarm.reference().mean(), 5e-4),
                () -> assertEquals(0.0155, alarm.now().mean(), 2e-3),
                () -> assertTrue(
                        alarm.text()
                                .matches("Conversion of organic clicks has fallen since about 2026-11-04: from"
                                        + " 3\\.0% \\(2\\.8-3\\.2\\) to 1\\.\\d% \\(1\\.\\d-1\\.\\d\\), with \\d\\d orders of"
                                        + " 5,200 clicks; such an alarm comes by chance less than once in 200 days\\."
                                        + " Check price, stock, the product page, and whether all orders are still"
                                        + " reported\\."),
                        alarm::text));
        Compounded compounded = scene.compound(1);
        assertEquals(alarms, compounded.momentum().alarms());
        assertTrue(compounded.report().facts().stream()
                .anyMatch(fact -> fact.name().equals("alarmOrganicConversion")
                        && fact.text().equals(alarm.text())));
    }

    @Test
    void notices_a_rise_of_paid_conversion_too() {
        Scene scene = conversion(Traffic.PAID, ago -> ago < 10 ? 2 * usual(ago) : usual(ago));
        for (int daysAgo = 83; daysAgo >= 0; daysAgo--) {
            day(scene, Period.of(Scene.ago(daysAgo)), Traffic.ORGANIC, CLICKS, usual(daysAgo));
        }
        List<Alarm> alarms = alarms(scene);
        assertEquals(1, alarms.size(), alarms::toString);
        assertEquals("paidConversion", alarms.get(0).measure());
        assertEquals(Alarm.Direction.RISEN, alarms.get(0).direction());
        assertEquals(Scene.ago(9), alarms.get(0).changedAbout());
    }

    @Test
    void tells_a_fall_and_the_recovery_from_above() {
        List<Alarm> alarms =
                alarms(conversion(Traffic.ORGANIC, ago -> ago < 24 && ago >= 14 ? 3 : ago < 14 ? 24 : usual(ago)));
        assertEquals(
                List.of(Alarm.Direction.FALLEN, Alarm.Direction.RISEN),
                alarms.stream().map(Alarm::direction).toList());
    }

    // Of the last 14 days' 5,600 clicks the orders of 5,200 can have been seen: 336 of them are 6.5 %.
    @Test
    void looking_back_tells_every_level_that_a_measure_stood_at() {
        Scene scene = conversion(Traffic.ORGANIC, ago -> ago < 24 && ago >= 14 ? 3 : ago < 14 ? 24 : usual(ago));

        assertEquals(
                List.of("Looking back, conversion of organic clicks stood at 3.0% from " + Scene.ago(83)
                        + " on (720 orders of 24,000 clicks), then at 0.8% from " + Scene.ago(23)
                        + " on (30 orders of 4,000 clicks), then at 6.5% from " + Scene.ago(13)
                        + " on (336 orders of 5,600 clicks)."),
                PastLevels.facts(scene.measured(), RotationWindow.of(scene.measured())).stream()
                        .map(PhaseReport.Fact::text)
                        .toList());
        assertEquals(
                List.of(),
                PastLevels.facts(
                        conversion(Traffic.ORGANIC, AlarmsTest::usual).measured(),
                        RotationWindow.of(scene.measured())));
        assertTrue(scene.compound(1).report().facts().stream()
                .anyMatch(fact -> fact.name().equals("levelsOrganicConversion")));
    }

    @Test
    void looking_back_a_stray_day_of_long_ago_does_not_hide_the_days_that_are_known() {
        Scene scene = conversion(Traffic.ORGANIC, ago -> ago < 14 ? 24 : 12);
        day(scene, Period.of(Scene.ago(5_000)), Traffic.ORGANIC, CLICKS, 12);

        assertEquals(
                List.of("Looking back, conversion of organic clicks stood at 3.0% from " + Scene.ago(5_000)
                        + " on (852 orders of 28,400 clicks), then at 6.5% from " + Scene.ago(13)
                        + " on (336 orders of 5,600 clicks)."),
                PastLevels.facts(scene.measured(), RotationWindow.of(scene.measured())).stream()
                        .map(PhaseReport.Fact::text)
                        .filter(text -> text.contains("organic"))
                        .toList());
    }

    @Test
    void forgives_young_days_the_orders_that_clicks_still_owe() {
        double[] seen = {0.60, 0.75, 0.85, 0.90, 0.94, 0.97, 0.99};
        assertEquals(List.of(), alarms(conversion(Traffic.ORGANIC, ago ->
                (int) Math.round(12 * (ago < seen.length ? seen[ago] : 1)))));
    }

    @Test
    void wild_days_need_more_to_ring() {
        // From 2 to 22 orders a day: a variance ratio above four.
        IntUnaryOperator wild = ago -> ago % 2 == 0 ? 4 : 20;
        assertEquals(List.of(), alarms(conversion(Traffic.ORGANIC, wild)));
        assertEquals(
                List.of(),
                alarms(conversion(Traffic.ORGANIC, ago -> ago < 4 ? wild.applyAsInt(ago) / 2 : wild.applyAsInt(ago))));
        assertEquals(
                1,
                alarms(conversion(Traffic.ORGANIC, ago -> ago < 20 ? wild.applyAsInt(ago) / 4 : wild.applyAsInt(ago)))
                        .size());
    }

    @Test
    void watches_refunds_by_the_day_of_the_order() {
        Scene scene = new Scene();
        for (int daysAgo = 83; daysAgo >= 0; daysAgo--) {
            for (int i = 0; i < 10; i++) {
                boolean refunded = daysAgo > 20 ? i == 0 && daysAgo % 2 == 0 : i < 4;
                OrderLine line = OrderLine.builder(
                                "o" + daysAgo + "-" + i,
                                "sku",
                                Scene.ago(daysAgo).atTime(12, 0).toInstant(ZoneOffset.UTC))
                        .creator(new CreatorId("a"))
                        .paid(Scene.usd(30))
                        .refunded(refunded)
                        .build();
                scene.add(builder -> builder.add(line, Scene.AS_OF.atTime(20, 0).toInstant(ZoneOffset.UTC)));
            }
        }
        List<Alarm> alarms = alarms(scene);
        assertEquals(1, alarms.size(), alarms::toString);
        assertEquals("refundsPerOrder", alarms.get(0).measure());
        assertEquals(Alarm.Direction.RISEN, alarms.get(0).direction());
        assertEquals(Scene.ago(20), alarms.get(0).changedAbout());
    }

    @Test
    void watches_posts_up_to_the_newest_that_is_known() {
        Scene steady = new Scene().requested("a", 83);
        int id = 1;
        for (int daysAgo = 83; daysAgo >= 15; daysAgo--) {
            for (int i = 0; i < 4; i++) {
                steady.listed(id++, "c" + i, daysAgo, CreativeTags.UNKNOWN);
            }
        }
        assertEquals(List.of(), alarms(steady), "a listing that ended two weeks ago is no silence");
        Scene silent = steady.listed(id, "c", 0, CreativeTags.UNKNOWN);
        List<Alarm> alarms = alarms(silent);
        assertEquals(1, alarms.size(), alarms::toString);
        assertEquals("postsPerDay", alarms.get(0).measure());
        assertEquals(Scene.ago(14), alarms.get(0).changedAbout());
        assertTrue(
                alarms.get(0)
                        .text()
                        .contains("from 4.01 (3.62-4.41) to 0.1000 (0.0195-0.2084), with 1 posts in 15 days;"),
                alarms.get(0)::text);
    }

    @Test
    void watches_answers_once_the_time_of_a_sample_is_over() {
        Scene scene = new Scene();
        int id = 1;
        for (int daysAgo = 110; daysAgo >= 22; daysAgo--) {
            for (int i = 0; i < 2; i++) {
                String creator = "c" + id;
                scene.delivered(creator, daysAgo);
                if (i == 0 && daysAgo > 40) {
                    scene.listed(id, creator, daysAgo - 5, CreativeTags.UNKNOWN, Scene.SERUM);
                }
                id++;
            }
        }
        List<Alarm> alarms = alarms(scene).stream()
                .filter(alarm -> alarm.measure().equals("samplesAnswered"))
                .toList();
        assertEquals(1, alarms.size(), alarms::toString);
        assertEquals(Alarm.Direction.FALLEN, alarms.get(0).direction());
        assertEquals(Scene.ago(40), alarms.get(0).changedAbout());
    }

    @Test
    void needs_a_whole_rotation_to_compare_with() {
        Scene scene = new Scene().listed(1, "a", 90, CreativeTags.UNKNOWN);
        day(scene, Period.of(Scene.ago(40)), Traffic.ORGANIC, CLICKS, 12);
        assertEquals(
                "Nothing is watched for sudden changes yet: that needs a whole rotation before this one with 14 days of"
                        + " numbers.",
                watch(scene).facts().get(0).text());
    }

    /** The totals of a week say as much as its days, so weekly reports are watched too. */
    @Test
    void weekly_reports_ring_as_well() {
        Scene scene = new Scene().listed(1, "a", 90, CreativeTags.UNKNOWN);
        for (int week = 11; week >= 0; week--) {
            Period period = new Period(Scene.ago(7 * week + 6), Scene.ago(7 * week));
            day(scene, period, Traffic.ORGANIC, 7 * CLICKS, week < 2 ? 30 : 80 + week % 3 * 8);
        }
        List<Alarm> alarms = alarms(scene);
        assertEquals(1, alarms.size(), alarms::toString);
        assertEquals(Scene.ago(13), alarms.get(0).changedAbout());
    }
}
