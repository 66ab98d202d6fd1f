package dev.flywheel.core.adtest;

import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.decision.Alternative;
import dev.flywheel.core.decision.Basis;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.stats.Quantiles;
import dev.flywheel.core.stats.ResponseExponent;
import dev.flywheel.core.stats.SeededDraws;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/**
 * One day's division of the ad money among boosts, and the record of that decision (statistics 3 and 8): everything that
 * went in, what was drawn, and what came out. The budgets of all boosts together never exceed the cap, and no boost rises
 * by more than one step. Immutable.
 *
 * @param portfolio the brand
 * @param day the day
 * @param currency the code of the currency of all money
 * @param capPerDay the most that all boosts may cost a day, in minor units
 * @param rules the numbers of the policy
 * @param exponentCentre centre of the belief about how clicks grow with the budget
 * @param exponentSd its standard deviation
 * @param arms the boosts, in order of video
 * @param shares what each gets, in the same order
 * @param expectedPerDay expected profit a day of the boosts of which something is known
 * @param basis the rule, the alternative of leaving every budget as it is, and the seed
 */
public record BoostAllocation(
        String portfolio,
        LocalDate day,
        String currency,
        long capPerDay,
        BudgetRules rules,
        double exponentCentre,
        double exponentSd,
        List<BudgetArm> arms,
        List<BudgetShare> shares,
        Estimate expectedPerDay,
        Basis basis) {

    /** The rule where what runs fits into the cap. */
    public static final String WITHIN_CAP = "DIVIDED_BY_DRAW";

    /** The rule where it does not. */
    public static final String ABOVE_CAP = "CUT_TO_CAP";

    private static final int WORTH_DRAWS = 200;
    private static final double LEVEL = 0.8;

    /** Copies. */
    public BoostAllocation {
        Objects.requireNonNull(portfolio, "portfolio");
        Objects.requireNonNull(day, "day");
        arms = List.copyOf(arms);
        shares = List.copyOf(shares);
    }

    /**
     * Divides.
     *
     * @param portfolio the brand
     * @param day the day; with the brand and the seed it picks the draws
     * @param cap the most that all boosts may cost a day, at least 0
     * @param rules the numbers of the policy
     * @param exponent what is believed about how clicks grow with the budget: its centre and standard deviation
     * @param arms every boost that runs, whether a report knows it or not, and those that may start, in any order
     * @param seed the rotation's seed
     * @return the division
     */
    public static BoostAllocation of(
            String portfolio,
            LocalDate day,
            Money cap,
            BudgetRules rules,
            Exponent exponent,
            List<BudgetArm> arms,
            long seed) {
        if (cap.isNegative()) {
            throw new IllegalArgumentException("cap must be at least 0, got " + cap);
        }
        List<BudgetArm> ordered =
                arms.stream().sorted(Comparator.comparing(BudgetArm::video)).toList();
        for (int i = 1; i < ordered.size(); i++) {
            if (ordered.get(i).video().equals(ordered.get(i - 1).video())) {
                throw new IllegalArgumentException("Video " + ordered.get(i).video() + " is given twice");
            }
        }
        long streams = SeededDraws.seedFor(seed, "budget " + portfolio + " " + day);
        double minorPerMajor = Math.pow(10, cap.currency().getDefaultFractionDigits());
        Allocator allocator = new Allocator(
                rules,
                cap.minorUnits(),
                minorPerMajor,
                new ResponseExponent(exponent.centre, exponent.sd),
                ordered,
                streams);
        List<BudgetShare> shares = allocator.shares();
        long[] divided = shares.stream().mapToLong(BudgetShare::budgetPerDay).toArray();
        long[] asToday = ordered.stream().mapToLong(BudgetArm::todayPerDay).toArray();
        List<Estimate> worth = worth(allocator.outlooks(), streams, divided, asToday);
        boolean fits = Arrays.stream(asToday).sum() <= cap.minorUnits();
        return new BoostAllocation(
                portfolio,
                day,
                cap.currency().getCurrencyCode(),
                cap.minorUnits(),
                rules,
                exponent.centre,
                exponent.sd,
                ordered,
                shares,
                worth.get(0),
                Basis.of(
                        allocator.capIsTooSmall() ? ABOVE_CAP : WITHIN_CAP,
                        new Alternative(
                                fits ? "Leave every budget as it is" : "Leave every budget as it is, above the cap",
                                worth.get(1)),
                        seed));
    }

    /**
     * Divides again from this record's inputs alone.
     *
     * @return an equal record, unless the engine has changed since
     */
    public BoostAllocation again() {
        return of(
                portfolio,
                day,
                new Money(capPerDay, Currency.getInstance(currency)),
                rules,
                new Exponent(exponentCentre, exponentSd),
                arms,
                basis.seed());
    }

    /**
     * What a video gets.
     *
     * @param video one of the boosts
     * @return its share
     */
    public BudgetShare share(VideoId video) {
        return shares.stream()
                .filter(share -> share.video().equals(video))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Video " + video + " is not among the boosts"));
    }

    /**
     * An amount of this record as money.
     *
     * @param minorUnits the amount
     * @return the money
     */
    public Money money(long minorUnits) {
        return new Money(minorUnits, Currency.getInstance(currency));
    }

    /** {@return what all boosts together cost a day} */
    public Money spendPerDay() {
        return money(shares.stream().mapToLong(BudgetShare::budgetPerDay).sum());
    }

    /** What plans are worth together, each on the same draws. */
    private static List<Estimate> worth(List<ArmOutlook> arms, long seed, long[]... plans) {
        double[][] draws = new double[plans.length][WORTH_DRAWS];
        double[] means = new double[plans.length];
        for (int i = 0; i < arms.size(); i++) {
            ArmOutlook arm = arms.get(i);
            SeededDraws stream = SeededDraws.of(seed, "worth " + arm.arm().video());
            for (int d = 0; d < WORTH_DRAWS; d++) {
                ArmOutlook.Draw draw = arm.draw(stream);
                for (int p = 0; p < plans.length; p++) {
                    draws[p][d] += arm.profit(draw, plans[p][i]);
                }
            }
            for (int p = 0; p < plans.length; p++) {
                means[p] += arm.expectedProfit(plans[p][i]);
            }
        }
        List<Estimate> worth = new ArrayList<>();
        for (int p = 0; p < plans.length; p++) {
            Arrays.sort(draws[p]);
            double low = Quantiles.ofSorted(draws[p], (1 - LEVEL) / 2);
            double high = Quantiles.ofSorted(draws[p], (1 + LEVEL) / 2);
            worth.add(new Estimate(means[p], low, high, LEVEL));
        }
        return worth;
    }

    /**
     * What is believed about how clicks grow with the budget. Immutable.
     *
     * @param centre centre of a normal belief about the exponent, which is then cut to [0.5, 1]
     * @param sd its standard deviation
     */
    public record Exponent(double centre, double sd) {}
}
