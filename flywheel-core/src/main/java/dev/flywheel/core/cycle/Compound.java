package dev.flywheel.core.cycle;

import dev.flywheel.core.adtest.AdTestReading;
import dev.flywheel.core.adtest.AdTestVerdict;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.halo.BrandedWeek;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.winner.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * COMPOUND: what did this round teach, and did the wheel turn faster? Compares this rotation with the one before, says
 * what the next videos should try, and which boost to pause where ads and the video itself cannot be told apart.
 */
final class Compound {

    /** Whole weeks, because days of the week differ. */
    private static final int HOLDOUT_DAYS = 7;

    /** Weeks of search volume before a push that a lift needs (practice 2.4). */
    private static final int WEEKS_FOR_HALO = 26;

    private final Measured measured;
    private final Selected selected;
    private final Ranking ranking;
    private final Amplified amplified;
    private final Seeded seeded;
    private final long seed;
    private final RotationWindow windows;

    private Compound(
            Measured measured, Selected selected, Ranking ranking, Amplified amplified, Seeded seeded, long seed) {
        this.measured = measured;
        this.selected = selected;
        this.ranking = ranking;
        this.amplified = amplified;
        this.seeded = seeded;
        this.seed = seed;
        windows = RotationWindow.of(measured);
    }

    /**
     * Runs the phase.
     *
     * @param measured what is known
     * @param selected what pays
     * @param ranking what is believed of each video
     * @param amplified what the tests say
     * @param seeded the pipeline
     * @param seed the seed of every draw
     * @return momentum, briefs, actions and report
     */
    static Compounded compound(
            Measured measured, Selected selected, Ranking ranking, Amplified amplified, Seeded seeded, long seed) {
        return new Compound(measured, selected, ranking, amplified, seeded, seed).run();
    }

    private Compounded run() {
        List<Momentum.Indicator> indicators = Indicators.of(measured, selected.winners(), windows, seed);
        Alarms alarms = Alarms.of(measured, windows);
        Momentum momentum = new Momentum(
                windows.number(), MomentumWords.headline(windows, indicators), indicators, alarms.alarms());
        NextBriefs briefs = NextBriefs.choose(measured, ranking, seeded, seed);
        List<Action> actions = new ArrayList<>(briefs.actions());
        actions.addAll(holdouts());
        String halo = halo();
        return new Compounded(
                momentum,
                briefs.effects(),
                briefs.briefs(),
                briefs.record(),
                halo,
                actions,
                new PhaseReport(Phase.COMPOUND, momentum.headline(), facts(briefs, alarms, halo)));
    }

    private List<Action> holdouts() {
        Map<VideoId, Action> holdouts = new TreeMap<>();
        for (AdTestReading reading : amplified.readings()) {
            boolean spends = reading.spent().filter(Money::isPositive).isPresent()
                    && reading.start().budgetPerDay().isPositive();
            boolean stops = reading.move() == AdTestReading.Move.STOP;
            if (spends && !stops && reading.verdict() instanceof AdTestVerdict.InsufficientAttribution verdict) {
                holdouts.putIfAbsent(reading.start().video(), holdout(reading, verdict));
            }
        }
        return List.copyOf(holdouts.values());
    }

    private Action holdout(AdTestReading reading, AdTestVerdict.InsufficientAttribution verdict) {
        VideoId video = reading.start().video();
        Money spent = reading.spent().orElseThrow();
        return new Action.RunHoldout(
                video,
                HOLDOUT_DAYS,
                new Explanation(
                        "Pause the boost of video " + video + " for " + HOLDOUT_DAYS
                                + " days to see what it sells without ads.",
                        null,
                        Money.zero(measured.program().currency()),
                        List.of(
                                spent + " of ads have run in " + reading.day()
                                        + " days, and their orders cannot be told from the video's own: "
                                        + verdict.missing() + ".",
                                "Without ads every order of the video is its own; a whole week evens out weekdays.",
                                "The pause spends " + reading.start().budgetPerDay() + " a day less."),
                        "Keep it running if affiliate order lines for these days arrive: they tell the two apart"
                                + " without a pause.",
                        true));
    }

    private String halo() {
        List<BrandedWeek> weeks = measured.brandedWeeks();
        String data;
        if (weeks.isEmpty()) {
            data = "No branded search volume is in the evidence";
        } else {
            long known = weeks.stream().map(BrandedWeek::week).distinct().count();
            long terms = weeks.stream()
                    .flatMap(week -> week.queries().stream())
                    .distinct()
                    .count();
            data = known + " weeks of branded search volume for " + terms + " terms are in the evidence";
        }
        return "Not measured yet: whether content lifts branded search. " + data + "; at least " + WEEKS_FOR_HALO
                + " weeks before a push are needed.";
    }

    private List<PhaseReport.Fact> facts(NextBriefs briefs, Alarms alarms, String halo) {
        Period now = windows.thisRotation();
        List<PhaseReport.Fact> facts = new ArrayList<>();
        facts.add(Facts.count(
                "rotation",
                "is the number of this rotation, from " + now.firstDay() + " to " + now.lastDay(),
                windows.number()));
        facts.add(Facts.count(
                "creators", "creators are in the pipeline", seeded.stages().size()));
        facts.add(Facts.count(
                "winners", "videos are winners so far", selected.winners().size()));
        facts.add(briefs.fact());
        facts.add(EffectWords.claims(briefs.effects()));
        briefs.bestTried().ifPresent(facts::add);
        facts.add(Facts.words(
                "factorModel",
                "One model parts the effects of hooks, angles, placements and formats from each other and from the creators. "
                        + EffectWords.CONFOUNDING));
        facts.addAll(alarms.facts());
        facts.addAll(PastLevels.facts(measured, windows));
        facts.add(Facts.words("halo", halo));
        return facts;
    }
}
