package dev.flywheel.core.stats;

import dev.flywheel.core.stats.SparkCalibration.Procedure;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The forms in which the ad test is shipped. */
enum SparkForm {
    FIXED_PLAIN(SparkLook::fixed, false),
    FIXED_ROBUST(SparkLook::fixed, true),
    GROWING_PLAIN(SparkLook::growing, false),
    GROWING_ROBUST(SparkLook::growing, true),
    CONCURRENT(SparkLook::growing, false);

    /** Paid clicks that convert at four fifths of the organic rate still count as holding. */
    static final double MARGIN = 0.8;

    /** What the easiest level asks for. */
    private static final double LEAST = SparkTest.threshold(0.10);

    private final Function<SparkLook, SparkTotals> totals;
    private final boolean robust;

    SparkForm(Function<SparkLook, SparkTotals> totals, boolean robust) {
        this.totals = totals;
        this.robust = robust;
    }

    /** {@return this form asking "dropped?" or "holds within a fifth?"} */
    Procedure asks(SparkSide side) {
        FrozenTests tests = new FrozenTests(side);
        if (this == CONCURRENT) {
            return look -> tests.of(look.prior()).concurrentLogE(look.days(), look.eta());
        }
        return look -> {
            SparkTest test = tests.of(look.prior());
            double plain = test.plainLogE(totals.apply(look), look.eta());
            // The robust e-value is never the larger one, so it need not be asked for when the plain one is too small.
            return robust && plain >= LEAST ? test.logE(totals.apply(look), look.eta()) : plain;
        };
    }

    /** {@return all forms asking one question} */
    static Procedure[] all(SparkSide side) {
        return Arrays.stream(values()).map(form -> form.asks(side)).toArray(Procedure[]::new);
    }

    /** Freezes one test per prior, as a programme would, instead of laying a new grid for every look. */
    private static final class FrozenTests {

        private final SparkSide side;
        private final Map<GammaPrior, SparkTest> frozen = new HashMap<>();

        FrozenTests(SparkSide side) {
            this.side = side;
        }

        SparkTest of(GammaPrior prior) {
            return frozen.computeIfAbsent(
                    prior, any -> side == SparkSide.DROP ? SparkTest.drop(1, any) : SparkTest.hold(MARGIN, any));
        }
    }
}
