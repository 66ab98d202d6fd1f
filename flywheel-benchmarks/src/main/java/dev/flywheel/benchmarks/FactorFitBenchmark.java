package dev.flywheel.benchmarks;

import dev.flywheel.core.stats.FactorModel;
import dev.flywheel.core.stats.GammaPrior;
import dev.flywheel.core.stats.SeededDraws;
import java.util.Arrays;
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

/** The fit of what hooks, angles, placements and creators do, interactions included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class FactorFitBenchmark {

    private static final int HOOKS = 6;
    private static final int ANGLES = 5;
    private static final int PLACEMENTS = 4;

    /** How many videos; a fifth as many creators. */
    @Param({"1000", "10000"})
    public int size;

    private double[] orders;
    private double[] clicks;
    private double[] views;
    private int[] hooks;
    private int[] angles;
    private int[] placements;
    private int[] creators;

    /** Draws videos whose hooks and creators truly differ. */
    @Setup
    public void draw() {
        SeededDraws draws = new SeededDraws(20261116);
        orders = new double[size];
        clicks = new double[size];
        views = new double[size];
        hooks = new int[size];
        angles = new int[size];
        placements = new int[size];
        creators = new int[size];
        double[] hookEffects = new double[HOOKS];
        Arrays.setAll(hookEffects, i -> 0.3 * draws.normal());
        double[] creatorEffects = new double[creators()];
        Arrays.setAll(creatorEffects, i -> 0.4 * draws.normal());
        for (int v = 0; v < size; v++) {
            hooks[v] = draws.index(HOOKS);
            angles[v] = draws.index(ANGLES);
            placements[v] = draws.index(PLACEMENTS);
            creators[v] = v % creators();
            clicks[v] = 50 + draws.index(950);
            views[v] = 40 * clicks[v];
            double mean = 0.03 * Math.exp(hookEffects[hooks[v]] + creatorEffects[creators[v]]);
            orders[v] = Math.rint(clicks[v] * draws.of(new GammaPrior(4, 4 / mean), 1)[0]);
        }
    }

    private int creators() {
        return size / 5;
    }

    /** {@return the fitted model} */
    @Benchmark
    public FactorModel fit() {
        return FactorModel.builder(orders, clicks, views)
                .factor("hook", hooks, HOOKS)
                .factor("angle", angles, ANGLES)
                .factor("placement", placements, PLACEMENTS)
                .interaction("hook", "angle")
                .creators(creators, creators())
                .fit();
    }
}
