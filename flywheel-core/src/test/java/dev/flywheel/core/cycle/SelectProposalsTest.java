package dev.flywheel.core.cycle;

import static dev.flywheel.core.Portfolio.AS_OF;
import static dev.flywheel.core.Portfolio.LONG_AGO;
import static dev.flywheel.core.Portfolio.action;
import static dev.flywheel.core.Portfolio.actions;
import static dev.flywheel.core.Portfolio.usd;
import static dev.flywheel.core.Portfolio.video;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.Faults;
import dev.flywheel.core.Portfolio;
import dev.flywheel.core.money.Rate;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.Observation;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.performance.Subject;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.program.PolicyNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectProposalsTest {

    /** A crowd and a star with this many videos of 300 orders each; the videos went up 11 weeks ago. */
    private static Portfolio star(int videos) {
        Portfolio portfolio = new Portfolio().crowd(100, 60, 2);
        for (int i = 1; i <= videos; i++) {
            portfolio.post(video(i), "star").organic(video(i), 80_000L, 2_000L, 300);
        }
        return portfolio;
    }

    private static List<String> subjects(List<? extends Action> actions) {
        return actions.stream().map(Action::subject).toList();
    }

    @ParameterizedTest
    @CsvSource({"3, true", "2, false"})
    void a_creator_with_three_videos_that_surely_pay_is_offered_a_retainer(int videos, boolean offered) {
        Rotation rotation = star(videos).rotate();

        assertEquals(
                offered, subjects(actions(rotation, Action.OfferRetainer.class)).contains("star"));
        assertEquals(List.of(), Faults.in(rotation));
    }

    @Test
    void a_retainer_is_worth_what_its_further_posts_leave_less_its_pay() {
        Rotation rotation = star(3).rotate();
        Action.OfferRetainer retainer =
                action(rotation, Action.OfferRetainer.class, "star").orElseThrow();

        double perVideo =
                rotation.rankings().creators().get(0).netContribution().mean() / 3;
        double weeks =
                (AS_OF.plusDays(1).toEpochDay() - LocalDate.of(2026, 9, 1).toEpochDay()) / 7.0;
        double further = 10 / (30 / 7.0) - 3 / weeks;
        assertEquals(usd("250"), retainer.perWeek());
        assertEquals(usd("250"), retainer.explanation().cost());
        assertEquals(
                further * perVideo - 250,
                retainer.explanation().expectedValue().orElseThrow().mean(),
                1e-6);
        assertEquals(
                "Offer star a retainer of 250.00 USD a week for 2.33 posts a week.",
                retainer.explanation().text());
        assertTrue(retainer.explanation().needsApproval());
    }

    @Test
    void a_retainer_that_costs_more_than_it_brings_is_not_offered() {
        assertEquals(
                List.of(),
                actions(star(3).policy(PolicyNumber.RETAINER_PER_WEEK, "90000").rotate(), Action.OfferRetainer.class));
    }

    @Test
    void who_posts_as_often_as_a_retainer_asks_needs_none() {
        Rotation rotation = star(40).rotate();

        assertEquals(
                List.of(),
                subjects(actions(rotation, Action.OfferRetainer.class)).stream()
                        .filter("star"::equals)
                        .toList());
    }

    @Test
    void a_creator_whose_orders_bear_it_is_offered_a_step_more_commission() {
        Rotation rotation = star(3).rotate();
        Action.ChangeCommission raise =
                action(rotation, Action.ChangeCommission.class, "star").orElseThrow();

        assertEquals(Rate.ofPercent("15"), raise.from());
        assertEquals(Rate.ofPercent("18"), raise.to());
        assertEquals(usd("810"), raise.explanation().cost(), "3 % of 900 orders of 30");
        assertEquals(
                "Offer star a target collaboration at 18% instead of 15%.",
                raise.explanation().text());
        assertTrue(raise.explanation().because().get(0).startsWith("900 orders worth 27000.00 USD left "));
    }

    @ParameterizedTest
    @CsvSource({
        "COMMISSION_STEP, 0", // nothing to offer
        "COMMISSION_STEP, 0.30", // orders leave about a third of their value: they do not bear twice this
        "CANDIDATE_MINIMUM_ORDERS, 901",
        "COST_PER_CLICK, 5", // a click is worth less than it costs: nobody is a winner
    })
    void no_raise_that_the_orders_do_not_bear(PolicyNumber number, String value) {
        Rotation rotation = star(3).policy(number, value).rotate();

        assertTrue(action(rotation, Action.ChangeCommission.class, "star").isEmpty());
    }

    @Test
    void no_raise_where_the_value_of_orders_is_unknown() {
        Portfolio portfolio = new Portfolio().crowd(100, 60, 2).post(video(1), "star");
        portfolio.evidence.add(new Observation(
                new Subject.OfVideo(video(1), null),
                Period.of(LONG_AGO),
                Traffic.ORGANIC,
                Funnel.builder(Portfolio.USD)
                        .count(Funnel.Count.CLICKS, 2_000)
                        .count(Funnel.Count.ORDERS, 300)
                        .build(),
                Source.FUNNEL_DAILY,
                Instant.parse("2026-11-17T08:00:00Z")));

        assertTrue(action(portfolio.rotate(), Action.ChangeCommission.class, "star")
                .isEmpty());
    }

    @Test
    void at_most_three_creators_are_proposed_for_one_thing_the_best_first() {
        Portfolio portfolio = new Portfolio().crowd(100, 40, 2);
        for (int i = 1; i <= 15; i++) {
            portfolio.post(video(i), "star" + i % 5).organic(video(i), 80_000L, 2_000L, 200 + 50L * (i % 5));
        }

        Rotation rotation = portfolio.rotate();

        assertEquals(List.of("star4", "star3", "star2"), subjects(actions(rotation, Action.OfferRetainer.class)));
        assertEquals(3, actions(rotation, Action.ChangeCommission.class).size());
    }

    /** A viral creator whose views do not sell, in a crowd whose tags are known. */
    private static Portfolio viral(long views, long orders) {
        return new Portfolio().crowd(100, 60, 2).post(video(1), "viral").organic(video(1), views, views / 40, orders);
    }

    @ParameterizedTest
    @CsvSource({
        "900000, 20, true", // much seen, little bought
        "900000, 900, false", // sells like the others
        "49999, 0, false", // not much seen
    })
    void a_creator_who_is_much_seen_and_sells_little_is_re_briefed(long views, long orders, boolean reBriefed) {
        Rotation rotation = viral(views, orders).rotate();

        assertEquals(
                reBriefed,
                action(rotation, Action.ReBriefCreator.class, "viral").isPresent());
        assertEquals(List.of(), Faults.in(rotation));
    }

    @Test
    void a_re_brief_names_the_best_tags_and_what_the_views_left() {
        Rotation rotation = viral(900_000, 20).rotate();
        Action.ReBriefCreator reBrief =
                action(rotation, Action.ReBriefCreator.class, "viral").orElseThrow();

        assertTrue(reBrief.explanation().text().matches("Re-brief viral with hook\\d / angle\\d / placement\\d\\."));
        assertEquals(
                "900,000 views brought 20 orders: views that do not sell are not worth more views.",
                reBrief.explanation().because().get(0));
        assertTrue(reBrief.explanation().expectedValue().orElseThrow().mean() > 0);
        double best = rotation.rankings().hooks().stream()
                .mapToDouble(hook -> hook.perThousandViews().orElseThrow().mean())
                .max()
                .orElseThrow();
        assertEquals(
                best,
                rotation.rankings().hooks().stream()
                        .filter(hook -> hook.name().equals(reBrief.brief().hook()))
                        .findFirst()
                        .orElseThrow()
                        .perThousandViews()
                        .orElseThrow()
                        .mean());
    }

    @Test
    void creators_of_unknown_views_do_not_move_what_is_usual() {
        Portfolio portfolio = viral(900_000, 20);
        for (int i = 1000; i < 1040; i++) {
            portfolio.post(video(i), "unseen" + i).organic(video(i), null, 300L, 9);
        }

        assertTrue(
                action(portfolio.rotate(), Action.ReBriefCreator.class, "viral").isPresent());
    }

    @Test
    void without_tags_of_three_creators_nobody_is_re_briefed() {
        Portfolio portfolio = new Portfolio();
        for (int i = 2; i <= 40; i++) {
            portfolio
                    .post(video(i), "c" + i)
                    .organic(video(i), 20_000L, 500L, 20)
                    .tag(video(i), i <= 3 ? "rare" : "common", "angle", i <= 3 ? "late" : null);
        }
        portfolio.post(video(1), "viral").organic(video(1), 900_000L, 22_000L, 5);

        assertEquals(List.of(), actions(portfolio.rotate(), Action.ReBriefCreator.class), "two creators placed late");
    }

    @Test
    void a_video_that_ads_lost_money_on_is_taken_out_of_paid_traffic() {
        Portfolio portfolio =
                new Portfolio().crowd(100, 40, 2).row(video(100), Traffic.PAID, LONG_AGO, null, 900L, 2L, "900");

        Action.RetireVideo retire =
                actions(portfolio.rotate(), Action.RetireVideo.class).get(0);

        assertEquals(video(100), retire.video());
        assertEquals(
                "Exclude video " + video(100) + " from paid traffic.",
                retire.explanation().text());
        assertTrue(
                retire.explanation()
                        .because()
                        .get(0)
                        .startsWith("It cost 900.00 USD in ads and, after all costs, left -"),
                retire.explanation() + "");
        assertTrue(retire.explanation().because().get(0).endsWith(" USD; it pays with probability 0.0%."));
    }

    @Test
    void a_video_that_pays_or_is_under_test_or_had_no_ads_is_not_retired() {
        Portfolio portfolio = new Portfolio()
                .crowd(100, 40, 2)
                .post(video(1), "pays")
                .organic(video(1), 80_000L, 2_000L, 300)
                .row(video(1), Traffic.PAID, LONG_AGO, null, 900L, 90L, "700")
                .row(video(100), Traffic.PAID, LONG_AGO, null, 900L, 2L, "900")
                .boost(video(100), AS_OF.minusDays(2), "50")
                .row(video(101), Traffic.PAID, LONG_AGO, null, 0L, 0L, "0");

        assertEquals(List.of(), actions(portfolio.rotate(), Action.RetireVideo.class));
    }

    @Test
    void the_three_greatest_losses_are_retired() {
        Portfolio portfolio = new Portfolio().crowd(100, 40, 2);
        for (int i = 1; i <= 5; i++) {
            portfolio
                    .post(video(i), "loser")
                    .organic(video(i), 4_000L, 100L, 2)
                    .row(video(i), Traffic.PAID, LONG_AGO, null, 500L, 0L, String.valueOf(400 + 100 * i));
        }

        assertEquals(
                List.of(video(5), video(4), video(3)),
                actions(portfolio.rotate(), Action.RetireVideo.class).stream()
                        .map(Action.RetireVideo::video)
                        .sorted(Comparator.reverseOrder())
                        .toList());
    }

    @Test
    void the_report_says_how_many_win_and_what_a_click_costs() {
        PhaseReport report = star(3).rotate().phases().get(2);

        assertTrue(
                report.headline().matches("\\d+ of 63 videos are winners: .*at most 10\\.0% of them wrong\\."),
                report + "");
        assertTrue(report.facts().stream().anyMatch(fact -> fact.name().equals("costPerClick")));
        assertTrue(report.facts().stream()
                .anyMatch(
                        fact -> fact.text().startsWith("Videos differ by more than chance; a video of average reach")));
    }
}
