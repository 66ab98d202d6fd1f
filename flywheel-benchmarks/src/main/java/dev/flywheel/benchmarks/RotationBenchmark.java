package dev.flywheel.benchmarks;

import dev.flywheel.core.Flywheel;
import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.cycle.Rotation;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A whole rotation: all five phases from evidence to explained actions. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class RotationBenchmark {

    /** How many videos; one in fifty is boosted. */
    @Param({"100", "1000", "10000"})
    public int size;

    private Flywheel flywheel;
    private Evidence evidence;

    /** Makes up the brand. */
    @Setup
    public void collect() {
        SyntheticBrand brand = new SyntheticBrand(size);
        flywheel = Flywheel.of(brand.program());
        evidence = brand.evidence();
    }

    /** {@return the rotation} */
    @Benchmark
    public Rotation rotate() {
        return flywheel.rotate(evidence, SyntheticBrand.AS_OF, 1);
    }
}
