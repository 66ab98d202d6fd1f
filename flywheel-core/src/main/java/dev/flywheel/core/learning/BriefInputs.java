package dev.flywheel.core.learning;

import dev.flywheel.core.roster.CreatorId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Everything that the choice of the next briefs depends on. Immutable.
 *
 * @param hooks hooks to choose from, in order of name
 * @param angles angles to choose from, in order of name
 * @param placements placements to choose from, in order of name
 * @param law what is believed of their effects
 * @param tried combinations that videos have tried, in order of name
 * @param limits how many briefs, and of which sort
 * @param worth what orders of a video are worth
 * @param creators who can make a video now, in order of name
 * @param seed the seed of every draw
 */
public record BriefInputs(
        List<String> hooks,
        List<String> angles,
        List<String> placements,
        EffectLaw law,
        List<Tried> tried,
        Limits limits,
        Worth worth,
        List<Available> creators,
        long seed) {

    /**
     * The share of a draw that counts. With whole draws, few briefs a rotation explore a hundred combinations for years;
     * with this share they earn more over ten rotations (BriefCalibrationTest). Briefs kept to explore use whole draws.
     */
    public static final double DRAW_SHARE = 0.3;

    /** Checks and copies. */
    public BriefInputs {
        hooks = distinct("hooks", hooks);
        angles = distinct("angles", angles);
        placements = distinct("placements", placements);
        Objects.requireNonNull(law, "law");
        tried = tried.stream().sorted(Comparator.comparing(Tried::cell)).toList();
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(worth, "worth");
        creators = creators.stream()
                .sorted(Comparator.comparing(Available::creator))
                .toList();
    }

    private static List<String> distinct(String name, List<String> tags) {
        if (tags.stream().distinct().count() < tags.size()) {
            throw new IllegalArgumentException(name + " must differ from each other, got " + tags);
        }
        return tags.stream().sorted().toList();
    }

    /**
     * How often a combination has been tried.
     *
     * @param cell the combination
     * @param videos how many videos
     */
    public record Tried(BriefCell cell, int videos) {

        /** Checks. */
        public Tried {
            Objects.requireNonNull(cell, "cell");
            atLeast("videos", videos, 1);
        }
    }

    /**
     * How many briefs, and of which sort.
     *
     * @param briefs how many
     * @param perHook how many of one hook at most: the diversity limit
     * @param explorations how many of them are kept for the least tried combinations
     * @param drawShare share of a draw's distance from the expected effects that counts where a brief is not kept to
     *     explore, in [0, 1]: 1 is plain Thompson sampling, less asks sooner for what is expected to pay (posterior
     *     reshaping, Chapelle and Li 2011)
     * @param draws how many draws the expected values are summed up from
     */
    public record Limits(int briefs, int perHook, int explorations, double drawShare, int draws) {

        /** Checks. */
        public Limits {
            atLeast("briefs", briefs, 0);
            atLeast("perHook", perHook, 1);
            atLeast("explorations", explorations, 0);
            atLeast("draws", draws, 1);
            if (!(drawShare >= 0 && drawShare <= 1)) {
                throw new IllegalArgumentException("drawShare must be in [0, 1], got " + drawShare);
            }
            if (explorations > briefs) {
                throw new IllegalArgumentException(
                        "explorations must be at most the " + briefs + " briefs, got " + explorations);
            }
        }
    }

    /**
     * What orders of a video are worth.
     *
     * @param exposurePerVideo clicks of a usual video, or views where no clicks are known: the unit of the order rate
     * @param leftPerOrder what an order leaves on average, in the programme's currency; may be below zero
     */
    public record Worth(double exposurePerVideo, double leftPerOrder) {

        /** Checks. */
        public Worth {
            if (!(exposurePerVideo >= 0 && exposurePerVideo <= 1e12)) {
                throw new IllegalArgumentException("exposurePerVideo must be in [0, 1e12], got " + exposurePerVideo);
            }
            if (!(Math.abs(leftPerOrder) <= 1e12)) {
                throw new IllegalArgumentException("leftPerOrder must be in [-1e12, 1e12], got " + leftPerOrder);
            }
        }

        /** {@return money for an order rate of 1: what multiplies a rate into the contribution of a video} */
        public double perUnitRate() {
            return exposurePerVideo * leftPerOrder;
        }
    }

    /**
     * A creator who can make a video now.
     *
     * @param creator who
     * @param placements placements that fit what the creator holds, in order of name
     */
    public record Available(CreatorId creator, List<String> placements) {

        /** Checks and copies. */
        public Available {
            Objects.requireNonNull(creator, "creator");
            placements = List.copyOf(placements);
        }
    }

    static void atLeast(String name, int value, int lowest) {
        if (value < lowest) {
            throw new IllegalArgumentException(name + " must be at least " + lowest + ", got " + value);
        }
    }
}
