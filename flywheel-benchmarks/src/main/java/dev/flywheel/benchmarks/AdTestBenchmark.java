package dev.flywheel.benchmarks;

import dev.flywheel.core.Flywheel;
import dev.flywheel.core.adtest.AdTestRecord;
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

/** One day's verdict of one ad test that has run for a week, taken from what its record holds. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class AdTestBenchmark {

    private AdTestRecord record;

    /** Rotates a brand with one boost. */
    @Setup
    public void look() {
        SyntheticBrand brand = new SyntheticBrand(SyntheticBrand.VIDEOS_PER_BOOST);
        record = Objects.requireNonNull(Flywheel.of(brand.program())
                .rotate(brand.evidence(), SyntheticBrand.AS_OF, 1)
                .adTests()
                .get(0)
                .record());
    }

    /** {@return the verdict with all numbers behind it} */
    @Benchmark
    public AdTestRecord verdict() {
        return record.again();
    }
}
