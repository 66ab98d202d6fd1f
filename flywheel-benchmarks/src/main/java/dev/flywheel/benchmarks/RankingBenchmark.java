package dev.flywheel.benchmarks;

import dev.flywheel.core.content.Video;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.performance.VideoHistory;
import dev.flywheel.core.program.Program;
import dev.flywheel.core.winner.Ranking;
import java.util.Map;
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

/** Ranking of all videos and of their creators, hooks, angles and placements, from histories on. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class RankingBenchmark {

    /** How many videos. */
    @Param({"1000", "10000", "100000"})
    public int size;

    private Program program;
    private Map<VideoId, Video> videos;
    private Map<VideoId, VideoHistory> histories;

    /** Works out the histories. */
    @Setup
    public void read() {
        SyntheticBrand brand = new SyntheticBrand(size);
        program = brand.program();
        videos = brand.videos();
        histories = brand.histories();
    }

    /** {@return the ranking} */
    @Benchmark
    public Ranking rank() {
        return Ranking.rank(program, SyntheticBrand.AS_OF, videos, histories, Map.of(), 1);
    }
}
