package dev.flywheel.benchmarks;

import dev.flywheel.core.stats.BudgetKnapsack;
import dev.flywheel.core.stats.ResponseCurve;
import dev.flywheel.core.stats.SeededDraws;
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

/** The exact division of a day's ad money among videos: nothing, or 50 to 150 dollars in steps of ten, each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class KnapsackBenchmark {

    private static final int LEVELS = 12;

    /** How many videos; the budget is $30 for each. */
    @Param({"50", "200", "800"})
    public int size;

    private long[][] costs;
    private double[][] values;

    /** Draws how much each video's clicks are worth. */
    @Setup
    public void draw() {
        SeededDraws draws = new SeededDraws(20261116);
        costs = new long[size][LEVELS];
        values = new double[size][LEVELS];
        for (int video = 0; video < size; video++) {
            ResponseCurve curve = new ResponseCurve(100, 0.67, 0.85);
            double perClick = 0.6 * Math.exp(0.5 * draws.normal());
            for (int level = 1; level < LEVELS; level++) {
                costs[video][level] = 40 + 10L * level;
                values[video][level] = curve.profit((double) costs[video][level], perClick);
            }
        }
    }

    /** {@return the division} */
    @Benchmark
    public BudgetKnapsack divide() {
        return BudgetKnapsack.solve(costs, values, 30L * size);
    }
}
