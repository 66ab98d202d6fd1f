package dev.flywheel.core.cycle;

import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.stats.BetaPosterior;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A share in this rotation and the ones before (statistics 6). What a rotation shows leans on the rotations before it, each
 * counting half as much as the one after. Two rotations are compared by their own numbers alone, each under Jeffreys'
 * prior: if both leaned on the same past, or one on the other, their difference would shrink, and with it what the
 * comparison could find; worse, a rotation with few numbers would look as sure as its past.
 *
 * @param counts of each rotation, newest first
 */
record ShareOverRotations(List<Count> counts) {

    static final double JEFFREYS = 0.5;

    /** How much a rotation counts beside the one after it. */
    static final double DISCOUNT = 0.5;

    /**
     * Numbers of one rotation.
     *
     * @param successes how many
     * @param trials of how many; more successes than trials count as one for each
     */
    record Count(long successes, long trials) {

        BetaPosterior add(BetaPosterior prior, double weight) {
            return prior.posterior(weight * Math.min(successes, trials), weight * trials);
        }
    }

    ShareOverRotations {
        counts = List.copyOf(counts);
    }

    /** The share in percent so many rotations back, leaning on what was before it; empty without trials of its own. */
    Optional<Estimate> leaning(int back) {
        if (!known(back)) {
            return Optional.empty();
        }
        BetaPosterior posterior = jeffreys();
        double weight = 1;
        for (int older = back; older < counts.size(); older++) {
            posterior = counts.get(older).add(posterior, weight);
            weight *= DISCOUNT;
        }
        return Optional.of(percent(posterior));
    }

    /** The share in percent so many rotations back by its own numbers, or null without trials. */
    @Nullable
    Estimate alone(int back) {
        return known(back) ? percent(own(back)) : null;
    }

    /** The probability that this rotation's share is above that of the one before. */
    OptionalDouble probabilityAboveBefore() {
        return known(0) && known(1) ? OptionalDouble.of(own(0).probabilityAbove(own(1))) : OptionalDouble.empty();
    }

    private boolean known(int back) {
        return back < counts.size() && counts.get(back).trials > 0;
    }

    private BetaPosterior own(int back) {
        return counts.get(back).add(jeffreys(), 1);
    }

    private static BetaPosterior jeffreys() {
        return new BetaPosterior(JEFFREYS, JEFFREYS);
    }

    private static Estimate percent(BetaPosterior share) {
        return share.estimate().map(value -> 100 * value);
    }
}
