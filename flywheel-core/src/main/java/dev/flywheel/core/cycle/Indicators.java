package dev.flywheel.core.cycle;

import dev.flywheel.core.content.Video;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.performance.VideoHistory;
import dev.flywheel.core.roster.CreatorId;
import dev.flywheel.core.roster.Sample;
import dev.flywheel.core.stats.BetaPosterior;
import dev.flywheel.core.stats.Concentration;
import dev.flywheel.core.stats.CostPerWinner;
import dev.flywheel.core.stats.Quantiles;
import dev.flywheel.core.stats.SeededDraws;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The measures of momentum in this window and the one before (statistics 6). Each window speaks for itself under
 * Jeffreys' prior: pulling it towards the earlier one would flatter the comparison.
 */
final class Indicators {

    private static final double JEFFREYS = 0.5;
    private static final int BOOTSTRAPS = 2_000;

    private final Measured measured;
    private final Posts posts;
    private final Set<VideoId> winners;
    private final RotationWindow windows;
    private final long seed;

    Indicators(Measured measured, Selected selected, RotationWindow windows, long seed) {
        this.measured = measured;
        this.windows = windows;
        this.seed = seed;
        posts = Posts.of(measured);
        winners = selected.winners();
    }

    List<Momentum.Indicator> all() {
        CreatorRevenue now = CreatorRevenue.within(windows.thisRotation(), measured);
        @Nullable
        CreatorRevenue before = windows.before()
                .map(window -> CreatorRevenue.within(window, measured))
                .orElse(null);
        return List.of(
                sampleToPost(),
                winnersPer100Samples(),
                costPerWinner(),
                repeatCreators(),
                perCreator("gmvPerActiveCreatorMean", "mean", now, before, Indicators::mean),
                perCreator("gmvPerActiveCreatorMedian", "median", now, before, Indicators::median),
                concentration(now, before));
    }

    private Momentum.Indicator sampleToPost() {
        TimeToPost now = timeToPost(windows.thisRotation());
        Optional<TimeToPost> before = windows.before().map(this::timeToPost);
        return new Momentum.Indicator(
                "daysFromSampleToPost",
                "days, median, samples without a post counted as still open",
                now.median().orElse(null),
                before.flatMap(TimeToPost::median).orElse(null),
                null,
                now.text()
                        + before.map(earlier -> " Before: " + earlier.text()).orElse("")
                        + " How long a post takes to become a winner is not timed: that needs a record of when each"
                        + " winner was first selected.");
    }

    private TimeToPost timeToPost(Period window) {
        return TimeToPost.of(SampleClock.of(measured, posts).delivered().stream()
                .filter(one -> window.contains(one.arrived()))
                .toList());
    }

    private Momentum.Indicator winnersPer100Samples() {
        long samplesNow = sent(windows.thisRotation()).size();
        long winnersNow = winners(windows.thisRotation());
        BetaPosterior now = share(winnersNow, samplesNow);
        @Nullable
        BetaPosterior before = windows.before()
                .map(window -> share(winners(window), sent(window).size()))
                .orElse(null);
        boolean samplesBefore =
                windows.before().filter(window -> !sent(window).isEmpty()).isPresent();
        return new Momentum.Indicator(
                "winnersPer100Samples",
                "winners posted in the rotation per 100 samples sent in it",
                samplesNow == 0 ? null : percent(now),
                before == null || !samplesBefore ? null : percent(before),
                before == null || !samplesBefore || samplesNow == 0 ? null : now.probabilityAbove(before),
                winnersNow + " winners, " + samplesNow + " samples"
                        + windows.before()
                                .map(window -> "; before: " + winners(window) + " winners, "
                                        + sent(window).size() + " samples")
                                .orElse("")
                        + ". Younger videos have had less time to win"
                        + (winnersNow > samplesNow ? "; more winners than samples count as one for each" : "")
                        + ".");
    }

    private static BetaPosterior share(long successes, long trials) {
        return new BetaPosterior(JEFFREYS, JEFFREYS).posterior((double) Math.min(successes, trials), (double) trials);
    }

    private static Estimate percent(BetaPosterior share) {
        return share.estimate().map(value -> 100 * value);
    }

    private List<Sample> sent(Period window) {
        return measured.samples().stream()
                .filter(sample -> sample.sentBy(window.lastDay())
                        && !sample.sentBy(window.firstDay().minusDays(1)))
                .toList();
    }

