package dev.flywheel.core.adtest;

import dev.flywheel.core.adtest.AdTestEvidence.Day;
import dev.flywheel.core.adtest.AdTestEvidence.Mixed;
import dev.flywheel.core.adtest.AdTestEvidence.Side;
import dev.flywheel.core.adtest.AdTestReading.Move;
import dev.flywheel.core.decision.Alternative;
import dev.flywheel.core.decision.Basis;
import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.program.Policy;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.stats.GammaPrior;
import dev.flywheel.core.stats.RatioConfidenceSequence;
import dev.flywheel.core.stats.RatioInterval;
import dev.flywheel.core.stats.SparkEvidence;
import dev.flywheel.core.stats.SparkMix;
import dev.flywheel.core.stats.SparkTest;
import dev.flywheel.core.stats.SparkTotals;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From what was fixed, seen and agreed to a verdict: a pure function, so that any past decision can be taken again. */
final class AdTestDecision {

    private final AdTestPlan plan;
    private final AdTestEvidence seen;
    private final AdTestTerms terms;
    private final Policy policy;
    private final FormChoice choice;
    private final SparkTotals totals;
    private final List<SparkMix> mixed;
    private final GammaPrior organicRate;

    private AdTestDecision(AdTestPlan plan, AdTestEvidence seen, AdTestTerms terms) {
        this.plan = plan;
        this.seen = seen;
        this.terms = terms;
        this.policy = terms.policyFor(plan);
        this.choice = FormChoice.of(plan, seen, policy.count(PolicyNumber.MINIMUM_TEST_DAYS));
        this.totals = choice.totals(plan, seen, seen.days());
        this.mixed = choice.mixed(plan, seen, seen.days());
        this.organicRate = plan.prior().posterior(totals.organicOrders(), totals.organicExposure());
    }

    static AdTestRecord take(AdTestPlan plan, AdTestEvidence seen, AdTestTerms terms) {
        return new AdTestDecision(plan, seen, terms).record();
    }

    static PaidBelief belief(AdTestPlan plan, AdTestEvidence seen, AdTestTerms terms) {
        AdTestDecision decision = new AdTestDecision(plan, seen, terms);
        double costPerClick = AdTestEconomy.of(plan, terms, decision.totals, decision.mixed, decision.paidArm())
                .costPerClick();
        return PaidBelief.of(
                plan.prior(),
                plan.ratioPrior(),
                decision.totals,
                decision.mixed,
                plan.eta(),
                terms.economics(),
                costPerClick,
                terms.budgetPerDay().asDouble());
    }

    private AdTestRecord record() {
        AdTestNumbers numbers = numbers();
        VerdictTable table = new VerdictTable(policy);
        VerdictTable.Numbers judged = judged(numbers);
        AdTestVerdict verdict = numbers.missing() != null
                ? new AdTestVerdict.InsufficientAttribution(numbers.missing())
                : table.verdict(judged);
        Move move = table.move(verdict, judged, terms.budgetPerDay());
        return new AdTestRecord(
                plan,
                seen,
                terms,
                numbers,
                verdict,
                move,
                table.budget(move, terms.budgetPerDay()),
                Basis.of(verdict.name(), notTaken(move, numbers), 0));
    }

    /** The other choice for the rest of a horizon: what stops could have stayed, and what stays could have stopped. */
    private Alternative notTaken(Move move, AdTestNumbers numbers) {
        if (move == Move.KEEP) {
            return new Alternative(Move.STOP.name(), Estimate.exactly(0));
        }
        int days = policy.count(PolicyNumber.HORIZON_DAYS);
        return new Alternative(Move.KEEP.name(), numbers.expectedProfitPerDay().map(profit -> profit * days));
    }

    private VerdictTable.Numbers judged(AdTestNumbers numbers) {
        return new VerdictTable.Numbers(
                numbers.day(),
                terms.spentOrZero(),
                numbers.paid().maturedClicks(),
                numbers.expectedPaidOrders(),
                numbers.logEDrop(),
                numbers.logEHold(),
                numbers.probabilityProfitable(),
                numbers.expectedProfitPerDay().mean(),
                numbers.expectedLossToDate());
    }

