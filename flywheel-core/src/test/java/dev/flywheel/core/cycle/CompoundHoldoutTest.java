package dev.flywheel.core.cycle;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.adtest.AdTestReading;
import dev.flywheel.core.adtest.AdTestStart;
import dev.flywheel.core.adtest.AdTestVerdict;
import dev.flywheel.core.adtest.Arm;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Estimate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pauses that show what a video sells without ads. */
final class CompoundHoldoutTest {

    private static final long SEED = 5;

    @Test
    void pauses_a_boost_whose_orders_cannot_be_told_apart() {
        List<Action> actions =
                holdouts(reading(1, new AdTestVerdict.InsufficientAttribution("no paid clicks"), Scene.usd(120), 50));
        assertEquals(List.of("RunHoldout"), actions.stream().map(Action::kind).toList());
        Explanation why = actions.get(0).explanation();
        assertAll(
                () -> assertTrue(why.text().endsWith("for 7 days to see what it sells without ads."), why::text),
                () -> assertEquals(
                        "120.00 USD of ads have run in 6 days, and their orders cannot be told from the video's own:"
                                + " no paid clicks.",
                        why.because().get(0)),
                () -> assertEquals("0.00 USD", why.cost().toString()),
                () -> assertTrue(why.needsApproval()));
    }

    @Test
    void leaves_boosts_alone_that_spent_nothing_stand_still_or_can_be_read() {
        AdTestVerdict missing = new AdTestVerdict.InsufficientAttribution("no paid clicks");
        assertEquals(
                List.of(),
                holdouts(
                        reading(1, missing, Scene.usd(0), 50),
                        reading(2, missing, null, 50),
                        reading(3, missing, Scene.usd(90), 0),
                        reading(4, new AdTestVerdict.Testing(), Scene.usd(90), 50)));
    }

    @Test
    void pauses_a_video_once() {
        AdTestVerdict missing = new AdTestVerdict.InsufficientAttribution("no paid clicks");
        assertEquals(
                1,
                holdouts(reading(1, missing, Scene.usd(10), 50), reading(1, missing, Scene.usd(20), 50))
                        .size());
    }

    private List<Action> holdouts(AdTestReading... readings) {
        Scene scene = new Scene();
        Measured measured = scene.measured();
        Selected selected = scene.selected();
        Seeded seeded = Seed.seed(measured, selected, SEED);
        return Compound.compound(
                        measured,
                        selected,
                        Select.rank(measured, SEED),
                        Scene.amplified(List.of(readings)),
                        seeded,
                        SEED)
                .actions();
    }

    private AdTestReading reading(int id, AdTestVerdict verdict, @Nullable Money spend, int budget) {
        return new AdTestReading(
                new AdTestStart(Scene.video(id), Scene.ago(5), Scene.usd(budget), AdTestStart.Kind.GMV_MAX_BOOST),
                6,
                spend,
                new Arm(0, 0, 0),
                new Arm(0, 0, 0),
                null,
                0,
                0,
                0.5,
                Estimate.exactly(0),
                verdict,
                AdTestReading.Move.KEEP,
                Scene.usd(budget),
                List.of("because"),
                null,
                null);
    }
}