    private long winners(Period window) {
        return measured.videos().values().stream()
                .filter(video -> winners.contains(video.id()) && window.contains(measured.postedOn(video)))
                .count();
    }

    private Momentum.Indicator costPerWinner() {
        double spendNow = spend(windows.thisRotation()).asDouble();
        long winnersNow = winners(windows.thisRotation());
        CostPerWinner now = CostPerWinner.of(spendNow, (double) winnersNow);
        String note = Facts.number(spendNow) + " for samples and ads, " + winnersNow + " winners"
                + (winnersNow == 0 && spendNow > 0
                        ? ": a winner costs at least " + Facts.number(now.low()) + " with 90% confidence."
                        : ".");
        if (windows.before().isEmpty()) {
            return new Momentum.Indicator("costPerWinner", unitOfCost(), estimate(now), null, null, note);
        }
        Period window = windows.before().get();
        double spendBefore = spend(window).asDouble();
        long winnersBefore = winners(window);
        return new Momentum.Indicator(
                "costPerWinner",
                unitOfCost(),
                estimate(now),
                estimate(CostPerWinner.of(spendBefore, (double) winnersBefore)),
                cheaper(spendNow, winnersNow, spendBefore, winnersBefore),
                note + " Before: " + Facts.number(spendBefore) + ", " + winnersBefore
                        + " winners. Younger videos have had less time to win.");
    }

    private String unitOfCost() {
        return measured.program().currency() + " per winner";
    }

    private static @Nullable Estimate estimate(CostPerWinner cost) {
        return cost.spend() > 0 && cost.cost().isPresent() && cost.high().isPresent()
                ? new Estimate(
                        cost.cost().getAsDouble(), cost.low(), cost.high().getAsDouble(), Draws.LEVEL)
                : null;
    }

    /** Of two Gamma rates with Jeffreys' prior, one over their sum is a Beta share. */
    static @Nullable Double cheaper(double spendNow, long winnersNow, double spendBefore, long winnersBefore) {
        return spendNow > 0 && spendBefore > 0 && winnersNow + winnersBefore > 0
                ? 1
                        - new BetaPosterior(winnersNow + JEFFREYS, winnersBefore + JEFFREYS)
                                .probabilityAtMost(spendNow / (spendNow + spendBefore))
                : null;
    }

    private Money spend(Period window) {
        Money sum = Money.zero(measured.program().currency());
        for (Sample sample : sent(window)) {
            sum = sum.plus(SampleValue.cost(measured, sample));
        }
        for (VideoHistory history : measured.histories().values()) {
            sum = sum.plus(history.spendSince(window.firstDay()))
                    .minus(history.spendSince(window.lastDay().plusDays(1)));
        }
        return sum;
    }

    private Momentum.Indicator repeatCreators() {
        Optional<Repeats> now = windows.before().map(earlier -> repeats(earlier, windows.thisRotation()));
        Optional<Repeats> before =
                windows.before().flatMap(earlier -> windows.beforeThat().map(first -> repeats(first, earlier)));
        Optional<Estimate> shareNow = now.filter(Repeats::known).map(Repeats::percent);
        Optional<Estimate> shareBefore = before.filter(Repeats::known).map(Repeats::percent);
        return new Momentum.Indicator(
                "repeatCreatorRate",
                "percent of the creators who posted in one rotation that post again in the next",
                shareNow.orElse(null),
                shareBefore.orElse(null),
                shareNow.isPresent() && shareBefore.isPresent()
                        ? now.get().posterior().probabilityAbove(before.get().posterior())
                        : null,
                now.map(Repeats::text).orElse("It needs two whole rotations.")
                        + before.map(earlier -> " Before: " + earlier.text()).orElse(""));
    }

    private Repeats repeats(Period first, Period second) {
        Set<CreatorId> earlier = posters(first);
        long again = posters(second).stream().filter(earlier::contains).count();
        return new Repeats(again, earlier.size());
    }

    private Set<CreatorId> posters(Period window) {
        Set<CreatorId> posters = new TreeSet<>();
        for (Video video : measured.videos().values()) {
            if (window.contains(measured.postedOn(video))) {
                video.creator().ifPresent(posters::add);
            }
        }
        return posters;
    }

    private record Repeats(long again, long earlier) {

