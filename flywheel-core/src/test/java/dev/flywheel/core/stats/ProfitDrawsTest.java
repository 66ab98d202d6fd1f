package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.performance.Estimate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfitDrawsTest {

    private static final OrderValue VALUE = new OrderValue(Math.log(30), 0.2);

    private static ProfitModel video(long key, double orders, double clicks, double views) {
        return ProfitModel.builder(key, new GammaPrior(3 + orders, 100 + clicks), VALUE)
                .clickRate(new BetaPosterior(1 + clicks, 100 + views - clicks))
                .refundRate(new BetaPosterior(2, 18))
                .views(views)
                .keepShare(0.8)
                .costPerOrder(9)
                .costPerReturn(4)
                .fixedCost(30)
                .build();
    }

    private static List<ProfitModel> videos(int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> video(1_000 + i, i % 9, 100 + 10 * (i % 7), 10_000))
                .toList();
    }

    /** The answer without sampling: independent factors, value linear in the refund rate. */
    @Test
    void mean_is_the_product_of_the_means() {
        ProfitModel model = video(1, 12, 200, 15_000);
        double value = 30 * Math.exp(0.02) * 0.8 * 0.9 - 9 - 0.1 * 4;
        double perThousand = 1_000 * (201 / 15_101.0) * (15 / 300.0) * value;

        ProfitSummary summary =
                ProfitDraws.simulate(List.of(model), 1, 42).summaries().get(0);

        assertEquals(perThousand, summary.perThousandViews().mean(), 1e-9);
        assertEquals(15 * perThousand - 30, summary.total().mean(), 1e-9);
        assertEquals(15 * summary.perThousandViews().low() - 30, summary.total().low(), 1e-9);
        assertEquals(1, model.key());
        assertEquals(15 * perThousand - 30, model.meanTotal(), 1e-9);
    }

    @ParameterizedTest(name = "seed {0}")
    @CsvSource({"1", "2", "3"})
    void draws_agree_with_the_exact_mean(long seed) {
        double[] draws = new double[200_000];
        ProfitModel model = video(1, 12, 200, 15_000);

        model.draw(RandomSource.XO_SHI_RO_256_PP.create(seed), draws);

        double mean = 0;
        double square = 0;
        for (double draw : draws) {
            mean += draw / draws.length;
            square += draw * draw / draws.length;
        }
        double standardError = Math.sqrt((square - mean * mean) / draws.length);
        assertEquals(model.meanPerThousandViews(), mean, 4 * standardError);
    }

    @Test
    void interval_and_loss_follow_the_gamma_law_when_only_the_rate_is_unknown() {
        GammaPrior rate = new GammaPrior(7, 1_000);
        ProfitModel model = ProfitModel.builder(5, rate, OrderValue.exactly(20))
                .views(1_000)
                .fixedCost(140)
                .build();

        ProfitSummary summary =
                ProfitDraws.simulate(List.of(model), 1, 3).summaries().get(0);

        Estimate exact = rate.estimate();
        assertEquals(20_000 * exact.low(), summary.perThousandViews().low(), 4);
        assertEquals(20_000 * exact.high(), summary.perThousandViews().high(), 4);
        assertEquals(0.5503, summary.lossProbability(), 0.024);
    }

    @Test
    void being_among_the_best_is_judged_by_the_total_and_not_by_the_rate() {
        List<ProfitSummary> summaries = ProfitDraws.simulate(
                        List.of(video(1, 40, 100, 1_000), video(2, 4_000, 20_000, 400_000)), 1, 7)
                .summaries();

        assertTrue(summaries.get(0).perThousandViews().mean()
                > summaries.get(1).perThousandViews().mean());
        assertTrue(summaries.get(1).topProbability() > 0.99);
    }

    @Test
    void two_million_views_with_forty_orders_rank_below_twelve_thousand_with_four_hundred() {
        List<ProfitSummary> summaries = ProfitDraws.simulate(
                        List.of(video(1, 40, 20_000, 2_000_000), video(2, 400, 1_200, 12_000)), 1, 7)
                .summaries();

        assertTrue(summaries.get(1).rank().mean() < summaries.get(0).rank().mean());
        assertTrue(summaries.get(1).topProbability() > 0.995);
        assertTrue(summaries.get(1).perThousandViews().low()
                > summaries.get(0).perThousandViews().high());
    }

    @Test
    void adding_or_reordering_units_leaves_the_others_draws_alone() {
        List<ProfitModel> few = videos(20);
        List<ProfitModel> more = new ArrayList<>(videos(50));
        Collections.reverse(more);

        List<ProfitSummary> fewSummaries = ProfitDraws.simulate(few, 5, 11).summaries();
        List<ProfitSummary> moreSummaries = ProfitDraws.simulate(more, 5, 11).summaries();

        for (int i = 0; i < 20; i++) {
            ProfitSummary other = moreSummaries.get(49 - i);
            assertEquals(fewSummaries.get(i).key(), other.key());
            assertEquals(fewSummaries.get(i).perThousandViews(), other.perThousandViews());
            assertEquals(fewSummaries.get(i).lossProbability(), other.lossProbability());
        }
    }

    @Test
    void input_order_does_not_matter_at_all() {
        List<ProfitModel> units = videos(30);
        List<ProfitModel> reversed = new ArrayList<>(units);
        Collections.reverse(reversed);
        List<ProfitSummary> backwards =
                new ArrayList<>(ProfitDraws.simulate(reversed, 4, 11).summaries());
        Collections.reverse(backwards);

        assertEquals(ProfitDraws.simulate(units, 4, 11).summaries(), backwards);
    }

    @Test
    void another_seed_gives_other_draws_but_the_same_means() {
        ProfitSummary one = ProfitDraws.simulate(videos(1), 1, 1).summaries().get(0);
        ProfitSummary two = ProfitDraws.simulate(videos(1), 1, 2).summaries().get(0);

        assertTrue(one.total().low() != two.total().low());
        assertEquals(one.total().mean(), two.total().mean());
    }

    @Test
    void ranks_and_top_probabilities_are_a_complete_order() {
        List<ProfitSummary> summaries = ProfitDraws.simulate(videos(40), 10, 5).summaries();

        assertEquals(
                40 * 41 / 2.0,
                summaries.stream().mapToDouble(s -> s.rank().mean()).sum(),
                1e-6);
        assertEquals(
                10,
                summaries.stream().mapToDouble(ProfitSummary::topProbability).sum(),
                1e-9);
    }

    @Test
    void equal_units_rank_by_key() {
        ProfitModel later = ProfitModel.builder(9, new GammaPrior(3, 100), OrderValue.exactly(10))
                .keepShare(0)
                .build();
        ProfitModel earlier = ProfitModel.builder(-4, new GammaPrior(5, 100), OrderValue.exactly(10))
                .keepShare(0)
                .build();

        List<ProfitSummary> summaries =
                ProfitDraws.simulate(List.of(later, earlier), 1, 5).summaries();

        assertEquals(new Estimate(2, 2, 2, Quantiles.LEVEL), summaries.get(0).rank());
        assertEquals(new Estimate(1, 1, 1, Quantiles.LEVEL), summaries.get(1).rank());
    }

    @Tag("sweep")
    @Test
    void large_portfolios_rank_on_fewer_draws_and_say_so() {
        List<ProfitModel> units = videos(60);
        ProfitDraws full = ProfitDraws.simulate(units, 10, 5);
        ProfitDraws capped = ProfitDraws.simulate(units, 10, 5, 60_000);
        ProfitDraws floor = ProfitDraws.simulate(units, 10, 5, 60);

        assertEquals(4_000, full.rankDraws());
        assertEquals(1_000, capped.rankDraws());
        assertEquals(100, floor.rankDraws());
        for (int i = 0; i < 60; i++) {
            assertEquals(
                    full.summaries().get(i).total(), capped.summaries().get(i).total());
            assertEquals(
                    full.summaries().get(i).topProbability(),
                    capped.summaries().get(i).topProbability(),
                    0.08);
        }
    }

    @Test
    void without_views_only_the_fixed_cost_is_known() {
        ProfitSummary summary = ProfitDraws.simulate(List.of(video(1, 0, 0, 0)), 1, 5)
                .summaries()
                .get(0);

        assertEquals(new Estimate(-30, -30, -30, Quantiles.LEVEL), summary.total());
        assertEquals(1, summary.lossProbability());
        assertTrue(summary.perThousandViews().mean() > 0);
    }

    @ParameterizedTest(
            name = "shape {0}, value sd {1}, refunds {2}/{3}, cost of an order {4}, fixed cost {5}: within {6}")
    @CsvSource({
        "3, 0.2, 2, 18, 5, 300, 0.005",
        "0.4, 0.5, 2, 18, 5, 300, 0.005",
        "300, 0.05, 20, 180, 12, 700, 0.005",
        "12, 0.8, 1, 3, 15, 200, 0.03",
        "12, 0, 900, 100, 2, -100, 0.005",
        "12, 0, 100, 900, 12, 300, 0.005",
        "3, 0.3, 5, 5, 20, -50, 0.03",
        "3, 0.3, 5, 5, 20, 0, 0.03"
    })
    void the_probability_of_a_loss_needs_no_draws(
            double shape,
            double sd,
            double refunds,
            double keeps,
            double costPerOrder,
            double fixedCost,
            double error) {
        ProfitModel model = ProfitModel.builder(
                        7, new GammaPrior(shape, shape / 0.03), new OrderValue(Math.log(30), sd))
                .refundRate(new BetaPosterior(refunds, keeps))
                .keepShare(0.8)
                .costPerOrder(costPerOrder)
                .costPerReturn(3)
                .views(1_500)
                .fixedCost(fixedCost)
                .build();
        double drawn = 0;
        for (int seed = 0; seed < 20; seed++) {
            drawn += ProfitDraws.simulate(List.of(model), 1, seed)
                            .summaries()
                            .get(0)
                            .lossProbability()
                    / 20;
        }

        assertEquals(drawn, model.lossProbability(), error);
    }

    private static double loss(double keepShare, double costPerOrder, double views, double fixedCost) {
        return ProfitModel.builder(1, new GammaPrior(3, 100), OrderValue.exactly(30))
                .views(views)
                .keepShare(keepShare)
                .costPerOrder(costPerOrder)
                .fixedCost(fixedCost)
                .build()
                .lossProbability();
    }

    /** Of a Gamma rate with shape 3 and rate 100: P(rate at most .02) = 1 - 5 e^-2, P(rate at least .03) = 8.5 e^-3. */
    @Test
    void a_loss_is_exact_where_an_order_leaves_the_same_whatever_it_is_worth() {
        assertEquals(1 - 5 * Math.exp(-2), loss(0, -5, 1_000, 100), 1e-12, "5 an order, 100 to earn");
        assertEquals(0, loss(0, -5, 1_000, -1), "nothing to earn");
        assertEquals(8.5 * Math.exp(-3), loss(-0.5, 0, 1_000, -450), 1e-12, "15 lost an order, 450 to lose");
        assertEquals(1, loss(-0.5, 0, 1_000, 10), "lost on every order, and 10 to earn");
        assertEquals(1, loss(0, 0, 1_000, 10), "nothing from orders, 10 to earn");
        assertEquals(0, loss(0, 0, 1_000, -10), "nothing from orders, 10 to lose");
    }

    @Test
    void without_views_the_fixed_cost_alone_decides_about_a_loss() {
        assertEquals(1, loss(0.8, 9, 0, 5));
        assertEquals(1, loss(0.8, 9, 0, 0));
        assertEquals(0, loss(0.8, 9, 0, -5));
        assertEquals(0, loss(10, 9, 0, -5));
        assertEquals(0, loss(-10, 9, 0, -5));
    }

    @Test
    void a_probability_of_a_loss_through_an_uncertain_click_rate_is_left_to_draws() {
        ProfitModel model = ProfitModel.builder(7, new GammaPrior(3, 100), OrderValue.exactly(30))
                .clickRate(new BetaPosterior(2, 98))
                .build();

        assertEquals(
                "the probability of a loss needs a model without a click rate",
                assertThrows(IllegalStateException.class, model::lossProbability)
                        .getMessage());
    }

    @Tag("sweep")
    @Test
    void portfolios_above_a_thousand_units_take_fewer_draws_of_each() {
        assertEquals(2_000, ProfitDraws.simulate(videos(2_000), 10, 5).rankDraws());
    }

    /** Rate and value are all but certain, so the log-normal ratio alone makes the interval. */
    @Test
    void an_ad_dollar_leaves_paid_rate_times_value_over_the_price_of_a_click_less_itself() {
        ProfitModel paid = ProfitModel.builder(5, new GammaPrior(1e8, 1e8 / 0.03), new OrderValue(Math.log(30), 1e-6))
                .keepShare(0.8)
                .costPerOrder(9)
                .build();
        double atRatioOne = 0.03 * (30 * 0.8 - 9) / 0.25;
        Estimate perDollar = ProfitDraws.perAdDollar(paid, new RatioPrior(-0.25, 0.4), 0.25, 8);

        assertEquals(atRatioOne * Math.exp(-0.25 + 0.08) - 1, perDollar.mean(), 1e-6);
        // Of 500 draws the ends miss by about .03 of themselves.
        assertEquals(1, (perDollar.low() + 1) / (atRatioOne * Math.exp(-0.25 - 1.2816 * 0.4)), 0.1);
        assertEquals(1, (perDollar.high() + 1) / (atRatioOne * Math.exp(-0.25 + 1.2816 * 0.4)), 0.1);
        assertEquals(
                "costPerClick must be in (0, 1e12], got 0.0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> ProfitDraws.perAdDollar(paid, RatioPrior.DEFAULT, 0, 8))
                        .getMessage());
    }

    @Test
    void the_amount_of_a_thousand_views_alone_is_that_of_the_summary_from_fewer_draws() {
        ProfitModel model = video(1, 12, 200, 15_000);
        Estimate alone = ProfitDraws.perThousandViews(model, 42);
        Estimate full =
                ProfitDraws.simulate(List.of(model), 1, 42).summaries().get(0).perThousandViews();

        assertEquals(full.mean(), alone.mean(), 1e-12);
        double width = full.high() - full.low();
        assertEquals(full.low(), alone.low(), 0.1 * width);
        assertEquals(full.high(), alone.high(), 0.15 * width);
    }

    @Test
    void no_units_give_no_summaries() {
        assertEquals(List.of(), ProfitDraws.simulate(List.of(), 1, 5).summaries());
    }

    @ParameterizedTest
    @CsvSource({"0.001, 0.001", "0.001, 1e9", "1e12, 0.001", "1e12, 1e12"})
    void extreme_shares_stay_finite(double alpha, double beta) {
        BetaPosterior share = new BetaPosterior(alpha, beta);
        ProfitModel model = ProfitModel.builder(1, new GammaPrior(1e-3, 1e-3), new OrderValue(50, 5))
                .clickRate(share)
                .refundRate(share)
                .views(1e12)
                .build();
        double[] draws = new double[20_000];

        model.draw(RandomSource.XO_SHI_RO_256_PP.create(8L), draws);

        for (double draw : draws) {
            assertTrue(Double.isFinite(draw));
        }
    }

    @Test
    void refuses_impossible_inputs_by_name() {
        ProfitModel.Builder builder = ProfitModel.builder(1, new GammaPrior(1, 1), VALUE);

        assertEquals(
                "views must be in [0, 1e12], got -1.0",
                assertThrows(IllegalArgumentException.class, () -> builder.views(-1))
                        .getMessage());
        assertEquals(
                "keepShare must be in [-10, 10], got NaN",
                assertThrows(IllegalArgumentException.class, () -> builder.keepShare(Double.NaN))
                        .getMessage());
        assertEquals(
                "costPerOrder must be in [-1e12, 1e12], got Infinity",
                assertThrows(IllegalArgumentException.class, () -> builder.costPerOrder(Double.POSITIVE_INFINITY))
                        .getMessage());
        assertEquals(
                "refund rate must have alpha and beta of at least 0.001, got 1.0E-9, 1.0",
                assertThrows(IllegalArgumentException.class, () -> builder.refundRate(new BetaPosterior(1e-9, 1)))
                        .getMessage());
        assertEquals(
                "topCount must be at least 1, got 0",
                assertThrows(IllegalArgumentException.class, () -> ProfitDraws.simulate(List.of(), 0, 1))
                        .getMessage());
    }
}
