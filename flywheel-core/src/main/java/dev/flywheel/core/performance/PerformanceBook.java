package dev.flywheel.core.performance;

import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.program.ProductId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything observed, each thing once: a newer observation of the same subject, period, traffic and source replaces
 * the older one, and a newer export of an order line replaces the older line. The order of recording never matters.
 * Immutable and thread-safe; build with {@link #builder()}.
 */
public final class PerformanceBook {

    private static final Comparator<Observation> FINEST_FIRST = Comparator.<Observation>comparingLong(
                    observation -> observation.period().days())
            .thenComparing(Observation::asOf, Comparator.reverseOrder())
            .thenComparing(Observation::period);

    private final Map<Subject, List<Observation>> bySubject;
    private final Map<VideoId, List<Subject.OfVideo>> partsByVideo;
    private final Map<VideoId, List<OrderLine>> linesByVideo;
    private final List<OrderLine> lines;

    private PerformanceBook(Builder builder) {
        Map<Subject, List<Observation>> subjects = new HashMap<>(2 * builder.observations.size());
        builder.observations.forEach((subject, seen) -> subjects.put(subject, seen.newest()));
        bySubject = subjects;
        partsByVideo = partsByVideo(subjects.keySet());
        List<OrderLine> ordered = new ArrayList<>();
        builder.lines.values().forEach(dated -> ordered.add(dated.line));
        lines = Collections.unmodifiableList(ordered);
        Map<VideoId, List<OrderLine>> videos = new HashMap<>();
        for (OrderLine line : ordered) {
            line.video()
                    .ifPresent(video -> videos.computeIfAbsent(video, any -> new ArrayList<>())
                            .add(line));
        }
        linesByVideo = videos;
    }

    /**
     * Starts an empty book.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return the subjects, in no particular order} */
    public Collection<Subject> subjects() {
        return Collections.unmodifiableCollection(bySubject.keySet());
    }

    /**
     * All observations of a subject.
     *
     * @param subject the subject
     * @return its observations by source, traffic and period
     */
    public List<Observation> of(Subject subject) {
        return Collections.unmodifiableList(bySubject.getOrDefault(subject, List.of()));
    }

    /**
     * The observations of a subject that may be added up: of overlapping periods the shorter one, and of two equally
     * long ones the newer, is kept.
     *
     * @param subject the subject
     * @param source the kind of report
     * @param traffic the traffic
     * @return observations whose periods share no day, in order of time
     */
    public List<Observation> disjoint(Subject subject, Source source, Traffic traffic) {
        List<Observation> candidates = of(subject).stream()
                .filter(observation -> observation.source() == source && observation.traffic() == traffic)
                .sorted(FINEST_FIRST)
                .toList();
        TreeMap<Period, Observation> kept = new TreeMap<>();
        for (Observation candidate : candidates) {
            Period period = candidate.period();
            Map.Entry<Period, Observation> before = kept.floorEntry(new Period(period.lastDay(), period.lastDay()));
            Map.Entry<Period, Observation> after = kept.ceilingEntry(new Period(period.firstDay(), period.firstDay()));
            boolean free = (before == null || !before.getKey().overlaps(period))
                    && (after == null || !after.getKey().overlaps(period));
            if (free) {
                kept.put(period, candidate);
            }
        }
        return List.copyOf(kept.values());
    }

    /**
     * The observations of a video and of its product parts that may be added up. A report of the whole video and a
     * report of one of its parts tell of the same events, so of overlapping ones the shorter, and of equally long ones
     * the whole, is kept.
     *
     * @param video the video
     * @param source the kind of report
     * @param traffic the traffic
     * @return observations that share no event, the whole video's first, each part's in order of time
     */
    public List<Observation> disjoint(VideoId video, Source source, Traffic traffic) {
        List<Subject.OfVideo> parts = partsOf(video);
        List<Observation> all = parts.stream()
                .flatMap(part -> disjoint(part, source, traffic).stream())
                .toList();
        Subject whole = new Subject.OfVideo(video, null);
        if (parts.size() < 2 || !parts.get(0).equals(whole)) {
            return all;
        }
        List<Observation> wholes =
                all.stream().filter(seen -> seen.subject().equals(whole)).toList();
        List<Observation> finer = all.stream()
                .filter(seen -> !seen.subject().equals(whole))
                .filter(part -> wholes.stream()
                        .noneMatch(seen -> seen.period().overlaps(part.period())
                                && seen.period().days() <= part.period().days()))
                .toList();
        Stream<Observation> rest = wholes.stream()
                .filter(seen -> finer.stream().noneMatch(part -> part.period().overlaps(seen.period())));
        return Stream.concat(rest, finer.stream()).toList();
    }

    /** {@return the videos that anything was observed of} */
    public Collection<VideoId> videos() {
        TreeSet<VideoId> videos = new TreeSet<>(partsByVideo.keySet());
        videos.addAll(linesByVideo.keySet());
        return Collections.unmodifiableCollection(videos);
    }

    /**
     * The subjects that report on a video: the whole of it, or one for each of its products.
     *
     * @param video the video
     * @return the subjects, the whole first, then by product
     */
    public List<Subject.OfVideo> partsOf(VideoId video) {
        return Collections.unmodifiableList(partsByVideo.getOrDefault(video, List.of()));
    }

    /** {@return every order line once, by order and SKU} */
    public List<OrderLine> orderLines() {
        return lines;
    }

    /**
     * The order lines that a video led to.
     *
     * @param video the video
     * @return its lines, by order and SKU
     */
    public List<OrderLine> orderLines(VideoId video) {
        return Collections.unmodifiableList(linesByVideo.getOrDefault(video, List.of()));
    }

    private static Map<VideoId, List<Subject.OfVideo>> partsByVideo(Collection<Subject> subjects) {
        Map<VideoId, List<Subject.OfVideo>> parts = new HashMap<>();
        for (Subject subject : subjects) {
            if (subject instanceof Subject.OfVideo part) {
                parts.computeIfAbsent(part.video(), any -> new ArrayList<>()).add(part);
            }
        }
        Comparator<Subject.OfVideo> wholeFirst = Comparator.comparing(
                part -> part.product().map(ProductId::value).orElse(""));
        parts.values().forEach(list -> list.sort(wholeFirst));
        return parts;
    }

    /** Records observations and order lines in any order. Not thread-safe. */
    public static final class Builder {

        private final Map<Subject, ObservationsOfSubject> observations = new HashMap<>();
        private final TreeMap<String, DatedLine> lines = new TreeMap<>();

        /** Sources tell of one subject after the other. */
        private @Nullable Subject lastSubject;

        private ObservationsOfSubject ofLastSubject = new ObservationsOfSubject();

        private Builder() {}

        /**
         * Records an observation; it replaces an older one of the same thing.
         *
         * @param observation what was observed
         * @return this
         */
        public Builder record(Observation observation) {
            if (!observation.subject().equals(lastSubject)) {
                lastSubject = observation.subject();
                ofLastSubject = observations.computeIfAbsent(lastSubject, any -> new ObservationsOfSubject());
            }
            ofLastSubject.add(observation);
            return this;
        }

        /**
         * Records an order line; it replaces an older export of the same order and SKU.
         *
         * @param line the line
         * @param asOf when the source said so
         * @return this
         */
        public Builder record(OrderLine line, Instant asOf) {
            lines.merge(
                    line.orderId() + '\n' + line.skuId(),
                    new DatedLine(line, asOf),
                    (old, young) -> DatedLine.NEWER.compare(old, young) >= 0 ? old : young);
            return this;
        }

        /** {@return the book} */
        public PerformanceBook build() {
            return new PerformanceBook(this);
        }
    }

    private record DatedLine(OrderLine line, Instant asOf) {

        private static final Comparator<DatedLine> NEWER = Comparator.comparing(DatedLine::asOf)
                .thenComparing(dated -> dated.line.status())
                .thenComparing(dated -> dated.line.describe());
    }
}
