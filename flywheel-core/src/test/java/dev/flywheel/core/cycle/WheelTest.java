package dev.flywheel.core.cycle;

import static dev.flywheel.core.Portfolio.AS_OF;
import static dev.flywheel.core.Portfolio.LONG_AGO;
import static dev.flywheel.core.Portfolio.actions;
import static dev.flywheel.core.Portfolio.usd;
import static dev.flywheel.core.Portfolio.video;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.Flywheel;
import dev.flywheel.core.Portfolio;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.program.ProductId;
import dev.flywheel.core.roster.CreatorId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WheelTest {

    /** Five boosts to stop, five findings to repair, ten candidates to ask permission for. */
    private static Portfolio crowded() {
        Portfolio portfolio = new Portfolio().crowd(100, 40, 1);
        for (int i = 1; i <= 5; i++) {
            portfolio
                    .post(video(i), "dropping")
                    .organic(video(i), 80_000L, 2_000L, 300)
                    .boost(video(i), AS_OF.minusDays(9), "50")
                    .paid(video(i), AS_OF.minusDays(9), AS_OF.minusDays(7), 400, 5, "268");
            portfolio.evidence.add(new Finding(
                    Finding.Kind.COLUMN_MISSING, "file " + i, "column orders is missing", "Export it again."));
        }
        for (int i = 11; i <= 20; i++) {
            portfolio.post(video(i), "star").organic(video(i), 80_000L, 2_000L, 300 + 10L * i);
        }
        return portfolio;
    }

    private static double value(Proposal proposal) {
        return proposal.action()
                .explanation()
                .expectedValue()
                .map(estimate -> estimate.mean())
                .orElse(0.0);
    }

    @Test
    void every_stop_comes_first_then_data_to_repair_then_what_is_worth_most() {
        List<Proposal> proposals = crowded().rotate().actions();

        List<String> kinds =
                proposals.stream().map(each -> each.action().kind()).toList();
        assertEquals(Set.of("StopBoost"), Set.copyOf(kinds.subList(0, 5)));
        assertEquals(Set.of("FixData"), Set.copyOf(kinds.subList(5, 8)));
        assertNotEquals("FixData", kinds.get(8), "three repairs do not hide what earns money");
        for (int i = 1; i < 5; i++) {
            assertTrue(value(proposals.get(i - 1)) >= value(proposals.get(i)));
        }
    }

    @Test
    void at_most_three_of_a_kind_stand_in_front_and_the_rest_follow_in_order() {
        List<Proposal> proposals = crowded().rotate().actions();
        Map<String, Integer> seen = new HashMap<>();
        int front = 0;
        while (front < proposals.size()) {
            String kind = proposals.get(front).action().kind();
            if (seen.merge(kind, 1, Integer::sum) > 3 && !kind.equals("StopBoost")) {
                break;
            }
            front++;
        }

        Set<String> kindsBehind = proposals.subList(front, proposals.size()).stream()
                .map(each -> each.action().kind())
                .collect(Collectors.toSet());
        kindsBehind.forEach(
                kind -> assertTrue(seen.get(kind) >= 3, kind + " had to wait though few of it were in front"));
        List<Proposal> waiting = proposals.subList(front, proposals.size()).stream()
                .filter(each -> !each.action().kind().equals("FixData"))
                .toList();
        assertTrue(waiting.size() > 5, waiting + "");
        for (int i = 1; i < waiting.size(); i++) {
            assertTrue(value(waiting.get(i - 1)) >= value(waiting.get(i)));
        }
        assertEquals(
                10,
                actions(crowded().rotate(), Action.RequestAuthorization.class).size(),
                "none is lost");
    }

    @Test
    void the_same_day_gives_the_same_ids_and_another_seed_keeps_them() {
        List<String> ids = ids(crowded().rotate(1));

        assertEquals(ids, ids(crowded().rotate(1)));
        assertEquals(
                ids.stream().filter(id -> id.startsWith("StopBoost")).collect(Collectors.toSet()),
                ids(crowded().rotate(2)).stream()
                        .filter(id -> id.startsWith("StopBoost"))
                        .collect(Collectors.toSet()));
        ids.forEach(id -> assertTrue(id.matches("[A-Z][A-Za-z]+-[0-9a-f]{12}"), id));
    }

    private static List<String> ids(Rotation rotation) {
        return rotation.actions().stream().map(Proposal::id).toList();
    }

    @Test
    void another_day_or_another_brand_gives_other_ids() {
        Action action = new Action.RetireVideo(video(1), explanation());

        String id = Proposal.of("Northpeak", AS_OF, action).id();
        assertEquals(id, Proposal.of("Northpeak", AS_OF, action).id());
        assertNotEquals(id, Proposal.of("Northpeak", AS_OF.plusDays(1), action).id());
        assertNotEquals(id, Proposal.of("Southpeak", AS_OF, action).id());
        assertNotEquals(
                id,
                Proposal.of("Northpeak", AS_OF, new Action.RetireVideo(video(2), explanation()))
                        .id());
    }

    @Test
    void two_products_of_one_creator_and_two_findings_about_one_file_are_two_proposals() {
        CreatorId creator = new CreatorId("anna");
        ProductId serum = new ProductId("1");
        ProductId cream = new ProductId("2");
        Finding clicks =
                new Finding(Finding.Kind.COLUMN_MISSING, "file a", "column clicks is missing", "Export again.");
        Finding orders =
                new Finding(Finding.Kind.COLUMN_MISSING, "file a", "column orders is missing", "Export again.");
        List<Action> actions = List.of(
                new Action.SendSample(creator, serum, explanation()),
                new Action.SendSample(creator, cream, explanation()),
                new Action.RemindCreator(creator, serum, explanation()),
                new Action.RemindCreator(creator, cream, explanation()),
                new Action.CloseSample(creator, serum, explanation()),
                new Action.CloseSample(creator, cream, explanation()),
                new Action.FixData(clicks, explanation()),
                new Action.FixData(orders, explanation()));

        Set<String> ids = actions.stream()
                .map(action -> Proposal.of("Northpeak", AS_OF, action).id())
                .collect(Collectors.toSet());

        assertEquals(8, ids.size());
        actions.forEach(action -> assertFalse(action.subject().contains("\n")));
    }

    private static Explanation explanation() {
        return new Explanation("Do it.", null, usd("0"), List.of("1 reason."), "Do not.", true);
    }

    @Test
    void an_action_without_evidence_or_without_an_unless_cannot_be_proposed() {
        assertEquals(
                "Explanation needs evidence and what would change it: Do it.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new Explanation("Do it.", null, usd("0"), List.of(), "Do not.", true))
                        .getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> new Explanation("Do it.", null, usd("0"), List.of("1 reason."), " ", true));
    }

    @Test
    void every_proposal_says_why_with_counts_what_it_costs_and_what_would_change_it() {
        Rotation rotation = crowded()
                .sample("star", "20.00")
                .row(video(101), Traffic.PAID, LONG_AGO, null, 400L, 0L, "400")
                .permit(video(11), AS_OF.plusDays(40))
                .rotate();

        Set<String> kinds =
                rotation.actions().stream().map(each -> each.action().kind()).collect(Collectors.toSet());
        assertTrue(
                kinds.containsAll(Set.of("StopBoost", "FixData", "RequestAuthorization", "StartBoost", "RetireVideo")),
                kinds + "");
        for (Proposal proposal : rotation.actions()) {
            Explanation explanation = proposal.action().explanation();
            assertTrue(explanation.text().endsWith("."), explanation.text());
            assertTrue(
                    explanation.because().stream().anyMatch(why -> why.matches("(?s).*[0-9].*"))
                            || proposal.action() instanceof Action.FixData,
                    explanation + "");
            assertFalse(explanation.unless().isBlank());
            assertFalse(explanation.cost().isNegative());
            assertTrue(!explanation.cost().isPositive() || explanation.needsApproval(), explanation + "");
        }
    }

    @Test
    void a_rotation_names_its_inputs() {
        Portfolio portfolio = crowded();
        Evidence evidence = portfolio.evidence.build();
        Rotation rotation = Flywheel.of(portfolio.program()).rotate(evidence, AS_OF, 7);

        assertEquals("Northpeak", rotation.brand());
        assertEquals(7, rotation.seed());
        assertEquals(AS_OF, rotation.asOf());
        assertEquals(Portfolio.ZONE, rotation.zone());
        assertEquals(Portfolio.USD, rotation.currency());
        assertTrue(rotation.id().startsWith("rotation-" + rotation.number() + "-"));
        Rotation dearer = Flywheel.of(portfolio.dailyAdCap("1501").program()).rotate(evidence, AS_OF, 7);
        assertEquals(rotation.digest(), dearer.digest());
        assertNotEquals(rotation.id(), dearer.id());
    }
}
