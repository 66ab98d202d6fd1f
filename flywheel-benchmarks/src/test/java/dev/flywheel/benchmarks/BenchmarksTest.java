package dev.flywheel.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.adtest.AdTestRecord;
import dev.flywheel.core.cycle.Rotation;
import dev.flywheel.core.stats.BudgetKnapsack;
import dev.flywheel.core.stats.FactorModel;
import org.junit.jupiter.api.Test;

/** Each benchmark measures what it says, on a size that takes no time. */
class BenchmarksTest {

    @Test
    void the_verdict_is_one_on_a_week_of_paid_clicks() {
        AdTestBenchmark benchmark = new AdTestBenchmark();
        benchmark.look();
        AdTestRecord verdict = benchmark.verdict();
        assertEquals(7, verdict.numbers().day());
        assertEquals(7 * 75, verdict.numbers().paid().clicks());
        assertTrue(Double.isFinite(verdict.numbers().logEDrop()));
    }

    @Test
    void the_ranking_holds_every_video_and_creator() {
        RankingBenchmark benchmark = new RankingBenchmark();
        benchmark.size = 250;
        benchmark.read();
        assertEquals(250, benchmark.rank().rankings().videos().size());
        assertEquals(50, benchmark.rank().rankings().creators().size());
    }

    @Test
    void the_factor_fit_finds_that_creators_differ() {
        FactorFitBenchmark benchmark = new FactorFitBenchmark();
        benchmark.size = 500;
        benchmark.draw();
        FactorModel model = benchmark.fit();
        assertEquals(0.4, model.tau(FactorModel.CREATOR), 0.2);
    }

    @Test
    void the_budget_is_spent_on_some_videos_and_not_on_others() {
        KnapsackBenchmark benchmark = new KnapsackBenchmark();
        benchmark.size = 50;
        benchmark.draw();
        BudgetKnapsack divided = benchmark.divide();
        assertTrue(divided.spend() > 0 && divided.spend() <= 30 * 50, "spent " + divided.spend());
        assertTrue(divided.value() > 0, "earned " + divided.value());
    }

    @Test
    void the_rotation_ranks_judges_and_proposes() {
        RotationBenchmark benchmark = new RotationBenchmark();
        benchmark.size = 100;
        benchmark.collect();
        Rotation rotation = benchmark.rotate();
        assertEquals(100, rotation.rankings().videos().size());
        assertEquals(2, rotation.adTests().size());
        assertFalse(rotation.actions().isEmpty());
    }
}
