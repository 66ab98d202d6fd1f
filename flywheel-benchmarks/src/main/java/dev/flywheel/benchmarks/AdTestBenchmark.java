package dev.flywheel.benchmarks;

import dev.flywheel.core.adtest.AdTest;
import dev.flywheel.core.adtest.AdTestReading;
import dev.flywheel.core.performance.VideoHistory;
import dev.flywheel.core.winner.Ranking;
import dev.flywheel.core.winner.VideoOutlook;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One day's verdict of one ad test, prior and money known. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class AdTestBenchmark {

    private AdTest test;
    private VideoHistory history;

    /** Freezes the test of a boost that has run for a week. */
    @Setup
    public void freeze() {
        SyntheticBrand brand = new SyntheticBrand(SyntheticBrand.VIDEOS_PER_BOOST);
        history =
                Objects.requireNonNull(brand.histories().get(brand.firstBoost().video()));
        Ranking ranking =
                Ranking.rank(brand.program(), SyntheticBrand.AS_OF, brand.videos(), brand.histories(), Map.of(), 1);
        VideoOutlook outlook = Objects.requireNonNull(ranking.outlooks().get(history.video()));
        test = new AdTest(
                brand.firstBoost(),
                outlook.prior(),
                outlook.economics(),
                brand.program().policy(),
                0.67,
                1.3);
    }

    /** {@return the reading} */
    @Benchmark
    public AdTestReading verdict() {
        return test.read(history, SyntheticBrand.AS_OF);
    }
}
