package dev.flywheel.core.learning;

import dev.flywheel.core.stats.SeededDraws;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Ways of choosing the next five briefs, tried out in {@link BriefWorld}. */
enum BriefPolicies {
    DRAWN("drawn, as the engine does"),
    WHOLE_DRAWS("plain Thompson draws, same limits"),
    RANDOM("random"),
    COPY_BEST_RAW("copies of the best by orders per click, same limit"),
    DRAWN_WITHOUT_LIMITS("drawn, without limit and exploration"),
    COPY_THE_BEST_ONE("five copies of the one best by orders per click"),
    ORACLE("who knows the truth, same limit");

    static final int BRIEFS = 5;
    static final int PER_HOOK = 2;
    static final int FIRST_VIDEOS = 30;

    /** Three videos of each brief: fifteen a rotation. */
    static final int VIDEOS_OF_EACH = 3;

    final String words;

    BriefPolicies(String words) {
        this.words = words;
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

    private List<BriefCell> next(BriefWorld world, long seed) {
        return switch (this) {
            case DRAWN -> drawn(world, seed, PER_HOOK, 1, BriefInputs.DRAW_SHARE);
            case WHOLE_DRAWS -> drawn(world, seed, PER_HOOK, 1, 1);
            case DRAWN_WITHOUT_LIMITS -> drawn(world, seed, BRIEFS, 0, BriefInputs.DRAW_SHARE);
            case RANDOM -> shuffled(world, seed).subList(0, BRIEFS);
            case COPY_BEST_RAW -> within(world.bestRawCells());
            case COPY_THE_BEST_ONE ->
                Collections.nCopies(BRIEFS, world.bestRawCells().get(0));
            case ORACLE ->
                within(world.cells().stream()
                        .sorted((left, right) -> Double.compare(world.multiplier(right), world.multiplier(left)))
                        .toList());
        };
    }

    private static List<BriefCell> drawn(BriefWorld world, long seed, int perHook, int explorations, double share) {
        BriefInputs inputs = new BriefInputs(
                world.hooks,
                world.angles,
                world.placements,
                FactorLearning.of(world.outlooks(), BriefWorld.EVERYDAY_RATE).law(),
                world.tried(),
                new BriefInputs.Limits(BRIEFS, perHook, explorations, share, 10),
                new BriefInputs.Worth(BriefWorld.CLICKS, 8),
                List.of(),
                seed);
        return BriefRecord.choose(inputs).chosen().stream()
                .map(BriefRecord.Chosen::cell)
                .toList();
    }

    private static List<BriefCell> shuffled(BriefWorld world, long seed) {
        SeededDraws random = new SeededDraws(seed);
        List<BriefCell> cells = new ArrayList<>(world.cells());
        for (int i = cells.size() - 1; i > 0; i--) {
            Collections.swap(cells, i, random.index(i + 1));
        }
        return cells;
    }

    /** The first five that the limit of briefs per hook lets through. */
    private static List<BriefCell> within(List<BriefCell> inOrder) {
        List<BriefCell> chosen = new ArrayList<>();
        for (BriefCell cell : inOrder) {
            boolean free = chosen.stream()
                            .filter(other -> other.hook().equals(cell.hook()))
                            .count()
                    < PER_HOOK;
            if (free && chosen.size() < BRIEFS) {
                chosen.add(cell);
            }
        }
        return chosen;
    }
}
