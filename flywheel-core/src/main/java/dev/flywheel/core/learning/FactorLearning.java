package dev.flywheel.core.learning;

import dev.flywheel.core.content.CreativeTags.Factor;
import dev.flywheel.core.content.Video;
import dev.flywheel.core.roster.CreatorId;
import dev.flywheel.core.stats.FactorEffect;
import dev.flywheel.core.stats.FactorModel;
import dev.flywheel.core.winner.VideoOutlook;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * What hooks, angles, placements and formats do to conversion: one model of all videos that parts them from each other
 * and from the creators (statistics 4). Organic orders and matured exposure, as in the ranking. Immutable and thread-safe.
 */
public final class FactorLearning {

    private final List<VideoOutlook> videos;
    private final List<String> hooks;
    private final List<String> angles;
    private final List<String> placements;
    private final FactorModel model;

    private FactorLearning(Collection<VideoOutlook> outlooks, double categoryRate) {
        videos = List.copyOf(outlooks);
        hooks = tags(Factor.HOOK);
        angles = tags(Factor.ANGLE);
        placements = tags(Factor.PLACEMENT);
        List<String> formats = tags(Factor.FORMAT);
        List<String> creators = names(FactorLearning::creator);
        model = FactorModel.builder(
                        numbers(outlook -> outlook.counted().orders()),
                        numbers(outlook -> outlook.counted().maturedExposure()),
                        numbers(outlook -> outlook.counted().reach()))
                .factor(name(Factor.HOOK), levels(tag(Factor.HOOK), hooks), hooks.size())
                .factor(name(Factor.ANGLE), levels(tag(Factor.ANGLE), angles), angles.size())
                .factor(name(Factor.PLACEMENT), levels(tag(Factor.PLACEMENT), placements), placements.size())
                .factor(name(Factor.FORMAT), levels(tag(Factor.FORMAT), formats), formats.size())
                .interaction(name(Factor.HOOK), name(Factor.ANGLE))
                .interaction(name(Factor.ANGLE), name(Factor.PLACEMENT))
                .creators(levels(FactorLearning::creator, creators), creators.size())
                .categoryRate(categoryRate)
                .fit();
    }

    /**
     * Learns.
     *
     * @param videos what is believed of each video
     * @param categoryRate the usual order rate of the category, for a brand with few videos
     * @return what they teach
     */
    public static FactorLearning of(Collection<VideoOutlook> videos, double categoryRate) {
        return new FactorLearning(videos, categoryRate);
    }

    /**
     * Tags of a kind that some video carries.
     *
     * @param factor the kind
     * @return the tags, in order of name
     */
    public List<String> tags(Factor factor) {
        return names(tag(factor));
    }

    /** {@return every tag that some video carries, by kind and name, with its effect} */
    public List<TagEffect> effects() {
        List<TagEffect> effects = new ArrayList<>();
        for (Factor factor : Factor.values()) {
            List<String> tags = tags(factor);
            for (int level = 0; level < tags.size(); level++) {
                effects.add(effect(factor, tags.get(level), model.comparedWithOthers(name(factor), level)));
            }
        }
        return effects;
    }

    /** {@return what is believed of all effects together} */
    public EffectLaw law() {
        return FactorLaw.of(model, hooks, angles, placements);
    }

    private TagEffect effect(Factor factor, String tag, FactorEffect fitted) {
        List<VideoOutlook> behind = videos.stream()
                .filter(outlook -> outlook.counted().maturedExposure() > 0)
                .filter(outlook ->
                        outlook.video().tags().get(factor).filter(tag::equals).isPresent())
                .toList();
        long creators = behind.stream()
                .flatMap(outlook -> outlook.video().creator().stream())
                .distinct()
                .count();
        return new TagEffect(
                factor, tag, fitted.multiplier(), fitted.probabilityPositive(), fitted.lfsr(), behind.size(), (int)
                        creators);
    }

    /** The name of a factor in the model. */
    static String name(Factor factor) {
        return factor.name().toLowerCase(Locale.ROOT);
    }

    private static Function<Video, Optional<String>> tag(Factor factor) {
        return video -> video.tags().get(factor);
    }

    private static Optional<String> creator(Video video) {
        return video.creator().map(CreatorId::value);
    }

    private List<String> names(Function<Video, Optional<String>> name) {
        return videos.stream()
                .flatMap(outlook -> name.apply(outlook.video()).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private int[] levels(Function<Video, Optional<String>> name, List<String> names) {
        return videos.stream()
                .mapToInt(outlook -> name.apply(outlook.video())
                        .map(known -> Collections.binarySearch(names, known))
                        .orElse(-1))
                .toArray();
    }

    private double[] numbers(ToDoubleFunction<VideoOutlook> number) {
        return videos.stream().mapToDouble(number).toArray();
    }
}
