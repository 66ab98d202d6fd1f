package dev.flywheel.core.cycle;

import dev.flywheel.core.adtest.AdTest;
import dev.flywheel.core.adtest.AdTestReading;
import dev.flywheel.core.adtest.AdTestReading.Move;
import dev.flywheel.core.adtest.AdTestStart;
import dev.flywheel.core.adtest.AdTestVerdict;
import dev.flywheel.core.adtest.BoostBudget;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.VideoHistory;
import dev.flywheel.core.program.Policy;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.program.Program;
import dev.flywheel.core.winner.ConversionModel;
import dev.flywheel.core.winner.Ranking;
import dev.flywheel.core.winner.VideoOutlook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * AMPLIFY: which posts deserve ad money, and does it hold? Reads every running test, moves budgets by the verdict, keeps
 * permissions ahead of boosts, and lets winners in while the daily cap allows it.
 */
final class Amplify {

    private final Measured measured;
    private final Program program;
    private final Policy policy;
    private final Permissions permissions;
    private final BoostBudget budget;
    private final List<Action> actions = new ArrayList<>();

    private Amplify(Measured measured) {
        this.measured = measured;
        this.program = measured.program();
        this.policy = program.policy();
        this.permissions = new Permissions(measured);
        this.budget = new BoostBudget(program.dailyAdCap());
    }

    static Amplified amplify(Measured measured, Selected selected, Ranking ranking) {
        Amplify amplify = new Amplify(measured);
        List<AdTestReading> readings = amplify.permitted(amplify.readings(ranking));
        readings.forEach(reading -> amplify.budget.commit(reading.start().budgetPerDay()));
        amplify.stop(readings);
        amplify.stayWithinCap(readings);
        amplify.scale(readings);
        amplify.repairAttribution(readings);
        amplify.actions.addAll(amplify.permissions.renewals(selected.winners()));
        Candidates candidates = new Candidates(measured, ranking, amplify.permissions, amplify.budget);
        amplify.actions.addAll(candidates.actions());
        return new Amplified(readings, amplify.actions, amplify.report(readings, candidates));
    }

    /** Each test sees as its prior what was believed the day before it started. */
    private List<AdTestReading> readings(Ranking ranking) {
        Map<LocalDate, ConversionModel> models = new HashMap<>();
        Map<VideoId, AdTestStart> latest = new TreeMap<>();
        measured.adTests().forEach(start -> latest.put(start.video(), start));
        double noise = DayNoises.of(measured);
        List<AdTestReading> readings = new ArrayList<>();
        latest.values().forEach(start -> {
            VideoHistory history = measured.histories().get(start.video());
            VideoOutlook outlook = ranking.outlooks().get(start.video());
            if (history == null || outlook == null) {
                actions.add(unseen(start));
                return;
            }
            LocalDate before = start.startedOn().minusDays(1);
            ConversionModel model = models.computeIfAbsent(
                    before, day -> ConversionModel.fit(program, measured.histories(), day, measured.asOf()));
            AdTest test = new AdTest(
                    start,
                    model.prior(start.video()),
                    outlook.economics(),
                    policy,
                    ranking.conversion().costPerClick(),
                    noise);
            readings.add(test.read(history, measured.asOf()));
        });
        return readings;
    }

    /** A boost without a permission that lasts is stopped, whatever its numbers say. */
    private List<AdTestReading> permitted(List<AdTestReading> readings) {
        List<AdTestReading> permitted = new ArrayList<>();
        for (AdTestReading reading : readings) {
            VideoId video = reading.start().video();
            if (permissions.known() && !permissions.holdsTomorrow(video)) {
                List<String> because = new ArrayList<>();
                because.add("No permission of the creator holds after " + measured.asOf() + ".");
                because.addAll(reading.because());
                permitted.add(reading.with(Move.STOP, Money.zero(program.currency()), because));
            } else {
                permitted.add(reading);
            }
        }
        return permitted;
    }

    private void stop(List<AdTestReading> readings) {
        for (AdTestReading reading : readings) {
            if (reading.move() == Move.STOP) {
                budget.release(reading.start().budgetPerDay());
                actions.add(stop(
                        reading,
                        "Stop the boost of video " + reading.start().video() + ": " + words(reading.verdict()) + "."));
            }
        }
    }

    private Action stop(AdTestReading reading, String text) {
        return new Action.StopBoost(
                reading.start().video(),
                reading.start().budgetPerDay(),
                new Explanation(
                        text,
                        reading.expectedProfitPerDay().map(this::overTheHorizon).negated(),
                        Money.zero(program.currency()),
                        reading.because(),
                        "Keep it if a paid click is worth more than its cost: that has probability "
                                + Facts.percent(reading.probabilityProfitable()) + ".",
                        true));
    }

