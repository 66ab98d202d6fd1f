package dev.flywheel.core.adtest;

import dev.flywheel.core.adtest.AdTestReading.Move;
import dev.flywheel.core.adtest.BudgetArm.Standing;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.program.DropPolicy;
import dev.flywheel.core.program.Policy;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.stats.BudgetKnapsack;
import dev.flywheel.core.stats.ConversionLag;
import dev.flywheel.core.stats.GammaPrior;
import dev.flywheel.core.stats.ResponseCurve;
import dev.flywheel.core.stats.ResponseExponent;
import dev.flywheel.core.stats.SeededDraws;
import dev.flywheel.core.stats.SparkTest;
import dev.flywheel.core.stats.SparkTotals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A brand with ads for some weeks. Its candidates are the top 2 % by posterior mean of a population with 2,000 organic
 * clicks each, whose conversion is Gamma distributed with mean 3 % and CV .5 (statistics 2.7 and 2.8); paid conversion is
 * c times organic with log c ~ N(-.25, .4^2); an order leaves 15 on average; clicks follow a power curve of exponent ~
 * N(.85, .1^2) on [.5, 1] and cost .67 at 100 a day; orders arrive with the lag of statistics 2.5. The engine sees clicks
 * and the orders that have arrived, never the truth. Profit is counted in expectation, so that luck does not count.
 */
final class BudgetSimulation {

    private static final Currency USD = Currency.getInstance("USD");
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final GammaPrior POPULATION = new GammaPrior(4, 4 / 0.03);
    private static final double ORGANIC_CLICKS = 2_000;
    private static final double COST_PER_CLICK = 0.67;
    private static final List<Double> ORDER_VALUES = List.of(13.0, 14.0, 15.0, 16.0, 17.0);
    private static final ResponseExponent EXPONENT = new ResponseExponent(0.85, 0.1);
    private static final int OLDEST = 7;

    private final BudgetRules rules;
    private final Policy policy;
    private final boolean judged;
    private final Money cap;
    private final int days;
    private final long seed;
    private final Random random;
    private final List<Video> videos = new ArrayList<>();

    double engine;
    double oracle;
    double equalSplit;

    /**
     * Sets the scene.
     *
     * @param judged whether verdicts decide who may rise and who ends, as in a rotation; else all are winners that may
     *     rise, rest and start again, as in statistics 3
     */
    BudgetSimulation(int videoCount, int capDollars, int days, boolean judged, DropPolicy drops, long seed) {
        this.days = days;
        this.judged = judged;
        this.seed = seed;
        policy = Policy.defaults().with(drops);
        rules = BudgetRules.of(policy, USD);
        cap = Money.of(String.valueOf(capDollars), USD);
        random = new Random(seed);
        select(videoCount);
    }

    private void select(int videoCount) {
        SeededDraws draws = new SeededDraws(seed);
        double[] rates = draws.of(POPULATION, videoCount * 50);
        List<double[]> all = new ArrayList<>();
        for (double rate : rates) {
            all.add(new double[] {rate, poisson(rate * ORGANIC_CLICKS)});
        }
        all.sort(Comparator.comparingDouble(video -> -video[1]));
        for (int i = 0; i < videoCount; i++) {
            double ratio = Math.exp(-0.25 + 0.4 * draws.normal());
            videos.add(new Video(i, all.get(i)[0] * ratio, all.get(i)[1], EXPONENT.draw(draws)));
        }
    }

    BudgetSimulation run() {
        oracle = days * best();
        long each = cap.minorUnits() / videos.size();
        for (Video video : videos) {
            equalSplit += days * video.profit(each);
        }
        for (int day = 0; day < days; day++) {
            ResponseExponent exponent = learnedExponent();
            List<BudgetArm> arms = new ArrayList<>();
            for (Video video : videos) {
                BudgetArm arm = video.arm(day);
                if (arm != null) {
                    arms.add(arm);
                }
            }
            BoostAllocation division = BoostAllocation.of(
                    "Simulated",
                    FIRST.plusDays(day),
                    cap,
                    rules,
                    new BoostAllocation.Exponent(exponent.centre(), exponent.sd()),
                    arms,
                    seed);
            for (BudgetArm arm : arms) {
                Video video = videos.get(Integer.parseInt(arm.video().value()) - 1);
                video.follow(division.share(arm.video()).budgetPerDay());
            }
            for (Video video : videos) {
                engine += video.profit(video.budget);
                video.live(day);
            }
        }
        return this;
    }

    private double best() {
        long[] ladder = new long[12];
        for (int i = 1; i < 12; i++) {
            ladder[i] = 4_000 + 1_000L * i;
        }
        long[][] costs = new long[videos.size()][];
        Arrays.fill(costs, ladder);
        double[][] values = new double[videos.size()][];
        Arrays.setAll(
                values,
                i -> Arrays.stream(ladder).mapToDouble(videos.get(i)::profit).toArray());
        return BudgetKnapsack.solve(costs, values, cap.minorUnits()).value();
    }

