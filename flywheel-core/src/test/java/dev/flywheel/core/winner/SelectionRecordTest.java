package dev.flywheel.core.winner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.decision.Engine;
import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.winner.SelectionRecord.Judged;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SelectionRecordTest {

    private static final OrderEconomics ECONOMICS = new OrderEconomics(Math.log(30), 0.1, 20, 180, 0.79, 0.84, 11, 2);

    private static Ranking ranking() {
        return FactorWorld.of(250, 11).rank(5);
    }

    private static SelectionRecord videos(Ranking ranking) {
        return ranking.selections().get(0);
    }

    @Test
    @DisplayName("the record alone gives the selection again (seed 5)")
    void can_be_taken_again_from_the_record_alone() {
        for (SelectionRecord selection : ranking().selections()) {
            assertEquals(selection, selection.again());
            assertEquals(selection.again().basis(), selection.basis());
            assertEquals(Engine.VERSION, selection.basis().engine());
            assertEquals(5, selection.basis().seed());
            assertEquals("BAYESIAN_FALSE_DISCOVERY_RATE", selection.basis().rule());
        }
    }

    @Test
    void another_price_of_a_click_gives_another_selection() {
        SelectionRecord selection = videos(ranking());
        SelectionRecord cheaper = new SelectionRecord(
                        selection.of(),
                        selection.costPerExposure() / 3,
                        selection.level(),
                        selection.judged(),
                        selection.basis())
                .again();

        assertNotEquals(selection, cheaper);
        assertTrue(chosen(cheaper) > chosen(selection) + 5, chosen(cheaper) + " " + chosen(selection));
    }

    private static long chosen(SelectionRecord selection) {
        return selection.judged().stream().filter(Judged::chosen).count();
    }

    @Test
    void says_of_every_video_what_its_standing_says() {
        Ranking ranking = ranking();
        SelectionRecord selection = videos(ranking);

        assertEquals("videos", selection.of());
        assertEquals("creators", ranking.selections().get(1).of());
        assertEquals(ranking.rankings().videos().size(), selection.judged().size());
        for (Rankings.VideoStanding place : ranking.rankings().videos()) {
            Judged judged = selection.judged().stream()
                    .filter(each -> each.name().equals(place.standing().name()))
                    .findFirst()
                    .orElseThrow();
            assertEquals(place.standing().winner(), judged.chosen());
            assertEquals(place.standing().qValue(), judged.qValue());
            assertEquals(ranking.outlooks().get(place.video().id()).organicRate(), judged.rate());
        }
    }

    @Test
    void the_alternative_is_the_surest_that_was_not_chosen_with_what_its_clicks_would_leave() {
        SelectionRecord selection = SelectionRecord.choose(
                "videos",
                0.25,
                0.10,
                List.of(
                        Judged.open("sure", 300, new RateBelief(300, 6_000), ECONOMICS),
                        Judged.open("unsure", 12, new RateBelief(12, 480), ECONOMICS),
                        Judged.open("poor", 5, new RateBelief(5, 1_000), ECONOMICS),
                        Judged.open("unseen", 0, new RateBelief(3, 60), ECONOMICS)),
                1);

        assertEquals(
                List.of(true, false, false, false),
                selection.judged().stream().map(Judged::chosen).toList());
        assertEquals("also unsure", selection.basis().notTaken().choice());
        Estimate leaves = Objects.requireNonNull(selection.basis().notTaken().value());
        assertEquals(1_000 * (0.025 * ECONOMICS.expectedPerOrder(false) - 0.25), leaves.mean(), 1e-9);
        assertTrue(leaves.low() < 0 && leaves.high() > 0, leaves + "");
        assertFalse(selection.judged().get(3).chosen(), "a prior alone wins nothing");
    }

    @Test
    void without_any_other_that_sold_nothing_stands_beside_the_choice() {
        SelectionRecord selection = SelectionRecord.choose("creators", 0.25, 0.10, List.of(), 1);

        assertEquals("no other has orders", selection.basis().notTaken().choice());
        assertTrue(selection.basis().notTaken().expectedValue().isEmpty());
        assertEquals(selection, selection.again());
    }

    @Test
    void the_seed_moves_no_choice() {
        List<Judged> open = new ArrayList<>(videos(ranking()).judged());

        assertEquals(
                SelectionRecord.choose("videos", 0.4, 0.1, open, 1).judged(),
                SelectionRecord.choose("videos", 0.4, 0.1, open, 2).judged());
    }
}
