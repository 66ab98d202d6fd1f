package dev.flywheel.core.cycle;

import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.performance.VideoHistory;
import dev.flywheel.core.roster.Sample;
import dev.flywheel.core.stats.BetaPosterior;
import dev.flywheel.core.stats.CostPerWinner;
import dev.flywheel.core.stats.GammaPrior;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many winners samples and money bring, by the rotation in which the winner was posted (statistics 6). Who is a winner
 * is known as of today alone, so younger videos have had less time to win: the trend leaves this rotation out, and among
 * the older ones the oldest still have had the longest.
 */
final class WinnerMeasures {

    private static final String YOUNG = "Younger videos have had less time to win";

    private final Measured measured;
    private final Set<VideoId> winnerIds;
    private final List<Period> windows;
    private final List<List<Sample>> samples;
    private final List<Long> winners;

    WinnerMeasures(Measured measured, Set<VideoId> winnerIds, List<Period> windows) {
        this.measured = measured;
        this.winnerIds = winnerIds;
        this.windows = windows;
        samples = windows.stream().map(this::sent).toList();
        winners = windows.stream().map(this::winners).toList();
    }

    private List<Sample> sent(Period window) {
        return measured.samples().stream()
                .filter(sample -> sample.sentBy(window.lastDay())
                        && !sample.sentBy(window.firstDay().minusDays(1)))
                .toList();
    }

    private long winners(Period window) {
        return measured.videos().values().stream()
                .filter(video -> winnerIds.contains(video.id()) && window.contains(measured.postedOn(video)))
                .count();
    }

    Momentum.Indicator per100Samples() {
        ShareOverRotations.Count[] counts = new ShareOverRotations.Count[windows.size()];
        Trends trend = new Trends(Trends.Kind.COUNTS);
        for (int back = 0; back < counts.length; back++) {
            counts[back] = new ShareOverRotations.Count(
                    winners.get(back), samples.get(back).size());
            if (back > 0) {
                trend.add(back, (double) winners.get(back), samples.get(back).size());
            }
        }
        ShareOverRotations share = new ShareOverRotations(List.of(counts));
        return new Momentum.Indicator(
                "winnersPer100Samples",
                "winners posted in the rotation per 100 samples sent in it",
                share.leaning(0).orElse(null),
                share.leaning(1).orElse(null),
                share.probabilityAboveBefore().stream().boxed().findFirst().orElse(null),
                text(0) + (windows.size() > 1 ? "; before: " + text(1) : "") + ". " + YOUNG
                        + (winners.get(0) > samples.get(0).size()
                                ? "; more winners than samples count as one for each"
                                : "")
                        + ".",
                Trends.earlier(windows, share::alone),
                trend.trend(Trends.Better.IS_HIGHER));
    }

    private String text(int back) {
        return winners.get(back) + " winners, " + samples.get(back).size() + " samples";
    }

    Momentum.Indicator cost() {
        double[] spend =
                windows.stream().mapToDouble(window -> spend(window).asDouble()).toArray();
        Trends trend = new Trends(Trends.Kind.COUNTS);
        for (int back = 1; back < spend.length; back++) {
            trend.add(back, (double) winners.get(back), spend[back]);
        }
        CostPerWinner now = leaning(spend, 0);
        boolean compared = windows.size() > 1;
        return new Momentum.Indicator(
                "costPerWinner",
                measured.program().currency() + " per winner",
                estimate(now),
                compared ? estimate(leaning(spend, 1)) : null,
                compared ? cheaper(spend[0], winners.get(0), spend[1], winners.get(1)) : null,
                Facts.number(spend[0]) + " for samples and ads, " + winners.get(0) + " winners"
                        + (winners.get(0) == 0 && spend[0] > 0
                                ? ": a winner costs > " + Facts.number(now.low()) + " with 90% confidence."
                                : ".")
                        + (compared
                                ? " Before: " + Facts.number(spend[1]) + ", " + winners.get(1) + " winners. " + YOUNG
                                        + "."
                                : ""),
                Trends.earlier(windows, back -> estimate(CostPerWinner.of(spend[back], (double) winners.get(back)))),
                trend.trend(Trends.Better.IS_LOWER));
    }

    /** The cost leaning on earlier rotations as {@link ShareOverRotations} does. */
    private CostPerWinner leaning(double[] spend, int back) {
        double money = 0;
        double found = 0;
        double weight = ShareOverRotations.DISCOUNT;
        for (int older = back + 1; older < spend.length; older++) {
            money += weight * spend[older];
            found += weight * winners.get(older);
            weight *= ShareOverRotations.DISCOUNT;
        }
        return money > 0
                ? CostPerWinner.of(
                        spend[back],
                        (double) winners.get(back),
                        new GammaPrior(ShareOverRotations.JEFFREYS + found, money))
                : CostPerWinner.of(spend[back], (double) winners.get(back));
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
                        - new BetaPosterior(
                                        winnersNow + ShareOverRotations.JEFFREYS,
                                        winnersBefore + ShareOverRotations.JEFFREYS)
                                .probabilityAtMost(spendNow / (spendNow + spendBefore))
                : null;
    }

    private Money spend(Period window) {
        Money sum = Money.zero(measured.program().currency());
        for (Sample sample : sent(window)) {
            sum = sum.plus(SampleValue.cost(measured, sample));
        }
        for (VideoHistory history : measured.histories().values()) {
            if (history.knowsSpend()) {
                sum = sum.plus(history.spendSince(window.firstDay()))
                        .minus(history.spendSince(window.lastDay().plusDays(1)));
            }
        }
        return sum;
    }
}
