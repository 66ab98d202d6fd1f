package dev.flywheel.core.cycle;

import dev.flywheel.core.adtest.AdTest;
import dev.flywheel.core.adtest.AdTestReading;
import dev.flywheel.core.adtest.AdTestReading.Move;
import dev.flywheel.core.adtest.AdTestStart;
import dev.flywheel.core.adtest.AdTestVerdict;
import dev.flywheel.core.adtest.BoostAllocation;
import dev.flywheel.core.adtest.BudgetShare;
import dev.flywheel.core.adtest.TestsTogether;
import dev.flywheel.core.content.Authorization;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.VideoHistory;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.program.Program;
import dev.flywheel.core.winner.Ranking;
import dev.flywheel.core.winner.VideoOutlook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * AMPLIFY: which posts deserve ad money, and does it hold? Reads every running test, moves budgets by the verdict, keeps
 * permissions ahead of boosts, and lets winners in while the daily cap allows it.
 */
final class Amplify {

    /** Of two rows about one boost the later one holds; of two of one day the larger budget, which may be spent. */
    private static final BinaryOperator<AdTestStart> LATER =
            BinaryOperator.maxBy(Comparator.comparing(AdTestStart::startedOn)
                    .thenComparing(AdTestStart::budgetPerDay)
                    .thenComparing(AdTestStart::kind));

    private final Measured measured;
    private final Program program;
    private final Permissions permissions;
    private final BoostActions words;
    private final List<Action> actions = new ArrayList<>();
    private final Map<VideoId, AdTestReading> readings = new TreeMap<>();

    /** Boosts of which no report knows anything; they spend all the same. */
    private final Map<VideoId, AdTestStart> unseen = new TreeMap<>();

    /** Boosts that must stop for another reason than their numbers. */
    private final Map<VideoId, Stop> stops = new TreeMap<>();

    private Amplify(Measured measured) {
        this.measured = measured;
        this.program = measured.program();
        this.permissions = new Permissions(measured);
        this.words = new BoostActions(program);
    }

    static Amplified amplify(Measured measured, Selected selected, Ranking ranking, long seed) {
        return new Amplify(measured).run(selected, ranking, seed);
    }

    private Amplified run(Selected selected, Ranking ranking, long seed) {
        readTests(ranking);
        stopWithoutPermission();
        Candidates candidates = new Candidates(measured, ranking, permissions);
        BoostAllocation allocation = divide(candidates, seed);
        follow(allocation);
        readings.values().forEach(reading -> act(reading, allocation));
        unseen.values().forEach(this::act);
        Set<VideoId> running = running();
        Map<Authorization, VideoId> ending = permissions.ending(worthAPermission(selected, running));
        actions.addAll(permissions.renewals(ending, running));
        actions.addAll(candidates.actions(ending.keySet(), allocation));
        return new Amplified(List.copyOf(readings.values()), actions, report(candidates, allocation), allocation);
    }

    /** Reads each test by the plan that was fixed when it started, then all of them together. */
    private void readTests(Ranking ranking) {
        Map<VideoId, AdTestStart> latest = new TreeMap<>();
        measured.adTests().forEach(start -> latest.merge(start.video(), start, LATER));
        AdTestPlans plans = new AdTestPlans(measured);
        latest.values().forEach(start -> {
            VideoHistory history = measured.histories().get(start.video());
            VideoOutlook outlook = ranking.outlooks().get(start.video());
            if (history == null || outlook == null) {
                unseen.put(start.video(), start);
                return;
            }
            AdTest test = new AdTest(
                    plans.of(start),
                    start,
                    outlook.economics(),
                    program.policy(),
                    ranking.conversion().costPerClick());
            readings.put(start.video(), test.read(history, measured.asOf()));
        });
        List<AdTestReading> running = readings.values().stream()
                .filter(reading -> spends(reading.start()))
                .toList();
        TestsTogether.looked(running, program.policy().number(PolicyNumber.ALPHA))
                .forEach(reading -> readings.put(reading.start().video(), reading));
        unseen.values().removeIf(start -> !spends(start));
        readings.values().stream()
                .filter(reading -> !spends(reading.start()))
                .toList()
                .forEach(ended -> overrule(ended, Move.KEEP, "The boost is not running: it has no budget."));
    }

    /** A boost without a permission that lasts is stopped, whatever its numbers say. */
    private void stopWithoutPermission() {
        if (!permissions.known()) {
            return;
        }
        for (AdTestStart start : spending()) {
            if (!permissions.outlivesNextLook(start.video())) {
                String ends = permissions
                        .of(start.video())
                        .map(Authorization::lastDay)
                        .map(day -> "the creator's permission " + (day.isBefore(measured.asOf()) ? "ended" : "ends")
                                + " on " + day)
                        .orElse("no permission of the creator is on record");
                stop(start, ends, "Keep it if the creator gives a permission that lasts first.");
            }
        }
    }

    /** Everything that runs takes part, also what no report knows. */
    private BoostAllocation divide(Candidates candidates, long seed) {
        DailyBudget budget = new DailyBudget(measured);
        unseen.values().forEach(start -> budget.addUnseen(start, stops.containsKey(start.video())));
        readings.values().stream().filter(reading -> spends(reading.start())).forEach(budget::add);
        budget.addAll(candidates.arms());
        return budget.divide(seed);
    }

