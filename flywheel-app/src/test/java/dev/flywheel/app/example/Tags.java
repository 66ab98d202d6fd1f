package dev.flywheel.app.example;

import java.util.List;

/** What a video is made of, with the true effect of each part on the logarithm of the conversion rate. */
record Tags(String hook, String angle, String placement, String format, double effect) {

    private static final List<String> HOOKS =
            List.of("before_after", "problem_first", "social_proof", "question", "price_reveal", "pov");
    private static final double[] HOOK_EFFECTS = {0.45, 0.25, 0.10, 0.00, -0.20, -0.40};
    private static final List<String> ANGLES =
            List.of("proof", "problem_solution", "routine", "ingredient", "price_value");
    private static final double[] ANGLE_EFFECTS = {0.30, 0.15, 0.00, -0.10, -0.30};
    private static final List<String> PLACEMENTS = List.of("throughout", "first_3s", "mid_demo", "end_card");
    private static final double[] PLACEMENT_EFFECTS = {0.20, 0.05, 0.00, -0.30};
    private static final List<String> FORMATS = List.of("demo", "grwm", "talking_head", "unboxing");

    static Tags draw(Dice dice) {
        return of(dice.whole(0, 5), dice.whole(0, 4), dice.whole(0, 3), dice.whole(0, 3));
    }

    static Tags of(int hook, int angle, int placement, int format) {
        return new Tags(
                HOOKS.get(hook),
                ANGLES.get(angle),
                PLACEMENTS.get(placement),
                FORMATS.get(format),
                HOOK_EFFECTS[hook] + ANGLE_EFFECTS[angle] + PLACEMENT_EFFECTS[placement]);
    }
}
