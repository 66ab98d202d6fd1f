package dev.flywheel.core.cycle;

import static dev.flywheel.core.Portfolio.AS_OF;
import static dev.flywheel.core.Portfolio.LONG_AGO;
import static dev.flywheel.core.Portfolio.action;
import static dev.flywheel.core.Portfolio.actions;
import static dev.flywheel.core.Portfolio.usd;
import static dev.flywheel.core.Portfolio.video;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.Faults;
import dev.flywheel.core.Portfolio;
import dev.flywheel.core.adtest.AdTestReading;
import dev.flywheel.core.adtest.AdTestReading.Move;
import dev.flywheel.core.content.Authorization;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.Observation;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.performance.Subject;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.stats.ResponseExponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmplifyTest {

    private static final LocalDate START = AS_OF.minusDays(9);
    private static final LocalDate FOREVER = AS_OF.plusDays(90);
    private static final VideoId VIDEO = video(1);

    /** A crowd, and a video with 300 orders on 2,000 clicks. */
    private static Portfolio star() {
        return star(new Portfolio().crowd(10, 40, 1), VIDEO);
    }

    private static Portfolio star(Portfolio portfolio, VideoId video) {
        return portfolio.post(video, "star").organic(video, 80_000L, 2_000L, 300);
    }

    /** A boost of a star whose paid clicks convert as well. */
    private static Portfolio holding(Portfolio portfolio, VideoId video, String perDay) {
        return star(portfolio, video)
                .boost(video, START, perDay)
                .paid(video, START, AS_OF.minusDays(7), 400, 68, perDay);
    }

    /** A boost of a star whose paid clicks convert at a tenth. */
    private static Portfolio dropping(Portfolio portfolio, VideoId video, String perDay) {
        return star(portfolio, video).boost(video, START, perDay).paid(video, START, AS_OF.minusDays(7), 400, 6, "268");
    }

    private static AdTestReading reading(Rotation rotation, VideoId video) {
        return rotation.adTests().stream()
                .filter(reading -> reading.start().video().equals(video))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Action action) {
        return action.explanation().text();
    }

    @Test
    void a_boost_that_holds_is_raised_by_one_step_and_priced_over_the_horizon() {
        Rotation rotation =
                holding(new Portfolio(), VIDEO, "50").permit(VIDEO, FOREVER).rotate();

        Action.ScaleBoost raise =
                action(rotation, Action.ScaleBoost.class, VIDEO.value()).orElseThrow();
        assertEquals(usd("50"), raise.fromPerDay());
        assertEquals(usd("100"), raise.toPerDay());
        assertEquals("Raise the boost of video " + VIDEO + " from 50.00 USD to 100.00 USD a day.", text(raise));
        assertEquals(usd("700"), raise.explanation().cost(), "14 days of 50 more");
        double perDay = reading(rotation, VIDEO).expectedProfitPerDay().mean();
        double moreClicks = Math.pow(2, new ResponseExponent(0.85, 0.1).mean()) - 1;
        assertEquals(
                14 * ((perDay + 50) * moreClicks - 50),
                raise.explanation().expectedValue().orElseThrow().mean(),
                1e-9,
                "the second 50 buys fewer clicks than the first");
        assertTrue(
                reading(rotation, VIDEO).because().stream()
                        .anyMatch(line ->
                                line.startsWith("It takes one of the slots that 20.0% of the daily cap of 1500.00 USD")
                                        || line.startsWith("Divided by today's draw, the daily cap of 1500.00 USD")),
                () -> reading(rotation, VIDEO).because() + "");
        assertEquals(Phase.AMPLIFY, raise.phase());
    }

    @Test
    void a_boost_that_dropped_is_stopped_and_gives_its_money_back_on_the_same_day() {
        Portfolio portfolio = dropping(new Portfolio(), VIDEO, "50").dailyAdCap("50");
        Rotation rotation = star(portfolio, video(2))
                .permit(VIDEO, FOREVER)
                .permit(video(2), FOREVER)
                .rotate();

        Action.StopBoost stop =
                action(rotation, Action.StopBoost.class, VIDEO.value()).orElseThrow();
        assertEquals(
                "Stop the boost of video " + VIDEO + ": paid conversion dropped significantly below organic.",
                text(stop));
        assertTrue(stop.explanation().expectedValue().orElseThrow().mean() > 0, "a stop saves money");
        assertEquals(
                usd("50"),
                action(rotation, Action.StartBoost.class, video(2).value())
                        .orElseThrow()
                        .budgetPerDay());
        assertTrue(rotation.phases().get(3).headline().startsWith("Boosts under test: 1 (1 DROPPED); 1 more"));
    }

    @ParameterizedTest
    @CsvSource({"-1, ended", "0, ends", "1, ends"})
    void a_boost_is_stopped_while_its_permission_leaves_a_day_to_act(int daysLeft, String word) {
        Rotation rotation = holding(new Portfolio(), VIDEO, "50")
                .permit(VIDEO, AS_OF.plusDays(daysLeft))
                .rotate();

        Action.StopBoost stop =
                action(rotation, Action.StopBoost.class, VIDEO.value()).orElseThrow();
        assertEquals(
                "Stop the boost of video " + VIDEO + ": the creator's permission " + word + " on "
                        + AS_OF.plusDays(daysLeft) + ".",
                text(stop));
        assertEquals("HOLDS", reading(rotation, VIDEO).verdict().name());
        assertEquals(Move.STOP, reading(rotation, VIDEO).move());
        assertEquals(usd("0"), reading(rotation, VIDEO).budgetPerDay());
        assertEquals(
                "Keep it if the creator gives a permission that lasts first.",
                stop.explanation().unless());
        assertEquals(List.of(), actions(rotation, Action.ScaleBoost.class));
        assertEquals(List.of(), actions(rotation, Action.RenewAuthorization.class), "nothing runs that it would serve");
    }

    @Test
    void a_boost_with_two_days_of_permission_left_runs_on_and_asks_for_more() {
        Rotation rotation = holding(new Portfolio(), VIDEO, "50")
                .permit(VIDEO, AS_OF.plusDays(2))
                .rotate();

        assertEquals(List.of(), actions(rotation, Action.StopBoost.class));
        Action.RenewAuthorization renewal =
                actions(rotation, Action.RenewAuthorization.class).get(0);
        assertEquals(AS_OF.plusDays(2), renewal.lastDay());
        assertEquals(
                List.of("2 days are left.", "A boost runs on it and would be stopped."),
                renewal.explanation().because());
    }

    @Test
    void a_boost_of_which_no_permission_is_on_record_stops_where_others_are() {
        Rotation rotation =
                holding(new Portfolio(), VIDEO, "50").permit(video(9), FOREVER).rotate();

        assertEquals(
                "Stop the boost of video " + VIDEO + ": no permission of the creator is on record.",
                text(actions(rotation, Action.StopBoost.class).get(0)));
    }

    @Test
    void without_any_permission_on_record_boosts_run_on_and_the_report_says_so() {
        Rotation rotation = holding(new Portfolio(), VIDEO, "50").rotate();

        assertEquals(List.of(), actions(rotation, Action.StopBoost.class));
        assertTrue(rotation.phases().get(3).facts().stream()
                .anyMatch(fact -> fact.name().equals("authorizationsUnknown")));
    }

    @ParameterizedTest
    @CsvSource({"13, false", "14, true", "15, true"})
    void no_boost_starts_without_a_permission_through_the_whole_test(int days, boolean starts) {
        Rotation rotation = star().permit(VIDEO, AS_OF.plusDays(days))
                .policy(PolicyNumber.RENEW_BEFORE_DAYS, "5")
                .rotate();

        assertEquals(
                starts, action(rotation, Action.StartBoost.class, VIDEO.value()).isPresent());
        assertEquals(
                !starts,
                action(rotation, Action.RequestAuthorization.class, VIDEO.value())
                        .isPresent());
        if (!starts) {
            assertTrue(actions(rotation, Action.RequestAuthorization.class)
                    .get(0)
                    .explanation()
                    .because()
                    .contains("The permission on record ends on 2026-11-29; a test needs one through 2026-11-30."));
        }
    }

    @Test
    void a_candidate_without_any_permission_is_asked_for_one_at_no_cost() {
        Action.RequestAuthorization request =
                actions(star().rotate(), Action.RequestAuthorization.class).get(0);

        assertEquals("Ask for permission to advertise video " + VIDEO + ".", text(request));
        assertEquals(usd("0"), request.explanation().cost());
        assertTrue(request.explanation()
                .because()
                .contains("No permission is on record; a test needs one through 2026-11-30."));
    }

    @Test
    void a_creator_is_not_asked_twice_for_one_post() {
        Rotation rotation = star().permit(VIDEO, AS_OF.plusDays(8)).rotate();

        assertEquals(1, actions(rotation, Action.RenewAuthorization.class).size());
        assertEquals(List.of(), actions(rotation, Action.RequestAuthorization.class));
    }

    @Test
    void a_brand_without_ad_money_asks_no_creator_for_permission() {
        Rotation rotation = star().dailyAdCap("0").permit(video(9), FOREVER).rotate();

        assertEquals(List.of(), actions(rotation, Action.RequestAuthorization.class));
        assertEquals(List.of(), actions(rotation, Action.StartBoost.class));
    }

    @ParameterizedTest
    @CsvSource({"14, 1", "15, 0", "0, 1", "-1, 0"})
    void permissions_of_winners_are_renewed_fourteen_days_ahead(int daysLeft, int renewals) {
        Rotation rotation = star().permit(VIDEO, AS_OF.plusDays(daysLeft)).rotate();

        assertEquals(
                renewals, actions(rotation, Action.RenewAuthorization.class).size());
    }

    @Test
    void permissions_of_videos_that_neither_run_nor_win_may_lapse() {
        Rotation rotation = star().permit(video(10), AS_OF.plusDays(3)).rotate();

        assertEquals(List.of(), actions(rotation, Action.RenewAuthorization.class));
    }

    @Test
    void a_permission_for_the_account_covers_every_post_and_is_renewed_once() {
        Portfolio portfolio = star(star(new Portfolio(), VIDEO), video(2))
                .post(video(3), "star")
                .permit(video(3), FOREVER, Authorization.Kind.ACCOUNT);
        assertEquals(2, actions(portfolio.rotate(), Action.StartBoost.class).size());

        Portfolio ending = star(star(new Portfolio(), VIDEO), video(2))
                .post(video(3), "star")
                .permit(video(3), AS_OF.plusDays(4), Authorization.Kind.ACCOUNT);
        Rotation rotation = ending.rotate();
        assertEquals(1, actions(rotation, Action.RenewAuthorization.class).size());
        assertEquals(List.of(), actions(rotation, Action.RequestAuthorization.class));
        assertEquals(
                "4 days are left, for every post of the creator.",
                actions(rotation, Action.RenewAuthorization.class)
                        .get(0)
                        .explanation()
                        .because()
                        .get(0));
    }

    @Test
    void an_account_whose_creator_is_unknown_covers_its_own_post() {
        Portfolio portfolio = new Portfolio()
                .organic(VIDEO, 80_000L, 2_000L, 300)
                .permit(VIDEO, FOREVER, Authorization.Kind.ACCOUNT)
                .permit(video(5), AS_OF.minusDays(1), Authorization.Kind.ACCOUNT);

        Rotation rotation = portfolio.rotate();

        assertEquals(1, actions(rotation, Action.StartBoost.class).size());
        List<PhaseReport.Fact> facts = rotation.phases().get(3).facts();
        assertTrue(facts.stream().anyMatch(fact -> fact.text().equals("1 permissions hold")));
        assertTrue(facts.stream().anyMatch(fact -> fact.text().equals("1 have ended")));
    }

    @Test
    void boosts_above_a_lowered_cap_give_way_and_are_not_raised_in_the_same_breath() {
        Portfolio portfolio = holding(holding(new Portfolio(), VIDEO, "50"), video(2), "50")
                .permit(VIDEO, FOREVER)
                .permit(video(2), FOREVER)
                .dailyAdCap("60");

        Rotation rotation = portfolio.rotate();

        Action.StopBoost stop = actions(rotation, Action.StopBoost.class).get(0);
        assertEquals(1, actions(rotation, Action.StopBoost.class).size());
        assertTrue(
                text(stop).endsWith(": running boosts cost 100.00 USD a day, above the cap of 60.00 USD."), text(stop));
        assertEquals(List.of(), actions(rotation, Action.ScaleBoost.class));
        VideoId kept = stop.video().equals(VIDEO) ? video(2) : VIDEO;
        assertEquals(Move.KEEP, reading(rotation, kept).move());
        assertEquals(usd("50"), reading(rotation, kept).budgetPerDay());
        assertEquals(
                "The daily cap of 60.00 USD leaves no room for a raise.",
                reading(rotation, kept).because().get(0));
        assertEquals(List.of(), Faults.in(rotation));
    }

    @Test
    void of_two_boosts_the_one_that_earns_less_gives_way() {
        Portfolio portfolio = holding(new Portfolio(), VIDEO, "50");
        star(portfolio, video(2)).boost(video(2), START, "50").paid(video(2), START, AS_OF.minusDays(7), 400, 90, "50");

        Rotation rotation = portfolio.dailyAdCap("60").rotate();

        assertEquals(VIDEO, actions(rotation, Action.StopBoost.class).get(0).video());
    }

    @Test
    void a_boost_that_no_report_knows_counts_against_the_cap_and_gives_way_first() {
        Portfolio portfolio = holding(new Portfolio(), VIDEO, "50").boost(video(7), START, "50");

        Rotation within = portfolio.dailyAdCap("100").rotate();
        assertEquals(List.of(), actions(within, Action.ScaleBoost.class), "no room beside the unseen boost");
        assertEquals(List.of(), actions(within, Action.StopBoost.class));
        assertEquals(
                "Repair the data of the boost of video " + video(7)
                        + ": no report knows this video, whose boost started on " + START + ".",
                text(actions(within, Action.FixData.class).get(0)));

        Rotation above = portfolio.dailyAdCap("99").rotate();
        assertEquals(video(7), actions(above, Action.StopBoost.class).get(0).video());
        assertEquals(
                List.of("It may spend 50.00 USD a day; no report knows it, so nothing speaks for keeping it."),
                actions(above, Action.StopBoost.class).get(0).explanation().because());
    }

    @Test
    void a_boost_that_no_report_knows_stops_without_a_permission() {
        Rotation rotation =
                star().boost(video(7), START, "50").permit(VIDEO, FOREVER).rotate();

        assertEquals(
                "Stop the boost of video " + video(7) + ": no permission of the creator is on record.",
                text(actions(rotation, Action.StopBoost.class).get(0)));
        assertEquals(List.of(), actions(rotation, Action.FixData.class));
    }

    @Test
    void a_boost_above_the_ceiling_comes_down_to_it() {
        Rotation rotation =
                holding(new Portfolio(), VIDEO, "200").permit(VIDEO, FOREVER).rotate();

        Action.ScaleBoost lower = actions(rotation, Action.ScaleBoost.class).get(0);
        assertEquals("Lower the boost of video " + VIDEO + " from 200.00 USD to 150.00 USD a day.", text(lower));
        assertEquals(usd("0"), lower.explanation().cost());
        assertEquals(Move.LOWER, reading(rotation, VIDEO).move());
        assertEquals("150", committed(rotation));
    }

    private static String committed(Rotation rotation) {
        return rotation.phases().get(3).facts().stream()
                .filter(fact -> fact.name().equals("committedPerDay"))
                .map(fact -> String.format(
                        Locale.ROOT, "%.0f", fact.estimate().orElseThrow().mean()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_boost_without_budget_does_not_run_whatever_its_numbers_say() {
        Portfolio portfolio = holding(new Portfolio(), VIDEO, "0").permit(video(9), FOREVER);
        portfolio.boost(video(7), START, "0");

        Rotation rotation = portfolio.rotate();

        assertEquals(List.of(), actions(rotation, Action.ScaleBoost.class));
        assertEquals(List.of(), actions(rotation, Action.StopBoost.class));
        assertEquals(List.of(), actions(rotation, Action.FixData.class));
        assertEquals("HOLDS", reading(rotation, VIDEO).verdict().name());
        assertEquals(Move.KEEP, reading(rotation, VIDEO).move());
        assertEquals(usd("0"), reading(rotation, VIDEO).budgetPerDay());
        assertEquals(
                "The boost is not running: it has no budget.",
                reading(rotation, VIDEO).because().get(0));
        assertEquals(List.of(), Faults.in(rotation));
    }

    @Test
    void of_several_rows_about_one_boost_the_latest_holds_in_any_order() {
        Portfolio forward = star().boost(VIDEO, START.minusDays(20), "150")
                .boost(VIDEO, START, "50")
                .boost(VIDEO, START, "100");
        Portfolio backward =
                star().boost(VIDEO, START, "100").boost(VIDEO, START, "50").boost(VIDEO, START.minusDays(20), "150");

        assertEquals(reading(forward.rotate(), VIDEO), reading(backward.rotate(), VIDEO));
        assertEquals(usd("100"), reading(forward.rotate(), VIDEO).start().budgetPerDay());
    }

    @Test
    void where_paid_and_organic_cannot_be_told_apart_the_data_is_to_be_repaired_and_the_boost_waits() {
        Portfolio portfolio = star().boost(VIDEO, START, "50").permit(VIDEO, FOREVER);
        START.datesUntil(AS_OF.plusDays(1))
                .forEach(day -> portfolio.row(VIDEO, Traffic.BLENDED, day, 900L, 100L, 1L, null));

        Rotation rotation = portfolio.rotate();

        assertEquals(
                "INSUFFICIENT_ATTRIBUTION", reading(rotation, VIDEO).verdict().name());
        assertEquals(Move.KEEP, reading(rotation, VIDEO).move());
        Action.FixData fix = actions(rotation, Action.FixData.class).get(0);
        assertTrue(text(fix).contains("are reported for organic and paid together"), text(fix));
        assertFalse(fix.explanation().needsApproval());
        assertEquals(List.of(), actions(rotation, Action.StopBoost.class));
    }

    @Test
    void the_prior_of_a_test_is_that_of_the_day_before_it_started() {
        Portfolio quiet = holding(new Portfolio().crowd(10, 40, 1), VIDEO, "50");
        Portfolio loud = holding(new Portfolio().crowd(10, 40, 1), VIDEO, "50");
        // Too few days to learn the day noise of statistics 2.4 from, which may use what came later.
        for (int i = 10; i < 25; i++) {
            loud.organic(video(i), START, AS_OF, 1_000, 100, 60);
        }

        AdTestReading before = reading(quiet.rotate(), VIDEO);
        AdTestReading after = reading(loud.rotate(), VIDEO);

        assertEquals(before.logEDrop(), after.logEDrop());
        assertEquals(before.logEHold(), after.logEHold());
        assertEquals(before.paidToOrganic(), after.paidToOrganic());
    }

    @Test
    void candidates_are_at_least_seventy_two_hours_old_at_the_end_of_the_day() {
        // The end of 16 November in Los Angeles is 08:00 UTC on the 17th.
        VideoId old = Portfolio.postedAt(Instant.parse("2026-11-14T08:00:00Z"));
        VideoId young = Portfolio.postedAt(Instant.parse("2026-11-14T08:00:01Z"));
        Portfolio portfolio = new Portfolio().crowd(10, 40, 1);
        for (VideoId video : List.of(old, young)) {
            portfolio
                    .post(video, "star")
                    .permit(video, FOREVER)
                    .organic(video, AS_OF.minusDays(1), AS_OF, 40_000, 1_000, 100);
        }

        Rotation rotation = portfolio.rotate();

        assertTrue(action(rotation, Action.StartBoost.class, old.value()).isPresent());
        assertFalse(action(rotation, Action.StartBoost.class, young.value()).isPresent());
    }

    @ParameterizedTest
    @CsvSource({"9, false", "10, true"})
    void candidates_have_sold_ten_times(long orders, boolean candidate) {
        Rotation rotation = new Portfolio()
                .post(VIDEO, "star")
                .organic(VIDEO, 1_000L, 40L, orders)
                .permit(VIDEO, FOREVER)
                .rotate();

        assertEquals(
                candidate,
                action(rotation, Action.StartBoost.class, VIDEO.value()).isPresent());
    }

    @Test
    void candidates_earn_more_than_a_click_costs_with_a_probability_of_four_in_five() {
        Portfolio weak = promising(170);
        Portfolio lenient = promising(170).policy(PolicyNumber.CANDIDATE_PROBABILITY, "0.50");

        assertEquals(List.of(), actions(weak.rotate(), Action.StartBoost.class));
        assertEquals(1, actions(lenient.rotate(), Action.StartBoost.class).size());
    }

    private static Portfolio promising(long orders) {
        return new Portfolio().post(VIDEO, "star").permit(VIDEO, FOREVER).organic(VIDEO, 80_000L, 2_000L, orders);
    }

    @Test
    void a_candidate_that_is_expected_to_lose_does_not_start_however_lenient_the_policy() {
        Portfolio losing = promising(120).policy(PolicyNumber.CANDIDATE_PROBABILITY, "0.10");
        Portfolio unasked = new Portfolio()
                .post(VIDEO, "star")
                .organic(VIDEO, 80_000L, 2_000L, 120)
                .policy(PolicyNumber.CANDIDATE_PROBABILITY, "0.10");

        assertEquals(List.of(), actions(losing.rotate(), Action.StartBoost.class));
        assertEquals(List.of(), actions(unasked.rotate(), Action.RequestAuthorization.class));
    }

    @Test
    void what_is_under_test_or_was_is_no_candidate() {
        Rotation rotation =
                holding(new Portfolio(), VIDEO, "0").permit(VIDEO, FOREVER).rotate();

        assertEquals(List.of(), actions(rotation, Action.StartBoost.class));
    }

    @Test
    void a_video_whose_clicks_are_unknown_is_no_candidate_because_its_test_could_not_be_judged() {
        Rotation rotation = star().post(video(2), "star")
                .organic(video(2), 80_000L, null, 400)
                .permit(video(2), FOREVER)
                .permit(VIDEO, FOREVER)
                .rotate();

        assertEquals(
                List.of(VIDEO.value()),
                actions(rotation, Action.StartBoost.class).stream()
                        .map(Action::subject)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"20, 50.00", "49.99, 50.00", "63.40, 63.40", "151, 150.00", "400, 150.00"})
    void a_boost_starts_at_the_value_of_an_order_between_floor_and_ceiling(String orderValue, String start) {
        Portfolio portfolio =
                new Portfolio().post(VIDEO, "star").permit(VIDEO, FOREVER).policy(PolicyNumber.COST_PER_CLICK, "0.01");
        Funnel funnel = Funnel.builder(Portfolio.USD)
                .count(Funnel.Count.CLICKS, 200_000)
                .count(Funnel.Count.ORDERS, 100_000)
                .amount(Funnel.Amount.GMV, usd(orderValue).times(100_000))
                .build();
        portfolio.evidence.add(new Observation(
                new Subject.OfVideo(VIDEO, null),
                Period.of(LONG_AGO),
                Traffic.ORGANIC,
                funnel,
                Source.FUNNEL_DAILY,
                Instant.parse("2026-11-17T08:00:00Z")));

        Action.StartBoost boost =
                actions(portfolio.rotate(), Action.StartBoost.class).get(0);

        assertEquals(usd(start), boost.budgetPerDay());
        assertEquals(usd(start).times(14), boost.explanation().cost());
    }

    @Test
    void what_the_cap_cannot_carry_is_decided_by_draw_and_better_candidates_start_more_often() {
        Portfolio portfolio = new Portfolio().dailyAdCap("120").policy(PolicyNumber.SAMPLE_DRAWS, "200");
        for (int i = 1; i <= 4; i++) {
            portfolio
                    .post(video(i), "c" + i)
                    .organic(video(i), 80_000L, 2_000L, 220 + 120L * i)
                    .permit(video(i), FOREVER);
        }
        int[] started = new int[5];

        for (int seed = 1; seed <= 25; seed++) {
            Rotation rotation = portfolio.rotate(seed);
            List<Action.StartBoost> starts = actions(rotation, Action.StartBoost.class);
            assertEquals(2, starts.size(), "as many as the cap carries");
            assertEquals("100", committed(rotation));
            starts.forEach(start -> assertEquals(usd("50"), start.budgetPerDay()));
            for (int i = 1; i <= 4; i++) {
                VideoId video = video(i);
                started[i] += starts.stream().anyMatch(start -> start.video().equals(video)) ? 1 : 0;
            }
        }
        assertTrue(started[4] >= 18 && started[4] > started[1] + 8, Arrays.toString(started));
        assertTrue(started[1] > 0, "a candidate that looks worst may be the best: " + Arrays.toString(started));
    }

    @Test
    void with_room_for_all_every_candidate_starts_whatever_its_draw() {
        Portfolio portfolio = new Portfolio().dailyAdCap("200");
        for (int i = 1; i <= 4; i++) {
            star(portfolio, video(i)).permit(video(i), FOREVER);
        }

        for (int seed = 1; seed <= 5; seed++) {
            assertEquals(
                    4, actions(portfolio.rotate(seed), Action.StartBoost.class).size());
        }
    }

    @Test
    void a_boost_under_test_is_neither_raised_nor_stopped_by_a_draw() {
        Portfolio portfolio = star().boost(VIDEO, AS_OF.minusDays(3), "50")
                .paid(VIDEO, AS_OF.minusDays(3), AS_OF, 75, 4, "50")
                .permit(VIDEO, FOREVER);

        for (int seed = 1; seed <= 10; seed++) {
            AdTestReading reading = reading(portfolio.rotate(seed), VIDEO);
            assertEquals("TESTING", reading.verdict().name());
            assertEquals(Move.KEEP, reading.move());
            assertEquals(usd("50"), reading.budgetPerDay());
        }
    }

    @ParameterizedTest
    @CsvSource({"1, STRICT, unprofitable", "2, STRICT, inconclusive"})
    void every_reason_to_stop_is_told_in_words(int scene, String rule, String verdict) {
        Portfolio portfolio = star();
        if (scene == 1) {
            portfolio.boost(VIDEO, START, "150").paid(VIDEO, START, AS_OF.minusDays(7), 50, 5, "600");
        } else {
            portfolio
                    .boost(VIDEO, AS_OF.minusDays(20), "50")
                    .paid(VIDEO, AS_OF.minusDays(20), AS_OF.minusDays(20), 20, 1, "40");
        }

        Rotation rotation = portfolio.rotate();

        assertEquals(verdict, reading(rotation, VIDEO).verdict().name().toLowerCase(Locale.ROOT), rule);
        assertEquals(
                "Stop the boost of video " + VIDEO + ": "
                        + (scene == 1
                                ? "its ad money is almost surely lost."
                                : "time or money for the test ran out and it is expected to lose."),
                text(actions(rotation, Action.StopBoost.class).get(0)));
    }
}
