package dev.flywheel.core.cycle;

import dev.flywheel.core.adtest.AdTestVerdict;

/** What a verdict means, in the words of a brand manager. */
final class VerdictWords implements AdTestVerdict.Cases<String> {

    @Override
    public String testing(AdTestVerdict.Testing verdict) {
        return "nothing is decided yet";
    }

    @Override
    public String holds(AdTestVerdict.Holds verdict) {
        return "paid conversion holds";
    }

    @Override
    public String dropped(AdTestVerdict.Dropped verdict) {
        return "paid conversion dropped significantly below organic";
    }

    @Override
    public String slippedWithinMargin(AdTestVerdict.SlippedWithinMargin verdict) {
        return "paid conversion slipped, and what is left does not surely pay";
    }

    @Override
    public String unprofitable(AdTestVerdict.Unprofitable verdict) {
        return "its ad money is almost surely lost";
    }

    @Override
    public String inconclusive(AdTestVerdict.Inconclusive verdict) {
        return "time or money for the test ran out and it is expected to lose";
    }

    @Override
    public String insufficientAttribution(AdTestVerdict.InsufficientAttribution verdict) {
        return "paid and organic orders cannot be told apart";
    }
}
