package dev.flywheel.core.cycle;

import dev.flywheel.core.content.Brief;
import dev.flywheel.core.content.CreativeTags;
import dev.flywheel.core.content.CreativeTags.Factor;
import dev.flywheel.core.content.Video;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.program.Policy;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.stats.SeededDraws;
import dev.flywheel.core.winner.Rankings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What the next videos should try: hook, angle and placement by Thompson draws, so that what pays is asked for most and
 * what is unsure gets its chance. Effects of the three add up; the full factor model is not part of this yet.
 *
 * <p>A brief that leans on a tag of fewer than three creators, or fills a slot kept for it with one of the least tried
 * combinations, is exploration.
 */
final class NextBriefs {

    /** Levels of one kind that one draw looks at; the additive best cell always lies among the first. */
    private static final int LEVELS = 30;

    private final Currency currency;
    private final Policy policy;
    private final List<TagLevel> hooks;
    private final List<TagLevel> angles;
    private final List<TagLevel> placements;
    private final Map<String, Integer> tried = new TreeMap<>();
    private final SeededDraws random;
    private final List<Choice> chosen = new ArrayList<>();

    private NextBriefs(Measured measured, Selected selected, long seed) {
        currency = measured.program().currency();
        policy = measured.program().policy();
        Rankings rankings = selected.rankings();
        double variance = variance(rankings);
        hooks = TagLevel.of(rankings.hooks(), variance);
        angles = TagLevel.of(rankings.angles(), variance);
        placements = TagLevel.of(rankings.placements(), variance);
        for (Video video : measured.videos().values()) {
            cell(video.tags()).ifPresent(cell -> tried.merge(cell, 1, Integer::sum));
        }
        random = Draws.stream(seed, "briefs");
    }

    static List<Choice> choose(Measured measured, Selected selected, long seed) {
        NextBriefs briefs = new NextBriefs(measured, selected, seed);
        if (!briefs.hooks.isEmpty() && !briefs.angles.isEmpty() && !briefs.placements.isEmpty()) {
            briefs.choose();
        }
        return List.copyOf(briefs.chosen);
    }

    /** Exploration is at least one brief of five, unless the policy wants none. */
    static int explorations(Policy policy) {
        int briefs = policy.count(PolicyNumber.BRIEFS);
        double share = policy.number(PolicyNumber.BRIEF_EXPLORATION_SHARE);
        int wanted = (int) Math.floor(share * briefs + 1e-9);
        return share > 0 && briefs >= 5 ? Math.max(1, wanted) : wanted;
    }

    static int briefsPerHook(Policy policy) {
        double limit = policy.number(PolicyNumber.BRIEF_HOOK_SHARE) * policy.count(PolicyNumber.BRIEFS);
        return Math.max(1, (int) Math.floor(limit + 1e-9));
    }

    private void choose() {
        int slots = policy.count(PolicyNumber.BRIEFS);
        int explorations = explorations(policy);
        for (int slot = 0; slot < slots; slot++) {
            boolean exploring = slot >= slots - explorations;
            Optional<Cell> next = exploring ? Optional.empty() : draw(Cell::supported);
            if (next.isEmpty()) {
                int fewest = fewestTried();
                next = draw(cell -> !cell.supported() || tried(cell) == fewest).or(() -> draw(cell -> true));
                exploring = true;
            }
            boolean exploration = exploring;
            next.ifPresent(cell -> chosen.add(choice(cell, exploration)));
        }
    }

    /** Where every combination has been tried, the least tried one teaches most. */
    private int fewestTried() {
        int fewest = Integer.MAX_VALUE;
        for (TagLevel hook : hooks) {
            for (TagLevel angle : angles) {
                for (TagLevel placement : placements) {
                    Cell cell = new Cell(hook, angle, placement);
                    if (hookIsFree(hook) && isNew(cell)) {
                        fewest = Math.min(fewest, tried(cell));
                    }
                }
            }
        }
        return fewest;
    }

