package dev.flywheel.core.winner;

import dev.flywheel.core.content.CreativeTags.Factor;
import dev.flywheel.core.content.Video;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.stats.FactorModel;
import dev.flywheel.core.stats.FactorModelBuilder;
import dev.flywheel.core.stats.GammaPrior;
import dev.flywheel.core.stats.Population;
import dev.flywheel.core.winner.ConversionModel.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Order rates whose prior mean knows what a video's hook, angle, placement and creator usually do (statistics 1.1,
 * stage B). Immutable and thread-safe.
 */
final class FactorRates {

    private final Map<VideoId, Integer> units;
    private final List<int[]> tags;
    private final int[] creators;
    private final double[] reach;
    private final FactorModel model;

    private FactorRates(
            Map<VideoId, Integer> units, List<int[]> tags, int[] creators, double[] reach, FactorModel model) {
        this.units = units;
        this.tags = tags;
        this.creators = creators;
        this.reach = reach;
        this.model = model;
    }

    /** Fits; a video without exposure in {@code seen} does not enter and is predicted from its likes. */
    static FactorRates fit(
            Map<VideoId, Tally> seen, Map<VideoId, Tally> all, Map<VideoId, Video> videos, double categoryRate) {
        Map<VideoId, Integer> units = new TreeMap<>();
        List<@Nullable Video> listed = new ArrayList<>();
        for (VideoId id : all.keySet()) {
            units.put(id, units.size());
            listed.add(videos.get(id));
        }
        double[] reach = all.values().stream().mapToDouble(Tally::reach).toArray();
        FactorModelBuilder builder = FactorModel.builder(
                seen.values().stream().mapToDouble(Tally::orders).toArray(),
                seen.values().stream().mapToDouble(Tally::maturedExposure).toArray(),
                reach);
        List<int[]> tags = new ArrayList<>();
        for (Factor factor : Factor.values()) {
            Levels levels = Levels.of(listed, video -> video.tags().get(factor));
            tags.add(levels.ofUnits);
            builder.factor(factor.name().toLowerCase(Locale.ROOT), levels.ofUnits, levels.size);
        }
        Levels creators = Levels.of(listed, video -> video.creator().map(Object::toString));
        FactorModel model = builder.creators(creators.ofUnits, creators.size)
                .categoryRate(categoryRate)
                .fit();
        return new FactorRates(units, tags, creators.ofUnits, reach, model);
    }

    /** {@return the fit without factors, from which this one started} */
    Population population() {
        return model.population();
    }

    /** Empty for a video that is not known. */
    Optional<GammaPrior> prior(VideoId video) {
        return Optional.ofNullable(units.get(video))
                .map(unit -> model.widenedPriorFor(
                        reach[unit],
                        creators[unit],
                        tags.stream().mapToInt(levels -> levels[unit]).toArray()));
    }

    /** Empty for a video that is not known. */
    Optional<GammaPrior> posterior(VideoId video) {
        return Optional.ofNullable(units.get(video)).map(model::widenedPosterior);
    }

    /** The levels of one factor, numbered in alphabetical order; -1 where a video's is unknown. */
    private static final class Levels {

        private final int[] ofUnits;
        private final int size;

        private Levels(int[] ofUnits, int size) {
            this.ofUnits = ofUnits;
            this.size = size;
        }

        static Levels of(List<@Nullable Video> videos, Function<Video, Optional<String>> name) {
            Map<String, Integer> numbers = new TreeMap<>();
            for (String each : new TreeSet<>(videos.stream()
                    .flatMap(video -> named(video, name).stream())
                    .toList())) {
                numbers.put(each, numbers.size());
            }
            int[] levels = videos.stream()
                    .mapToInt(video -> named(video, name).map(numbers::get).orElse(-1))
                    .toArray();
            return new Levels(levels, numbers.size());
        }

        private static Optional<String> named(@Nullable Video video, Function<Video, Optional<String>> name) {
            return video == null ? Optional.empty() : name.apply(video);
        }
    }
}