    private ResponseExponent learnedExponent() {
        List<double[]> seen = new ArrayList<>();
        for (Video video : videos) {
            for (int day = 0; day < video.clicks.size(); day++) {
                seen.add(new double[] {video.number, video.spend.get(day), video.clicks.get(day)});
            }
        }
        return EXPONENT.learnedFrom(
                seen.stream().mapToInt(row -> (int) row[0]).toArray(),
                seen.stream().mapToDouble(row -> row[1]).toArray(),
                seen.stream().mapToDouble(row -> row[2]).toArray(),
                10);
    }

    private int poisson(double mean) {
        int count = 0;
        double left = mean;
        while (true) {
            left += Math.log(1 - random.nextDouble());
            if (left < 0) {
                return count;
            }
            count++;
        }
    }

    /** One candidate: its truth, what happened so far, and what the engine may know of it. */
    private final class Video {

        final int number;
        final double paidRate;
        final double organicOrders;
        final double exponent;
        final List<Double> spend = new ArrayList<>();
        final List<Double> clicks = new ArrayList<>();
        final double[] arriving = new double[days + OLDEST + 1];
        double ordersSeen;
        long budget;
        int startedOn = -1;
        boolean ended;

        Video(int number, double paidRate, double organicOrders, double exponent) {
            this.number = number;
            this.paidRate = paidRate;
            this.organicOrders = organicOrders;
            this.exponent = exponent;
        }

        double profit(long minor) {
            return new ResponseCurve(100, COST_PER_CLICK, exponent).profit(minor / 100.0, paidRate * 15);
        }

        @Nullable
        BudgetArm arm(int day) {
            VideoId id = new VideoId(String.valueOf(number + 1));
            if (budget == 0) {
                return ended ? null : new BudgetArm(id, Standing.NEW, 0, rules.floor(), belief(day));
            }
            return new BudgetArm(id, judged ? standing(day) : Standing.RISING, budget, 0, belief(day));
        }

        void follow(long next) {
            ended |= judged && budget > 0 && next == 0;
            if (next > 0 && startedOn < 0) {
                startedOn = spend.size();
            }
            budget = next;
        }

        /** Clicks of the day, and the days on which their orders will be seen. */
        void live(int day) {
            double bought =
                    budget == 0 ? 0 : poisson(new ResponseCurve(100, COST_PER_CLICK, exponent).clicks(budget / 100.0));
            spend.add(budget / 100.0);
            clicks.add(bought);
            ConversionLag lag = ConversionLag.conversions();
            for (int order = poisson(bought * paidRate); order > 0; order--) {
                double late = random.nextDouble();
                int age = 0;
                while (age < OLDEST && late > lag.seenShare(age)) {
                    age++;
                }
                arriving[day + age]++;
            }
            ordersSeen += arriving[day];
        }

        double matured(int day) {
            double matured = 0;
            for (int d = 0; d < clicks.size(); d++) {
                matured += clicks.get(d) * ConversionLag.conversions().seenShare(day - 1 - d);
            }
            return matured;
        }

        double sum(List<Double> values) {
            return values.stream().mapToDouble(Double::doubleValue).sum();
        }

        PaidBelief belief(int day) {
            double spent = sum(spend);
            double price = (spent + 20 * COST_PER_CLICK) / (sum(clicks) + 20);
            long boosted = spend.stream().filter(each -> each > 0).count();
            return new PaidBelief(
                    POPULATION.shape(),
                    POPULATION.rate(),
                    -0.25,
                    0.4,
                    organicOrders,
                    ORGANIC_CLICKS,
                    ordersSeen,
                    matured(day),
                    1,
                    15,
                    ORDER_VALUES,
                    price,
                    boosted == 0 ? 100 : spent / boosted,
                    List.of());
        }

        Standing standing(int day) {
            SparkTotals totals = new SparkTotals(organicOrders, ORGANIC_CLICKS, ordersSeen, matured(day));
            PaidBelief belief = belief(day);
            double[] values =
                    ORDER_VALUES.stream().mapToDouble(Double::doubleValue).toArray();
            double perClick = belief.posterior().expectedProfitPerClick(values, belief.costPerClick());
            VerdictTable table = new VerdictTable(policy);
            VerdictTable.Numbers numbers = new VerdictTable.Numbers(
                    day - startedOn,
                    sum(spend),
                    totals.paidExposure(),
                    POPULATION.posterior(organicOrders, ORGANIC_CLICKS).mean() * totals.paidExposure(),
                    SparkTest.drop(1, POPULATION).logE(totals, 1),
                    SparkTest.hold(1 - policy.number(PolicyNumber.MARGIN), POPULATION)
                            .logE(totals, 1),
                    belief.posterior().probabilityProfitable(values, belief.costPerClick()),
                    perClick * budget / 100.0 / belief.costPerClick(),
                    -perClick * sum(clicks));
            AdTestVerdict verdict = table.verdict(numbers);
            Move move = table.move(verdict, numbers, new Money(budget, USD));
            if (move == Move.STOP) {
                return Standing.ENDS;
            }
            return verdict instanceof AdTestVerdict.Testing
                    ? Standing.TESTED
                    : move == Move.SCALE ? Standing.RISING : Standing.SETTLED;
        }
    }
}