    /** When the cap was lowered, or boosts were started elsewhere, the least promising ones give way. */
    private void stayWithinCap(List<AdTestReading> readings) {
        List<AdTestReading> worstFirst = readings.stream()
                .filter(reading -> reading.move() != Move.STOP)
                .sorted(Comparator.comparingDouble((AdTestReading reading) ->
                                reading.expectedProfitPerDay().mean())
                        .thenComparing(reading -> reading.start().video()))
                .toList();
        for (AdTestReading reading : worstFirst) {
            if (budget.overrun().isPositive()) {
                budget.release(reading.start().budgetPerDay());
                actions.add(stop(
                        reading,
                        "Stop the boost of video " + reading.start().video() + ": boosts are above the daily cap of "
                                + program.dailyAdCap() + "."));
            }
        }
    }

    private void scale(List<AdTestReading> readings) {
        readings.stream()
                .filter(reading -> reading.move() == Move.SCALE)
                .sorted(Comparator.comparingDouble((AdTestReading reading) ->
                                -reading.expectedProfitPerDay().mean())
                        .thenComparing(reading -> reading.start().video()))
                .forEach(reading -> {
                    Money today = reading.start().budgetPerDay();
                    Money more = reading.budgetPerDay().minus(today);
                    if (more.isPositive() && budget.grant(more)) {
                        actions.add(scaled(reading, today, more));
                    }
                });
    }

    private double overTheHorizon(double perDay) {
        return perDay * policy.count(PolicyNumber.HORIZON_DAYS);
    }

    private Action scaled(AdTestReading reading, Money today, Money more) {
        double share = more.asDouble() / today.asDouble();
        return new Action.ScaleBoost(
                reading.start().video(),
                today,
                reading.budgetPerDay(),
                new Explanation(
                        "Raise the boost of video " + reading.start().video() + " from " + today + " to "
                                + reading.budgetPerDay() + " a day.",
                        reading.expectedProfitPerDay().map(profit -> overTheHorizon(profit) * share),
                        more,
                        reading.because(),
                        "Keep " + today + " if the probability that a paid click pays falls below the policy's; it is "
                                + Facts.percent(reading.probabilityProfitable()) + " now.",
                        true));
    }

    private void repairAttribution(List<AdTestReading> readings) {
        for (AdTestReading reading : readings) {
            if (reading.verdict() instanceof AdTestVerdict.InsufficientAttribution refused) {
                actions.add(fix(
                        Finding.Kind.ATTRIBUTION_MISSING,
                        reading.start().video(),
                        refused.missing(),
                        "Add the affiliate orders export (its Shop Ads commission separates paid orders) and the"
                                + " creative report (paid clicks) for these days."));
            }
        }
    }

    private Action unseen(AdTestStart start) {
        return fix(
                Finding.Kind.ATTRIBUTION_MISSING,
                start.video(),
                "no report knows this video, whose boost started on " + start.startedOn(),
                "Check its id in ad_tests, and add the exports that list it.");
    }

    private Action fix(Finding.Kind kind, VideoId video, String message, String remedy) {
        Finding finding = new Finding(kind, "video " + video, message, remedy);
        return new Action.FixData(
                finding,
                new Explanation(
                        "Repair the data of the boost of video " + video + ": " + message + ".",
                        null,
                        Money.zero(program.currency()),
                        List.of(message, remedy),
                        "Nothing is decided for this boost until paid and organic orders can be told apart.",
                        false));
    }

    private static String words(AdTestVerdict verdict) {
        return verdict.match(new VerdictWords());
    }

    private PhaseReport report(List<AdTestReading> readings, Candidates candidates) {
        Map<String, Long> verdicts = new TreeMap<>();
        readings.forEach(reading -> verdicts.merge(reading.verdict().name(), 1L, Long::sum));
        String headline = readings.isEmpty()
                ? "No boost is running; " + candidates.count() + " videos are candidates."
                : readings.size() + " boosts are tested " + verdicts + "; " + candidates.count()
                        + " more videos are candidates.";
        List<PhaseReport.Fact> facts = new ArrayList<>();
        facts.add(Facts.count("adTests", "boosts under test", readings.size()));
        facts.add(Facts.count("candidates", "candidates for a boost", candidates.count()));
        facts.add(Facts.money("committedPerDay", "a day committed after these proposals", budget.committedPerDay()));
        facts.add(Facts.money("dailyAdCap", "is the daily cap", program.dailyAdCap()));
        facts.addAll(permissions.facts());
        if (!permissions.known()) {
            facts.add(Facts.words(
                    "authorizationsUnknown",
                    "No permissions are recorded: boosts that run are not stopped for it, new ones wait for one."));
        }
        return new PhaseReport(Phase.AMPLIFY, headline, facts);
    }
}