        boolean known() {
            return earlier > 0;
        }

        BetaPosterior posterior() {
            return share(again, earlier);
        }

        Estimate percent() {
            return Indicators.percent(posterior());
        }

        String text() {
            return again + " of " + earlier + " creators posted again.";
        }
    }

    private Momentum.Indicator perCreator(
            String name,
            String kind,
            CreatorRevenue now,
            @Nullable CreatorRevenue before,
            ToDoubleFunction<double[]> measure) {
        double[] drawsNow = bootstrap(now.amounts(), measure, name + " now");
        double[] drawsBefore = before == null ? new double[0] : bootstrap(before.amounts(), measure, name + " before");
        boolean blurred = now.blurred() || (before != null && before.blurred());
        boolean comparable = drawsNow.length > 0 && drawsBefore.length > 0 && !blurred;
        return new Momentum.Indicator(
                name,
                measured.program().currency() + " of orders per creator who posted or sold in the rotation, " + kind,
                estimate(now, drawsNow, measure),
                before == null ? null : estimate(before, drawsBefore, measure),
                comparable ? probabilityAbove(drawsNow, drawsBefore) : null,
                note(now, before));
    }

    private static String note(CreatorRevenue now, @Nullable CreatorRevenue before) {
        boolean blurred = now.blurred() || (before != null && before.blurred());
        return now.byCreator().size() + " creators, " + Facts.number(now.total()) + " of orders"
                + (before == null
                        ? "."
                        : "; before: " + before.byCreator().size() + " creators, " + Facts.number(before.total()) + ".")
                + (blurred
                        ? " Reports reach beyond the rotation and were spread evenly over their days, so rotations are"
                                + " not compared."
                        : "");
    }

    private static @Nullable Estimate estimate(
            CreatorRevenue revenue, double[] draws, ToDoubleFunction<double[]> measure) {
        if (draws.length == 0) {
            return null;
        }
        Estimate drawn = Draws.summary(draws);
        double seen = measure.applyAsDouble(sorted(revenue.amounts()));
        return new Estimate(seen, drawn.low(), drawn.high(), drawn.level());
    }

    private double[] bootstrap(double[] amounts, ToDoubleFunction<double[]> measure, String purpose) {
        if (amounts.length == 0) {
            return amounts;
        }
        SeededDraws random = Draws.stream(seed, purpose);
        double[] draws = new double[BOOTSTRAPS];
        double[] chosen = new double[amounts.length];
        for (int d = 0; d < draws.length; d++) {
            for (int i = 0; i < chosen.length; i++) {
                chosen[i] = amounts[random.index(amounts.length)];
            }
            draws[d] = measure.applyAsDouble(sorted(chosen));
        }
        return draws;
    }

    private static double probabilityAbove(double[] left, double[] right) {
        double wins = 0;
        for (int d = 0; d < left.length; d++) {
            wins += left[d] > right[d] ? 1 : left[d] == right[d] ? 0.5 : 0;
        }
        return wins / left.length;
    }

    private static double[] sorted(double[] values) {
        double[] copy = values.clone();
        Arrays.sort(copy);
        return copy;
    }

    private static double mean(double[] sorted) {
        return Arrays.stream(sorted).sum() / sorted.length;
    }

    private static double median(double[] sorted) {
        return Quantiles.ofSorted(sorted, 0.5);
    }

    private Momentum.Indicator concentration(CreatorRevenue now, @Nullable CreatorRevenue before) {
        Optional<Concentration> spread = concentration(now, "now");
        return new Momentum.Indicator(
                "concentration",
                "0 if all active creators sell the same, 1 if one sells everything",
                spread.map(Concentration::index).orElse(null),
                Optional.ofNullable(before)
                        .flatMap(earlier -> concentration(earlier, "before"))
                        .map(Concentration::index)
                        .orElse(null),
                null,
                spread.map(known -> "As concentrated as "
                                + Facts.number(known.effectiveNumber().mean())
                                + " equal creators; the best tenth brings "
                                + Facts.percent(known.topTenthShare().mean()) + ". Neither more nor less of it is"
                                + " better in itself.")
                        .orElse("Nobody sold in this rotation."));
    }

    private Optional<Concentration> concentration(CreatorRevenue revenue, String which) {
        return Concentration.of(revenue.amounts(), Draws.seedFor(seed, "concentration " + which));
    }
}
