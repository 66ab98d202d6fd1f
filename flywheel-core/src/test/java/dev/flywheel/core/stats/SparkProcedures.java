package dev.flywheel.core.stats;

import dev.flywheel.core.stats.SparkCalibration.Procedure;
import dev.flywheel.core.stats.SparkCalibration.View;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The test as shipped, and the mistakes that the calibration has to catch. */
final class SparkProcedures {

    static final double MARGIN = 0.8;

    private SparkProcedures() {}

    static Procedure stop() {
        FrozenTests tests = new FrozenTests(prior -> SparkTest.drop(1, prior));
        return view -> tests.of(view).logE(view.matured(), view.eta());
    }

    static Procedure stopUnderOnePrior() {
        FrozenTests tests = new FrozenTests(prior -> SparkTest.drop(1, prior));
        return view -> tests.of(view).plainLogE(view.matured(), view.eta());
    }

    static Procedure scale() {
        FrozenTests tests = new FrozenTests(prior -> SparkTest.hold(MARGIN, prior));
        return view -> tests.of(view).logE(view.matured(), view.eta());
    }

    /** Freezes one test per prior, as a programme would, instead of laying a new grid for every look. */
    private static final class FrozenTests {

        private final Function<GammaPrior, SparkTest> definition;
        private final Map<GammaPrior, SparkTest> frozen = new HashMap<>();

        FrozenTests(Function<GammaPrior, SparkTest> definition) {
            this.definition = definition;
        }

        SparkTest of(View view) {
            return frozen.computeIfAbsent(view.prior(), definition);
        }
    }

    /** Takes the winner's own organic record at face value: A = x0, B = T0. */
    static Procedure stopOnRawBaseline() {
        GammaPrior none = new GammaPrior(1e-6, 1e-6);
        SparkTest test = SparkTest.drop(1, none);
        return view -> test.logE(view.matured(), view.eta());
    }

    /** Compares with the winner's own organic rate as if it were known. */
    static Procedure stopOnRawRate() {
        return view -> {
            SparkTotals t = view.matured();
            GammaPrior known = new GammaPrior(1e9, 1e9 * t.organicExposure() / t.organicOrders());
            SparkTotals paidOnly = new SparkTotals(0, 0, t.paidOrders(), t.paidExposure());
            return SparkTest.drop(1, known).plainLogE(paidOnly, view.eta());
        };
    }

    /** Expects of this morning's click what a click brings in a week. */
    static Procedure stopOnNaiveClicks() {
        FrozenTests tests = new FrozenTests(prior -> SparkTest.drop(1, prior));
        return view -> tests.of(view).logE(view.clicks(), view.eta());
    }

    /** A one-sided two-proportion z-test, repeated daily. */
    static Procedure stopByDailyZTest() {
        return view -> -Math.log(zTest(view.clicks()));
    }

    private static double zTest(SparkTotals t) {
        double pooled = (t.organicOrders() + t.paidOrders()) / (t.organicExposure() + t.paidExposure());
        double variance = pooled * (1 - pooled) * (1 / t.organicExposure() + 1 / t.paidExposure());
        double difference = t.paidOrders() / t.paidExposure() - t.organicOrders() / t.organicExposure();
        return variance > 0 ? NormalDistribution.of(0, 1).cumulativeProbability(difference / Math.sqrt(variance)) : 1;
    }
}
