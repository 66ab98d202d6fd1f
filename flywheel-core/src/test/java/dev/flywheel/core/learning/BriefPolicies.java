package dev.flywheel.core.learning;

import dev.flywheel.core.stats.SeededDraws;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Ways of choosing the next five briefs, tried out in {@link BriefWorld}. */
enum BriefPolicies {
    THOMPSON,
    RANDOM,
    THOMPSON_FREE,
    THOMPSON_ONE,
    COPY_BEST_RAW,
    COPY_FIVE_BEST_RAW,
    ORACLE;

    static final int BRIEFS = 5;
    static final int FIRST_VIDEOS = 30;

    /** Three videos of each brief: some fifteen a rotation. */
    static final int VIDEOS_OF_EACH = 3;

    List<BriefCell> next(BriefWorld world, long seed) {
        return switch (this) {
            case THOMPSON ->
                BriefRecord.choose(inputs(world, seed)).chosen().stream()
                        .map(BriefRecord.Chosen::cell)
                        .toList();
            case THOMPSON_FREE ->
                BriefRecord.choose(Laws.with(inputs(world, seed), new BriefInputs.Limits(5, 5, 0, 10)))
                        .chosen()
                        .stream()
                        .map(BriefRecord.Chosen::cell)
                        .toList();
            case THOMPSON_ONE ->
                Collections.nCopies(
                        BRIEFS,
                        BriefRecord.choose(Laws.with(inputs(world, seed), new BriefInputs.Limits(1, 1, 0, 10)))
                                .chosen()
                                .get(0)
                                .cell());
            case COPY_FIVE_BEST_RAW -> within(world.bestRawCells());
            case RANDOM -> shuffled(world, seed).subList(0, BRIEFS);
            case COPY_BEST_RAW ->
                Collections.nCopies(BRIEFS, world.bestRawCells().get(0));
            case ORACLE ->
                within(world.cells().stream()
                        .sorted((left, right) -> Double.compare(world.multiplier(right), world.multiplier(left)))
                        .toList());
        };
    }

    /** The true value of the briefs of each rotation. */
    double[] play(BriefWorld.Size size, long seed, int rotations) {
        BriefWorld world = new BriefWorld(size, seed, FIRST_VIDEOS);
        double[] earned = new double[rotations];
        for (int rotation = 0; rotation < rotations; rotation++) {
            List<BriefCell> briefs = next(world, 1000 * seed + rotation);
            earned[rotation] = world.multiplier(briefs);
            world.make(briefs, VIDEOS_OF_EACH);
        }
        return earned;
    }

    static BriefInputs inputs(BriefWorld world, long seed) {
        return new BriefInputs(
                world.hooks,
                world.angles,
                world.placements,
                FactorLearning.of(world.outlooks(), BriefWorld.EVERYDAY_RATE).law(),
                world.tried(),
                new BriefInputs.Limits(BRIEFS, 2, 1, 10),
                new BriefInputs.Worth(BriefWorld.CLICKS, 8),
                List.of(),
                seed);
    }

    private static List<BriefCell> shuffled(BriefWorld world, long seed) {
        SeededDraws random = new SeededDraws(seed);
        List<BriefCell> cells = new ArrayList<>(world.cells());
        for (int i = cells.size() - 1; i > 0; i--) {
            Collections.swap(cells, i, random.index(i + 1));
        }
        return cells;
    }

    /** The first five that the limit of two briefs per hook lets through. */
    private static List<BriefCell> within(List<BriefCell> inOrder) {
        List<BriefCell> chosen = new ArrayList<>();
        for (BriefCell cell : inOrder) {
            boolean free = chosen.stream()
                            .filter(other -> other.hook().equals(cell.hook()))
                            .count()
                    < 2;
            if (free && chosen.size() < BRIEFS) {
                chosen.add(cell);
            }
        }
        return chosen;
    }
}