    /** What the division decides about boosts that run. */
    private void follow(BoostAllocation allocation) {
        BudgetWords why = new BudgetWords(allocation);
        for (AdTestStart start : spending()) {
            BudgetShare share = allocation.share(start.video());
            if (share.budgetPerDay() == 0) {
                Stop stop = why.stop(share);
                stop(start, stop.reason(), stop.unless());
            } else if (readings.containsKey(start.video())) {
                AdTestReading reading = Objects.requireNonNull(readings.get(start.video()));
                Money next = allocation.money(share.budgetPerDay());
                int change = next.compareTo(start.budgetPerDay());
                Move move = change > 0 ? Move.SCALE : change < 0 ? Move.LOWER : Move.KEEP;
                readings.put(start.video(), reading.with(move, next, why.because(share, reading.because())));
            }
        }
    }

    private void act(AdTestReading reading, BoostAllocation allocation) {
        VideoId video = reading.start().video();
        if (reading.move() == Move.STOP) {
            actions.add(words.stop(reading, Objects.requireNonNullElseGet(stops.get(video), () -> byVerdict(reading))));
            return;
        }
        if (reading.move() == Move.SCALE) {
            actions.add(words.raise(reading, allocation));
        } else if (reading.move() == Move.LOWER) {
            actions.add(words.lower(reading, allocation));
        }
        if (spends(reading.start()) && reading.verdict() instanceof AdTestVerdict.InsufficientAttribution refused) {
            actions.add(words.repair(
                    video,
                    refused.missing(),
                    "Add the affiliate orders export (its Shop Ads commission separates paid orders) and the"
                            + " creative report (paid clicks) for these days."));
        }
    }

    private void act(AdTestStart unknown) {
        Stop stop = stops.get(unknown.video());
        actions.add(
                stop != null
                        ? words.stop(unknown, stop)
                        : words.repair(
                                unknown.video(),
                                "no report knows this video, whose boost started on " + unknown.startedOn(),
                                "Check its id in ad_tests, and add the exports that list it."));
    }

    private static Stop byVerdict(AdTestReading reading) {
        return new Stop(
                reading.verdict().match(new VerdictWords()),
                "Keep it if a paid click is worth more than its cost: that has probability "
                        + Facts.percent(reading.probabilityProfitable()) + ".");
    }

    private void stop(AdTestStart start, String reason, String unless) {
        stops.put(start.video(), new Stop(reason, unless));
        AdTestReading reading = readings.get(start.video());
        if (reading != null) {
            overrule(reading, Move.STOP, reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1) + ".");
        }
    }

    private void overrule(AdTestReading reading, Move move, String why) {
        List<String> because = new ArrayList<>(List.of(why));
        because.addAll(reading.because());
        Money today = reading.start().budgetPerDay();
        Money next = move == Move.STOP ? Money.zero(today.currency()) : today;
        readings.put(reading.start().video(), reading.with(move, next, because));
    }

    private static boolean spends(AdTestStart start) {
        return start.budgetPerDay().isPositive();
    }

    /** Boosts that run and that nothing has stopped so far. */
    private List<AdTestStart> spending() {
        return Stream.concat(
                        unseen.values().stream().filter(start -> !stops.containsKey(start.video())),
                        readings.values().stream()
                                .filter(reading -> reading.move() != Move.STOP)
                                .map(AdTestReading::start)
                                .filter(Amplify::spends))
                .toList();
    }

    private Set<VideoId> running() {
        return spending().stream().map(AdTestStart::video).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Posts whose permission should not lapse: those with a boost, and winners that were never boosted. */
    private Set<VideoId> worthAPermission(Selected selected, Set<VideoId> running) {
        Set<VideoId> worth = new TreeSet<>(selected.winners());
        measured.adTests().forEach(test -> worth.remove(test.video()));
        worth.addAll(running);
        return worth;
    }

    private PhaseReport report(Candidates candidates, BoostAllocation allocation) {
        Map<String, Long> verdicts = new TreeMap<>();
        readings.values().forEach(reading -> verdicts.merge(reading.verdict().name(), 1L, Long::sum));
        String counts = verdicts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        String headline = readings.isEmpty()
                ? "No boost is under test; " + candidates.count() + " videos are candidates."
                : "Boosts under test: " + readings.size() + " (" + counts + "); " + candidates.count()
                        + " more videos are candidates.";
        List<PhaseReport.Fact> facts = new ArrayList<>();
        facts.add(Facts.count("adTests", "boosts under test", readings.size()));
        facts.add(Facts.count("candidates", "candidates for a boost", candidates.count()));
        facts.add(Facts.money("committedPerDay", "a day committed after these proposals", allocation.spendPerDay()));
        facts.add(Facts.money("dailyAdCap", "is the daily cap", program.dailyAdCap()));
        facts.addAll(permissions.facts());
        if (!permissions.known()) {
            facts.add(Facts.words(
                    "authorizationsUnknown",
                    "No permissions are recorded: boosts that run are not stopped for it, new ones wait for one."));
        }
        return new PhaseReport(Phase.AMPLIFY, headline, facts);
    }

    /** Why a boost stops, and what would let it run. */
    record Stop(String reason, String unless) {}
}
