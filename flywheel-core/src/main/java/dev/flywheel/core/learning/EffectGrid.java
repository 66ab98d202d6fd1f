package dev.flywheel.core.learning;

import dev.flywheel.core.learning.EffectLaw.Coefficient;
import dev.flywheel.core.learning.EffectLaw.Kind;
import dev.flywheel.core.stats.JointNormal;
import dev.flywheel.core.stats.SeededDraws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The tags to choose from, each with its place in the law of effects; combinations are named by places in the lists. */
final class EffectGrid {

    private static final int UNTRIED = -1;

    private final EffectLaw law;
    private final JointNormal joint;
    private final List<String> hooks;
    private final List<String> angles;
    private final List<String> placements;
    private final List<Place> all;
    private final Map<Coefficient, Integer> terms = new HashMap<>();

    EffectGrid(BriefInputs inputs) {
        law = inputs.law();
        joint = JointNormal.of(numbers(law.means()), numbers(law.covariance()));
        hooks = inputs.hooks();
        angles = inputs.angles();
        placements = inputs.placements();
        all = places(hooks.size(), angles.size(), placements.size());
        for (int i = 0; i < law.coefficients().size(); i++) {
            if (terms.put(law.coefficients().get(i), i) != null) {
                throw new IllegalArgumentException(
                        "coefficients must differ, got " + law.coefficients().get(i) + " twice");
            }
        }
    }

    private static List<Place> places(int hooks, int angles, int placements) {
        List<Place> all = new ArrayList<>();
        for (int hook = 0; hook < hooks; hook++) {
            for (int angle = 0; angle < angles; angle++) {
                for (int placement = 0; placement < placements; placement++) {
                    all.add(new Place(hook, angle, placement));
                }
            }
        }
        return all;
    }

    private static double[] numbers(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    BriefCell cell(Place place) {
        return new BriefCell(hooks.get(place.hook), angles.get(place.angle), placements.get(place.placement));
    }

    /** {@return where a combination stands, if all three tags are to choose from} */
    Optional<Place> place(BriefCell cell) {
        Place place = new Place(
                hooks.indexOf(cell.hook()), angles.indexOf(cell.angle()), placements.indexOf(cell.placement()));
        return place.hook < 0 || place.angle < 0 || place.placement < 0 ? Optional.empty() : Optional.of(place);
    }

    /** {@return every combination, in order of name} */
    List<Place> all() {
        return all;
    }

    /** The allowed combination of highest value; of equal ones the first by name. */
    Optional<Place> best(ToDoubleFunction<Place> value, Predicate<Place> allowed) {
        Place best = null;
        double highest = Double.NEGATIVE_INFINITY;
        for (Place place : all) {
            double its = value.applyAsDouble(place);
            if (its > highest && allowed.test(place)) {
                best = place;
                highest = its;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The expected order rate of a combination: the mean of a log-normal distribution. */
    double expectedRate(Place place) {
        String hook = hooks.get(place.hook);
        String angle = angles.get(place.angle);
        String placement = placements.get(place.placement);
        int[] terms = {
            0,
            term(Kind.HOOK, hook, ""),
            term(Kind.ANGLE, angle, ""),
            term(Kind.PLACEMENT, placement, ""),
            term(Kind.HOOK_AND_ANGLE, hook, angle),
            term(Kind.ANGLE_AND_PLACEMENT, angle, placement)
        };
        Kind[] kinds = Kind.values();
        int count = 0;
        double untried = 0;
        for (int i = 0; i < terms.length; i++) {
            if (terms[i] == UNTRIED) {
                untried += law.spread(kinds[i]) * law.spread(kinds[i]);
            } else {
                terms[count++] = terms[i];
            }
        }
        int[] which = Arrays.copyOf(terms, count);
        return Math.exp(joint.mean(which) + (joint.variance(which) + untried) / 2);
    }

    private int term(Kind kind, String first, String second) {
        return terms.getOrDefault(new Coefficient(kind, first, second), UNTRIED);
    }

    /**
     * Draws of all effects. What has been tried is drawn together; what has not has its own stream by its name, so that
     * one more tag to choose from moves no draw of another.
     */
    Sampler sampler(long seed, String purpose) {
        return new Sampler(seed, purpose);
    }

    final class Sampler {

        private final String purpose;
        private final long seed;
        private final SeededDraws together;
        private final Term[] ofHooks;
        private final Term[] ofAngles;
        private final Term[] ofPlacements;
        private final Term[][] ofHooksAndAngles;
        private final Term[][] ofAnglesAndPlacements;

        private Sampler(long seed, String purpose) {
            this.seed = seed;
            this.purpose = purpose;
            together = SeededDraws.of(seed, purpose);
            ofHooks = terms(Kind.HOOK, hooks, "");
            ofAngles = terms(Kind.ANGLE, angles, "");
            ofPlacements = terms(Kind.PLACEMENT, placements, "");
            ofHooksAndAngles = angles.stream()
                    .map(angle -> terms(Kind.HOOK_AND_ANGLE, hooks, angle))
                    .toArray(Term[][]::new);
            ofAnglesAndPlacements = placements.stream()
                    .map(placement -> terms(Kind.ANGLE_AND_PLACEMENT, angles, placement))
                    .toArray(Term[][]::new);
        }

        private Term[] terms(Kind kind, List<String> tags, String second) {
            return tags.stream().map(tag -> drawn(kind, tag, second)).toArray(Term[]::new);
        }

        private Term drawn(Kind kind, String first, String second) {
            int place = term(kind, first, second);
            SeededDraws own = place == UNTRIED
                    ? SeededDraws.of(seed, String.join("\n", purpose, kind.name(), first, second))
                    : null;
            return new Term(place, law.spread(kind), own);
        }

        EffectDraw next() {
            return next(1);
        }

        /** A draw whose distance from the means is only a share of what it would be. */
        EffectDraw next(double share) {
            double[] drawn = joint.draw(together);
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = joint.mean(i) + share * (drawn[i] - joint.mean(i));
            }
            return new EffectDraw(
                    drawn[0],
                    values(ofHooks, drawn, share),
                    values(ofAngles, drawn, share),
                    values(ofPlacements, drawn, share),
                    values(ofHooksAndAngles, drawn, share),
                    values(ofAnglesAndPlacements, drawn, share));
        }

        private double[][] values(Term[][] terms, double[] drawn, double share) {
            double[][] values = new double[terms.length][];
            for (int i = 0; i < terms.length; i++) {
                values[i] = values(terms[i], drawn, share);
            }
            return values;
        }

        private double[] values(Term[] terms, double[] drawn, double share) {
            double[] values = new double[terms.length];
            for (int i = 0; i < terms.length; i++) {
                values[i] = terms[i].value(drawn, share);
            }
            return values;
        }
    }

    /** A combination by its places in the lists of hooks, angles and placements. */
    record Place(int hook, int angle, int placement) {}

    private record Term(int place, double spread, @Nullable SeededDraws own) {

        double value(double[] drawn, double share) {
            return own == null ? drawn[place] : share * spread * own.normal();
        }
    }
}