    private Optional<Cell> draw(Predicate<Cell> allowed) {
        List<Drawn> ofHooks = draw(hooks.stream().filter(this::hookIsFree).toList());
        List<Drawn> ofAngles = draw(angles);
        List<Drawn> ofPlacements = draw(placements);
        Cell best = null;
        double highest = Double.NEGATIVE_INFINITY;
        for (Drawn hook : ofHooks) {
            for (Drawn angle : ofAngles) {
                for (Drawn placement : ofPlacements) {
                    double value = hook.value + angle.value + placement.value;
                    if (value > highest) {
                        Cell cell = new Cell(hook.level, angle.level, placement.level);
                        boolean free = isNew(cell) && allowed.test(cell);
                        highest = free ? value : highest;
                        best = free ? cell : best;
                    }
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private List<Drawn> draw(List<TagLevel> levels) {
        return levels.stream()
                .map(level -> new Drawn(level, level.draw(random.normal())))
                .sorted(Comparator.comparing((Drawn drawn) -> -drawn.value))
                .limit(LEVELS)
                .toList();
    }

    private boolean hookIsFree(TagLevel hook) {
        return chosen.stream()
                        .filter(choice -> choice.brief.hook().equals(hook.name()))
                        .count()
                < briefsPerHook(policy);
    }

    private boolean isNew(Cell cell) {
        return chosen.stream()
                .map(Choice::brief)
                .noneMatch(brief -> brief.hook().equals(cell.hook.name())
                        && brief.angle().equals(cell.angle.name())
                        && brief.placement().equals(cell.placement.name()));
    }

    private Choice choice(Cell cell, boolean exploration) {
        int videos = tried(cell);
        List<String> because = List.of(
                cell.hook.because("hook", currency),
                cell.angle.because("angle", currency),
                cell.placement.because("placement", currency),
                (videos == 0
                                ? "Nobody has tried the three together yet"
                                : videos + " videos have tried the three together")
                        + (exploration ? "; it is here to learn." : "."));
        Brief brief = new Brief(cell.hook.name(), cell.angle.name(), cell.placement.name(), exploration, because);
        return new Choice(brief, Draws.normal(cell.effect(), cell.deviation()));
    }

    private int tried(Cell cell) {
        return tried.getOrDefault(key(cell.hook.name(), cell.angle.name(), cell.placement.name()), 0);
    }

    private static Optional<String> cell(CreativeTags tags) {
        return tags.get(Factor.HOOK)
                .flatMap(hook -> tags.get(Factor.ANGLE)
                        .flatMap(angle -> tags.get(Factor.PLACEMENT).map(placement -> key(hook, angle, placement))));
    }

    private static String key(String hook, String angle, String placement) {
        return String.join("\n", hook, angle, placement);
    }

    private static double variance(Rankings rankings) {
        double[] values = rankings.videos().stream()
                .mapToDouble(video -> video.standing().netContribution().mean())
                .sorted()
                .toArray();
        double mean = Arrays.stream(values).average().orElse(0);
        return values.length < 2
                ? 0
                : Arrays.stream(values)
                                .map(value -> (value - mean) * (value - mean))
                                .sum()
                        / (values.length - 1);
    }

    /**
     * A brief and what it is expected to bring per video above the average brief.
     *
     * @param brief the brief
     * @param gain money per video
     */
    record Choice(Brief brief, Estimate gain) {

        Action action(Currency currency) {
            String text = "Ask for a video with hook '" + brief.hook() + "', angle '" + brief.angle()
                    + "' and placement '" + brief.placement() + "'" + (brief.exploration() ? ", to learn." : ".");
            List<String> because = new ArrayList<>(brief.because());
            because.add("Expected difference to the average brief: " + Facts.text(gain) + " " + currency
                    + " per video. Creators choose hooks themselves, so part of it may be the creators.");
            String unless = gain.low() > 0
                    ? "Choose another one if the product cannot be shown this way."
                    : "Choose another one if its videos bring " + Facts.number(Math.max(0, -gain.low()))
                            + " less than the average video; that cannot be ruled out.";
            return new Action.SendBrief(
                    brief, new Explanation(text, gain, Money.zero(currency), because, unless, true));
        }
    }

    private record Drawn(TagLevel level, double value) {}

    private record Cell(TagLevel hook, TagLevel angle, TagLevel placement) {

        boolean supported() {
            return hook.supported() && angle.supported() && placement.supported();
        }

        double effect() {
            return hook.effect() + angle.effect() + placement.effect();
        }

        double deviation() {
            return Math.sqrt(Math.pow(hook.deviation(), 2)
                    + Math.pow(angle.deviation(), 2)
                    + Math.pow(placement.deviation(), 2));
        }
    }
}