    private AdTestNumbers numbers() {
        Arm paid = paidArm();
        AdTestEconomy economy = AdTestEconomy.of(plan, terms, totals, mixed, paid);
        DailyLooks looks = new DailyLooks();
        double meanRatio = economy.paidRate().expectedRate() / organicRate.mean();
        return new AdTestNumbers(
                seen.dayNumber(plan.startedOn()),
                choice.form(),
                choice.switchedOn(),
                choice.missing(),
                paid,
                organicArm(),
                Math.round(mixed.stream().mapToDouble(SparkMix::orders).sum()),
                organicRate.mean() * paid.maturedClicks(),
                looks.drop,
                looks.hold,
                looks.largestDrop,
                looks.largestHold,
                estimate(meanRatio, looks.today),
                estimate(Math.max(looks.running.low(), Math.min(looks.running.high(), meanRatio)), looks.running),
                looks.broke,
                economy.probabilityProfitable(),
                economy.costPerClick(),
                economy.valuePerOrder(),
                economy.profitPerDay(),
                economy.expectedLoss(paid.clicks()),
                outlook(economy));
    }

    private @Nullable Estimate estimate(double mean, RatioInterval interval) {
        return choice.form() == null ? null : new Estimate(mean, interval.low(), interval.high(), 1 - plan.alpha());
    }

    private TestOutlook outlook(AdTestEconomy economy) {
        GammaPrior before =
                plan.prior().posterior(seen.baseline().orders(), seen.baseline().exposure());
        double organicClicks = seen.days().stream()
                .mapToDouble(day -> day.organicOrNothing().clicks())
                .sum();
        boolean grows = choice.form() != AdTestForm.FIXED_BASELINE && choice.form() != null;
        double perDay = grows ? organicClicks / Math.max(1, seen.dayNumber(plan.startedOn())) : 0;
        return TestOutlook.of(plan.alpha(), plan.margin(), before, economy.clicksPerDay(), perDay);
    }

    private Arm organicArm() {
        Side organic = seen.baseline();
        if (choice.form() != AdTestForm.FIXED_BASELINE) {
            for (Day day : seen.days()) {
                organic = organic.plus(day.organicOrNothing());
            }
        }
        return new Arm(organic.clicks(), organic.exposure(), Math.round(organic.orders()));
    }

    private Arm paidArm() {
        Side paid = Side.NOTHING;
        for (Day day : seen.days()) {
            paid = paid.plus(day.paidOrNothing());
            Mixed both = day.mixed();
            if (both != null && choice.form() == AdTestForm.BLENDED) {
                paid = paid.plus(new Side(both.paidClicks(), both.paidExposure(), 0));
            }
        }
        return new Arm(paid.clicks(), paid.exposure(), Math.round(paid.orders()));
    }

    /** Looks again at every day since the start, on the data of that day as they are known today. */
    private final class DailyLooks {

        private double drop;
        private double hold;
        private double largestDrop;
        private double largestHold;
        private RatioInterval today = RatioInterval.UNKNOWN;
        private RatioInterval running = RatioInterval.UNKNOWN;
        private boolean broke;

        DailyLooks() {
            SparkTest dropTest = plan.dropTest();
            SparkTest holdTest = plan.holdTest();
            RatioConfidenceSequence interval = plan.interval();
            for (Day day : seen.days()) {
                look(day.day(), dropTest, holdTest, interval);
            }
            if (broke) {
                running = today;
            }
        }

        private void look(LocalDate day, SparkTest dropTest, SparkTest holdTest, RatioConfidenceSequence interval) {
            SparkEvidence evidence = choice.evidence(plan, seen, day);
            drop = dropTest.logE(evidence, plan.eta());
            hold = holdTest.logE(evidence, plan.eta());
            largestDrop = Math.max(largestDrop, drop);
            largestHold = Math.max(largestHold, hold);
            today = interval.interval(evidence, plan.eta(), plan.alpha());
            broke |= running.sharesNothingWith(today);
            running = running.narrowedBy(today);
        }
    }
}
