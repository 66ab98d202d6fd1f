package dev.flywheel.core.winner;

import static dev.flywheel.core.Portfolio.video;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.Portfolio;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.cycle.Rotation;
import dev.flywheel.core.program.PolicyNumber;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands beside a place: how sure it is, and what a unit of the scarce thing earns. */
class RankingNumbersTest {

    /** Shrinking is not what these tests are about, so nothing is charged for samples either. */
    private static Portfolio free() {
        return new Portfolio().policy(PolicyNumber.SAMPLE_COST, "0");
    }

    private static List<VideoId> videos(Rotation rotation) {
        return rotation.rankings().videos().stream()
                .map(standing -> standing.video().id())
                .toList();
    }

    private static Standing standing(Rotation rotation, VideoId video) {
        return rotation.rankings().videos().stream()
                .filter(ranked -> ranked.video().id().equals(video))
                .findFirst()
                .orElseThrow()
                .standing();
    }

    @Test
    void what_nobody_saw_is_listed_as_no_evidence() {
        Rotation rotation = free().crowd(10, 60, 1)
                .post(video(1), "fresh")
                .post(video(2), "seen, not clicked")
                .organic(video(2), 900L, 0L, 0)
                .rotate();

        assertFalse(standing(rotation, video(1)).evidence());
        assertFalse(standing(rotation, video(2)).evidence());
        assertTrue(standing(rotation, video(2)).conversionRate().low() > 0, "its likes' rate, never 0 %");
        assertTrue(standing(rotation, video(10)).evidence());
    }

    @Test
    void an_ad_dollar_brings_paid_rate_times_paid_value_over_the_price_of_a_click() {
        Rotation rotation = free().crowd(10, 60, 1)
                .post(video(1), "a")
                .organic(video(1), 800_000L, 20_000L, 2_000)
                .post(video(2), "b")
                .organic(video(2), 800_000L, null, 2_000)
                .rotate();

        Standing standing = standing(rotation, video(1));
        // Paid traffic is taken to convert exp(-0.25 + 0.08) as well; an order it delivers leaves 11.48; a click costs
        // .67.
        double expected = standing.conversionRate().mean() * Math.exp(-0.17) * 11.48 / 0.67 - 1;
        assertEquals(expected, standing.perAdDollar().orElseThrow().mean(), 0.02);
        assertTrue(standing.perAdDollar().orElseThrow().low() < expected - 0.2);
        assertTrue(standing.perAdDollar().orElseThrow().high() > expected + 0.2);
        assertTrue(standing(rotation, video(2)).perAdDollar().isEmpty(), "without clicks a boost cannot be judged");
        assertTrue(rotation.rankings().creators().get(0).perAdDollar().isEmpty());
    }

    @Test
    void what_a_sample_left_is_known_of_creators_with_samples_on_record() {
        Portfolio portfolio = new Portfolio();
        for (int i = 1; i <= 6; i++) {
            portfolio.post(video(i), i <= 3 ? "sampled" : "unsampled").organic(video(i), 10_000L, 300L, 30);
        }
        Rankings rankings = portfolio
                .sample("sampled", "30.00")
                .sample("sampled", "20.00")
                .rotate()
                .rankings();

        for (Standing creator : rankings.creators()) {
            if (creator.name().equals("sampled")) {
                assertEquals(
                        creator.netContribution().mean() / 2,
                        creator.perSample().orElseThrow().mean(),
                        1e-9);
            } else {
                assertTrue(creator.perSample().isEmpty(), "unknown stays unknown");
            }
        }
        assertTrue(rankings.videos().get(0).standing().perSample().isEmpty());
    }

    @Test
    void the_expected_rank_shares_out_all_places_and_holds_the_uncertainty_of_all() {
        Rankings rankings = free().crowd(1, 60, 5)
                .post(video(99), "star")
                .organic(video(99), 900_000L, 20_000L, 1_500)
                .rotate()
                .rankings();

        Standing first = rankings.videos().get(0).standing();
        assertEquals(1, first.expectedRank().mean(), 0.01, "far ahead");
        assertEquals(1, first.expectedRank().high());
        double sum = rankings.videos().stream()
                .mapToDouble(each -> each.standing().expectedRank().mean())
                .sum();
        assertEquals(61 * 62 / 2.0, sum, 0.1);
        Standing middle = rankings.videos().get(30).standing();
        assertTrue(middle.expectedRank().low() < 25 && middle.expectedRank().high() > 35, middle.expectedRank() + "");
    }

    @Test
    void an_uninformative_video_moves_others_by_nothing_but_its_own_place() {
        Portfolio without = free().crowd(1, 60, 7);
        Portfolio with = free().crowd(1, 60, 7).post(video(99), "crowd1");

        Rotation reference = without.rotate();
        Rotation after = with.rotate();
        List<VideoId> others =
                videos(after).stream().filter(id -> !id.equals(video(99))).toList();

        assertEquals(videos(reference), others);
        for (VideoId id : others) {
            Standing one = standing(reference, id);
            Standing two = standing(after, id);
            assertEquals(one.netContribution(), two.netContribution());
            assertEquals(one.conversionRate(), two.conversionRate());
            assertEquals(one.probabilityProfitable(), two.probabilityProfitable());
            assertEquals(one.expectedRank().mean(), two.expectedRank().mean(), 1 + 1e-9);
        }
    }
}
