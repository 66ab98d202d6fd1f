package dev.flywheel.core.cycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.flywheel.core.content.CreativeTags;
import dev.flywheel.core.learning.BriefInputs.Available;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BriefMakersTest {

    private static final List<String> PLACEMENTS = List.of("early", "late");

    private static List<String> available(Scene scene) {
        Measured measured = scene.measured();
        return BriefMakers.of(measured, Pipeline.stages(measured, scene.selected(), Posts.of(measured)), PLACEMENTS)
                .stream()
                .map(BriefMakersTest::text)
                .toList();
    }

    private static String text(Available one) {
        return one.creator() + " " + one.placements();
    }

    private static CreativeTags placement(String name) {
        return new CreativeTags(null, null, name, null);
    }

    @Test
    void who_posted_lately_can_make_one_and_who_fell_asleep_cannot() {
        Scene scene = new Scene().video(1, "awake", 30, 0).video(2, "asleep", 31, 9);
        assertEquals(List.of("awake [early, late]"), available(scene));
    }

    @Test
    void who_holds_a_sample_can_make_one_until_it_is_given_up() {
        Scene scene = new Scene().delivered("holder", 20).delivered("late", 21).requested("waiting", 3);
        assertEquals(List.of("holder [early, late]"), available(scene));
    }

    @Test
    void a_prospect_has_nothing_to_show() {
        assertEquals(List.of(), available(new Scene().prospect("somebody")));
    }

    @Test
    void a_placement_fits_who_holds_a_product_it_was_shown_with() {
        Scene scene = new Scene()
                .listed(1, "serum-maker", 5, placement("early"), Scene.SERUM)
                .listed(2, "cream-maker", 5, placement("late"), Scene.CREAM)
                .listed(3, "unknown-maker", 5, CreativeTags.UNKNOWN)
                .delivered("serum-holder", 4);
        assertEquals(
                List.of(
                        "cream-maker [late]",
                        "serum-holder [early]",
                        "serum-maker [early]",
                        "unknown-maker [early, late]"),
                available(scene));
    }

    @Test
    void a_placement_whose_products_are_unknown_fits_everybody() {
        Scene scene = new Scene()
                .listed(1, "serum-maker", 5, placement("early"), Scene.SERUM)
                .listed(2, "other", 5, placement("late"));
        assertEquals(List.of("other [early, late]", "serum-maker [early, late]"), available(scene));
    }
}
