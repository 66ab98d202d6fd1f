package dev.flywheel.core;

import static dev.flywheel.core.Portfolio.AS_OF;
import static dev.flywheel.core.Portfolio.LONG_AGO;
import static dev.flywheel.core.Portfolio.video;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.cycle.Action;
import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.cycle.Phase;
import dev.flywheel.core.cycle.PhaseReport;
import dev.flywheel.core.cycle.Proposal;
import dev.flywheel.core.cycle.Rotation;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.winner.Rankings.VideoStanding;
import dev.flywheel.core.winner.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlywheelTest {

    private static final VideoId VIRAL = video(1);
    private static final VideoId SELLING = video(2);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void two_million_views_with_forty_orders_rank_below_twelve_thousand_with_four_hundred(boolean clicksKnown) {
        Rotation rotation = new Portfolio()
                .post(VIRAL, "star")
                .organic(VIRAL, 2_000_000L, clicksKnown ? 40_000L : null, 40)
                .post(SELLING, "newcomer")
                .organic(SELLING, 12_000L, clicksKnown ? 1_200L : null, 400)
                .rotate();

        List<VideoStanding> videos = rotation.rankings().videos();
        assertEquals(List.of(SELLING, VIRAL), ids(videos));
        Standing first = videos.get(0).standing();
        Standing second = videos.get(1).standing();
        assertEquals(List.of(1, 2), List.of(first.rank(), second.rank()));
        assertTrue(first.winner(), "400 orders win");
        assertFalse(second.winner(), "40 orders of 2,000,000 views do not");
        assertTrue(first.netContribution().low() > second.netContribution().high(), first + "\nagainst\n" + second);
        assertTrue(first.perThousandViews().orElseThrow().low()
                > second.perThousandViews().orElseThrow().high());
        assertTrue(first.conversionRate().mean() > 100 * second.conversionRate().mean());
        assertEquals("newcomer", rotation.rankings().creators().get(0).name());
        assertEquals(List.of(), Faults.in(rotation));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void the_order_in_which_evidence_was_collected_never_matters(long seed) {
        Evidence evidence = busy().evidence.build();

        Rotation straight = Flywheel.of(busy().program()).rotate(evidence, AS_OF, 9);
        Rotation shuffled = Flywheel.of(busy().program()).rotate(shuffled(evidence, seed), AS_OF, 9);

        assertEquals(straight, shuffled);
        assertEquals(straight.id(), shuffled.id());
    }

    @Test
    void equal_inputs_give_equal_rotations_and_another_seed_moves_only_draws() {
        Rotation one = busy().rotate(1);
        Rotation again = busy().rotate(1);
        Rotation other = busy().rotate(2);

        assertEquals(one, again);
        assertNotEquals(one.id(), other.id());
        assertEquals(one.digest(), other.digest());
        assertEquals(one.dataQuality(), other.dataQuality());
        assertEquals(one.adTests(), other.adTests());
        assertEquals(
                ids(one.rankings().videos()), ids(other.rankings().videos()), "ranks are by exact means, not by draws");
        for (int i = 0; i < one.rankings().videos().size(); i++) {
            Standing left = one.rankings().videos().get(i).standing();
            Standing right = other.rankings().videos().get(i).standing();
            assertEquals(left.netContribution().mean(), right.netContribution().mean());
            assertEquals(left.conversionRate(), right.conversionRate());
            assertEquals(left.probabilityProfitable(), right.probabilityProfitable(), 0.05);
        }
        assertNotEquals(one.rankings(), other.rankings(), "intervals come from draws");
    }

    @Test
    void nothing_that_nobody_can_read_is_anywhere_in_a_busy_rotation() {
        Rotation rotation = busy().rotate();

        assertEquals(List.of(), Faults.in(rotation));
        assertTrue(rotation.actions().size() > 10, "a busy rotation has much to say: " + rotation.actions());
    }

    @Test
    void without_any_evidence_every_phase_answers_and_nothing_is_ranked() {
        Rotation rotation = new Portfolio().rotate();

        assertEquals(
                List.of(Phase.SEED, Phase.MEASURE, Phase.SELECT, Phase.AMPLIFY, Phase.COMPOUND),
                rotation.phases().stream().map(PhaseReport::phase).toList());
        assertEquals("Nothing to rank yet.", rotation.phases().get(2).headline());
        assertEquals(List.of(), rotation.rankings().videos());
        assertEquals(List.of(), rotation.rankings().creators());
        assertEquals(List.of(), rotation.adTests());
        assertEquals(1, rotation.number());
        assertEquals(List.of(), Faults.in(rotation));
    }

    @Test
    void a_day_before_all_evidence_uses_none_of_it_and_says_so() {
        Portfolio portfolio = busy();

        Rotation rotation = Flywheel.of(portfolio.program()).rotate(portfolio.evidence.build(), AS_OF.minusYears(1), 1);

        assertEquals(List.of(), rotation.rankings().videos());
        assertEquals(List.of(), rotation.adTests());
        assertEquals(List.of(), Portfolio.actions(rotation, Action.StopBoost.class));
        assertTrue(rotation.dataQuality().stream()
                .anyMatch(finding -> finding.subject().equals("observations")));
        assertEquals(List.of(), Faults.in(rotation));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "1, 7", "29, 0", "30, 0", "31, 3", "45, 0"})
    void few_videos_and_no_orders_at_all_give_finite_numbers(int videos, long ordersOfTheFirst) {
        Portfolio portfolio = new Portfolio();
        for (int i = 1; i <= videos; i++) {
            portfolio
                    .post(video(i), "creator" + i)
                    .organic(video(i), 5_000L * i, 80L * i, i == 1 ? ordersOfTheFirst : 0);
        }

        Rotation rotation = portfolio.rotate();

        assertEquals(videos, rotation.rankings().videos().size());
        assertEquals(List.of(), Faults.in(rotation));
        assertEquals(
                ordersOfTheFirst == 0 ? 0 : 1,
                rotation.rankings().videos().stream()
                        .filter(video ->
                                video.standing().seen().get(Funnel.Count.ORDERS).orElse(0) > 0)
                        .count());
        if (ordersOfTheFirst == 0) {
            assertTrue(rotation.rankings().videos().stream()
                    .noneMatch(video -> video.standing().winner()));
        }
    }

    @Test
    void two_thousand_videos_take_seconds() {
        Portfolio portfolio = new Portfolio().crowd(1, 2_000, 3);

        Rotation rotation = assertTimeout(Duration.ofSeconds(60), () -> portfolio.rotate());

        assertEquals(2_000, rotation.rankings().videos().size());
        assertEquals(List.of(), Faults.in(rotation));
    }

    @Test
    void refuses_to_turn_on_nothing() {
        Flywheel flywheel = Flywheel.of(new Portfolio().program());
        Evidence nothing = Evidence.builder().build();

        assertEquals(
                "evidence",
                assertThrows(NullPointerException.class, () -> flywheel.rotate(none(), AS_OF, 1))
                        .getMessage());
        assertEquals(
                "asOf",
                assertThrows(NullPointerException.class, () -> flywheel.rotate(nothing, none(), 1))
                        .getMessage());
        assertEquals(
                "program",
                assertThrows(NullPointerException.class, () -> Flywheel.of(none()))
                        .getMessage());
    }

    @Test
    void the_newest_complete_day_is_the_last_that_any_report_covers() {
        assertEquals(
                Optional.empty(), Flywheel.newestCompleteDay(Evidence.builder().build()));
        assertEquals(
                Optional.of(LONG_AGO),
                Flywheel.newestCompleteDay(
                        new Portfolio().organic(VIRAL, 10L, 1L, 0).evidence.build()));
        assertEquals(
                Optional.of(AS_OF),
                Flywheel.newestCompleteDay(Evidence.builder()
                        .covers(Source.AFFILIATE_ORDERS, new Period(LONG_AGO, AS_OF))
                        .build()));
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T none() {
        return null;
    }

    private static List<VideoId> ids(List<VideoStanding> videos) {
        return videos.stream().map(standing -> standing.video().id()).toList();
    }

    /** Something of everything: a crowd, stars, boosts of every fate, permissions, samples. */
    private static Portfolio busy() {
        Portfolio portfolio = new Portfolio().crowd(100, 60, 5);
        for (int i = 1; i <= 6; i++) {
            portfolio
                    .post(video(i), "star" + i % 2)
                    .tag(video(i), "hook" + i % 4, "angle" + i % 3, "placement" + i % 2)
                    .organic(video(i), 60_000L, 1_500L, 180 + 10L * i)
                    .permit(video(i), AS_OF.plusDays(5L * i))
                    .sample("star" + i % 2, "18.50");
        }
        portfolio
                .post(VIRAL, "viral")
                .organic(video(20), 900_000L, 9_000L, 9)
                .post(video(20), "viral")
                .boost(video(1), AS_OF.minusDays(9), "50")
                .paid(video(1), AS_OF.minusDays(9), AS_OF, 75, 10, "50")
                .boost(video(2), AS_OF.minusDays(9), "100")
                .paid(video(2), AS_OF.minusDays(9), AS_OF, 150, 0, "100")
                .boost(video(3), AS_OF.minusDays(9), "50")
                .row(video(3), Traffic.BLENDED, AS_OF.minusDays(2), 900L, 60L, 5L, null)
                .boost(video(77), AS_OF.minusDays(2), "50")
                .sample("crowd1", null)
                .row(video(101), Traffic.PAID, LONG_AGO, null, 400L, 0L, "400");
        return portfolio;
    }

    private static Evidence shuffled(Evidence from, long seed) {
        Random random = new Random(seed);
        Evidence.Builder to = Evidence.builder();
        mixed(from.observations(), random).forEach(to::add);
        mixed(from.videos(), random).forEach(to::add);
        mixed(List.copyOf(from.tags().keySet()), random)
                .forEach(video -> to.tag(video, from.tags().get(video)));
        mixed(from.samples(), random).forEach(to::add);
        mixed(from.authorizations(), random).forEach(to::add);
        mixed(from.adTests(), random).forEach(to::add);
        mixed(from.findings(), random).forEach(to::add);
        return to.build();
    }

    private static <T> List<T> mixed(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    @Test
    void proposals_of_one_rotation_have_ids_of_their_own() {
        Rotation rotation = busy().rotate();

        assertEquals(
                rotation.actions().size(),
                rotation.actions().stream().map(Proposal::id).distinct().count());
    }
}
