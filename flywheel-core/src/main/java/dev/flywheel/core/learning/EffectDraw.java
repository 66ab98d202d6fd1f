package dev.flywheel.core.learning;

import dev.flywheel.core.learning.EffectGrid.Place;

/**
 * One draw of every effect, on the logarithm of the order rate.
 *
 * @param base a video whose tags are all average
 * @param hooks by hook
 * @param angles by angle
 * @param placements by placement
 * @param hooksAndAngles by angle, then by hook
 * @param anglesAndPlacements by placement, then by angle
 */
@SuppressWarnings("ArrayRecordComponent") // read once for every combination; never compared
record EffectDraw(
        double base,
        double[] hooks,
        double[] angles,
        double[] placements,
        double[][] hooksAndAngles,
        double[][] anglesAndPlacements) {

    double multiplier(Place place) {
        return Math.exp(effect(place));
    }

    double rate(Place place) {
        return Math.exp(base + effect(place));
    }

    double effect(Place place) {
        return hooks[place.hook()]
                + hooksAndAngles[place.angle()][place.hook()]
                + angles[place.angle()]
                + withAngle(place.angle(), place.placement());
    }

    private double withAngle(int angle, int placement) {
        return placements[placement] + anglesAndPlacements[placement][angle];
    }

    /** The highest effect of all combinations: given the angle, hook and placement do not depend on each other. */
    double highest() {
        double highest = Double.NEGATIVE_INFINITY;
        for (int angle = 0; angle < angles.length; angle++) {
            double hook = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < hooks.length; i++) {
                hook = Math.max(hook, hooks[i] + hooksAndAngles[angle][i]);
            }
            double placement = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < placements.length; i++) {
                placement = Math.max(placement, withAngle(angle, i));
            }
            highest = Math.max(highest, hook + angles[angle] + placement);
        }
        return highest;
    }
}
