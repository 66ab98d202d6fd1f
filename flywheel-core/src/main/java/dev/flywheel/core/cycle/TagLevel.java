package dev.flywheel.core.cycle;

import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.winner.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;

/**
 * One hook, angle or placement and how far its videos stand from the average of its kind, in money per video. The raw
 * difference is drawn towards zero by the noise of few videos (normal model, moments for the spread between levels).
 *
 * @param standing its place in the ranking
 * @param perVideo net contribution per video as ranked
 * @param effect the difference that is believed
 * @param deviation its standard deviation
 */
record TagLevel(Standing standing, Estimate perVideo, double effect, double deviation) {

    /** A tag that only one or two creators used may be their doing (statistics 4). */
    static final int CREATORS_FOR_A_CLAIM = 3;

    /** Levels are believed to differ by at least this share of the spread between videos. */
    private static final double LEAST_SPREAD = 0.1;

    /** Keeps weights finite where a ranking claims to know a level exactly. */
    private static final double LEAST_NOISE = 1e-6;

    /**
     * Measures the levels of one kind.
     *
     * @param standings the levels
     * @param variance variance of the net contribution between videos
     * @return levels with at least one video, by name
     */
    static List<TagLevel> of(List<Standing> standings, double variance) {
        List<Standing> known = standings.stream()
                .filter(standing -> standing.videos() > 0)
                .sorted(Comparator.comparing(Standing::name))
                .toList();
        double videos = known.stream().mapToInt(Standing::videos).sum();
        double average = known.stream()
                        .mapToDouble(standing -> standing.netContribution().mean())
                        .sum()
                / videos;
        double between = Math.max(spread(known, variance), LEAST_SPREAD * LEAST_SPREAD * variance + LEAST_NOISE);
        List<TagLevel> levels = new ArrayList<>();
        for (Standing standing : known) {
            Estimate perVideo = standing.netContribution().map(total -> total / standing.videos());
            double noise = noise(standing, variance);
            double weight = between / (between + noise);
            levels.add(
                    new TagLevel(standing, perVideo, weight * (perVideo.mean() - average), Math.sqrt(weight * noise)));
        }
        return levels;
    }

    private static double noise(Standing standing, double variance) {
        double known = Draws.deviation(standing.netContribution()) / standing.videos();
        return known * known + variance / standing.videos() + LEAST_NOISE;
    }

    /** Variance between levels by moments, each level weighted by how well it is known (DerSimonian and Laird 1986). */
    private static double spread(List<Standing> known, double variance) {
        double weights = 0;
        double squares = 0;
        double sum = 0;
        double sumOfSquares = 0;
        for (Standing standing : known) {
            double weight = 1 / noise(standing, variance);
            double perVideo = standing.netContribution().mean() / standing.videos();
            weights += weight;
            squares += weight * weight;
            sum += weight * perVideo;
            sumOfSquares += weight * perVideo * perVideo;
        }
        double excess = sumOfSquares - sum * sum / weights - (known.size() - 1);
        return known.size() < 2 ? 0 : Math.max(0, excess) / (weights - squares / weights);
    }

    String name() {
        return standing.name();
    }

    boolean supported() {
        return standing.creators() >= CREATORS_FOR_A_CLAIM;
    }

    double draw(double standardNormal) {
        return effect + deviation * standardNormal;
    }

    /** The evidence, such as {@code hook 'proof': 12 videos of 5 creators, ...}. */
    String because(String kind, Currency currency) {
        String counts =
                kind + " '" + name() + "': " + standing.videos() + " videos of " + standing.creators() + " creators";
        return supported()
                ? counts + ", " + Facts.text(perVideo) + " " + currency + " per video."
                : counts + ", too few creators for a claim (" + CREATORS_FOR_A_CLAIM + " are needed).";
    }
}
