package dev.flywheel.core.stats;

import dev.flywheel.core.stats.SparkCalibration.Procedure;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The classic mistakes, each in a world that punishes it: a calibration that lets one pass proves nothing. */
enum SparkMistakes {
    /** Takes the winner's own organic record at face value: A = x0, B = T0. */
    RAW_BASELINE("the winner's own record as baseline", lean()) {
        @Override
        Procedure procedure() {
            SparkTest test = SparkTest.drop(1, new GammaPrior(1e-6, 1e-6));
            return look -> test.plainLogE(look.growing(), look.eta());
        }
    },
    /** Compares with the winner's own organic rate as if it were known. */
    RAW_RATE("the winner's own rate as if known", lean()) {
        @Override
        Procedure procedure() {
            return look -> {
                SparkTotals seen = look.growing();
                GammaPrior known = new GammaPrior(1e9, 1e9 * seen.organicExposure() / seen.organicOrders());
                SparkTotals paidOnly = new SparkTotals(0, 0, seen.paidOrders(), seen.paidExposure());
                return SparkTest.drop(1, known).plainLogE(paidOnly, look.eta());
            };
        }
    },
    /** Expects of this morning's click what a click brings in a week. */
    NAIVE_CLICKS("clicks as if their orders were all in", new SparkWorld().with(w -> w.late = true)) {
        @Override
        Procedure procedure() {
            return look -> SparkTest.drop(1, look.prior()).plainLogE(look.clicks(), look.eta());
        }
    },
    /** A one-sided two-proportion z-test, repeated daily. */
    DAILY_Z_TEST("a z-test every day", new SparkWorld()) {
        @Override
        Procedure procedure() {
            return look -> -Math.log(zTest(look.clicks()));
        }
    };

    private final String words;
    private final SparkWorld world;

    SparkMistakes(String words, SparkWorld world) {
        this.words = words;
        this.world = world;
    }

    abstract Procedure procedure();

    /** {@return a world without a drop in which the mistake shows} */
    SparkWorld world() {
        return world;
    }

    @Override
    public String toString() {
        return words;
    }

    /** A short organic record and no organic traffic beside the ad: the winner's luck is all that is known of it. */
    private static SparkWorld lean() {
        return new SparkWorld().with(w -> {
            w.clicksBefore = 300;
            w.organicPerDay = 0;
        });
    }

    static Stream<SparkMistakes> all() {
        return Stream.of(values());
    }

    private static double zTest(SparkTotals t) {
        double pooled = (t.organicOrders() + t.paidOrders()) / (t.organicExposure() + t.paidExposure());
        double variance = pooled * (1 - pooled) * (1 / t.organicExposure() + 1 / t.paidExposure());
        double difference = t.paidOrders() / t.paidExposure() - t.organicOrders() / t.organicExposure();
        return variance > 0 ? NormalDistribution.of(0, 1).cumulativeProbability(difference / Math.sqrt(variance)) : 1;
    }
}
