package dev.flywheel.core.cycle;

import dev.flywheel.core.stats.BetaPosterior;
import dev.flywheel.core.stats.GammaPrior;
import java.util.List;

/**
 * What matured samples of one kind of creator brought.
 *
 * @param samples how many are old enough to count
 * @param answered how many of them were answered in time
 * @param videos how many posts answered them in time
 */
record SampleRecord(int samples, int answered, int videos) {

    /** The policy's rate counts like this many samples (practice 2.1: Beta(4, 6) and Beta(2, 8)). */
    static final double PRIOR_SAMPLES = 10;

    /** 20-60 videos of 10-18 posters (practice 4 A), counted like two posters. */
    private static final GammaPrior VIDEOS_PER_POSTER = new GammaPrior(5, 2);

    static SampleRecord of(List<SampleClock.Delivered> matured) {
        return new SampleRecord(
                matured.size(),
                (int) matured.stream().filter(one -> one.videosInWindow() > 0).count(),
                matured.stream().mapToInt(SampleClock.Delivered::videosInWindow).sum());
    }

    BetaPosterior answerRate(double priorRate) {
        return BetaPosterior.ofMean(priorRate, PRIOR_SAMPLES).posterior(answered, samples);
    }

    GammaPrior videosPerPoster() {
        return VIDEOS_PER_POSTER.posterior(videos, answered);
    }

    /** Such as {@code 12 of 30 samples were answered in time, with 25 videos}. */
    String text() {
        return answered + " of " + samples + " samples were answered in time, with " + videos + " videos";
    }
}
