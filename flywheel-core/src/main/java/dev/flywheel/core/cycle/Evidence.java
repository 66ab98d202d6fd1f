package dev.flywheel.core.cycle;

import dev.flywheel.core.adtest.AdTestStart;
import dev.flywheel.core.content.Authorization;
import dev.flywheel.core.content.CreativeTags;
import dev.flywheel.core.content.Video;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.performance.Coverage;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.ImportReport;
import dev.flywheel.core.performance.Observation;
import dev.flywheel.core.performance.OrderLine;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.roster.CreatorId;
import dev.flywheel.core.roster.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything a rotation may look at, from whatever source. Immutable and thread-safe. The order in which it was
 * collected never changes a result.
 */
public final class Evidence {

    private final List<Observation> observations;
    private final List<DatedLine> orderLines;
    private final List<Coverage> coverage;
    private final List<Video> videos;
    private final Map<VideoId, CreativeTags> tags;
    private final Set<CreatorId> prospects;
    private final List<Sample> samples;
    private final List<Authorization> authorizations;
    private final List<AdTestStart> adTests;
    private final List<BrandedSearch> brandedSearches;
    private final List<ImportReport> imports;
    private final List<Finding> findings;

    private Evidence(Builder builder) {
        observations = List.copyOf(builder.observations);
        orderLines = List.copyOf(builder.orderLines);
        coverage = List.copyOf(builder.coverage);
        videos = List.copyOf(builder.videos);
        tags = Collections.unmodifiableMap(new TreeMap<>(builder.tags));
        prospects = Collections.unmodifiableSet(new TreeSet<>(builder.prospects));
        samples = List.copyOf(builder.samples);
        authorizations = List.copyOf(builder.authorizations);
        adTests = List.copyOf(builder.adTests);
        brandedSearches = List.copyOf(builder.brandedSearches);
        imports = List.copyOf(builder.imports);
        findings = List.copyOf(builder.findings);
    }

    /**
     * Starts an empty collection.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return what sources reported} */
    public List<Observation> observations() {
        return observations;
    }

    /** {@return affiliate order lines, each with the instant its export knew it} */
    public List<DatedLine> orderLines() {
        return orderLines;
    }

    /** {@return the days that exports of single events cover: an event that is absent there did not happen} */
    public List<Coverage> coverage() {
        return coverage;
    }

    /** {@return videos as listed; the same video may be listed several times} */
    public List<Video> videos() {
        return videos;
    }

    /** {@return creative tags by video} */
    public Map<VideoId, CreativeTags> tags() {
        return tags;
    }

    /** {@return creators known to the brand, with or without a post} */
    public Set<CreatorId> creators() {
        return prospects;
    }

    /** {@return samples} */
    public List<Sample> samples() {
        return samples;
    }

    /** {@return permissions to advertise} */
    public List<Authorization> authorizations() {
        return authorizations;
    }

    /** {@return boosts that run or ran} */
    public List<AdTestStart> adTests() {
        return adTests;
    }

    /** {@return branded search volumes} */
    public List<BrandedSearch> brandedSearches() {
        return brandedSearches;
    }

    /** {@return what each file gave} */
    public List<ImportReport> imports() {
        return imports;
    }

    /** {@return what the source found wrong while reading} */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * An order line and when its export knew it.
     *
     * @param line the line
     * @param asOf the instant
     */
    public record DatedLine(OrderLine line, Instant asOf) {}

    /**
     * How often a term was searched.
     *
     * @param period the days
     * @param marketplace where
     * @param query the term
     * @param volume how often
     */
    public record BrandedSearch(Period period, String marketplace, String query, long volume) {}

    /** Collects evidence in any order. Not thread-safe. */
    public static final class Builder {

        private final List<Observation> observations = new ArrayList<>();
        private final List<DatedLine> orderLines = new ArrayList<>();
        private final List<Coverage> coverage = new ArrayList<>();
        private final List<Video> videos = new ArrayList<>();
        private final Map<VideoId, CreativeTags> tags = new TreeMap<>();
        private final Set<CreatorId> prospects = new TreeSet<>();
        private final List<Sample> samples = new ArrayList<>();
        private final List<Authorization> authorizations = new ArrayList<>();
        private final List<AdTestStart> adTests = new ArrayList<>();
        private final List<BrandedSearch> brandedSearches = new ArrayList<>();
        private final List<ImportReport> imports = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();

        private Builder() {}

        /**
         * Adds what a source reported.
         *
         * @param observation the observation
         * @return this
         */
        public Builder add(Observation observation) {
            observations.add(observation);
            return this;
        }

        /**
         * Adds an affiliate order line.
         *
         * @param line the line
         * @param asOf when its export knew it
         * @return this
         */
        public Builder add(OrderLine line, Instant asOf) {
            orderLines.add(new DatedLine(line, asOf));
            return this;
        }

        /**
         * Adds days for which a source lists every event.
         *
         * @param source the kind of report
         * @param period the days
         * @return this
         */
        public Builder covers(Source source, Period period) {
            coverage.add(new Coverage(source, period));
            return this;
        }

        /**
         * Adds a listed video.
         *
         * @param video the video
         * @return this
         */
        public Builder add(Video video) {
            videos.add(video);
            return this;
        }

        /**
         * Adds creative tags; of two that disagree the first in alphabetical order holds, whichever was added first.
         *
         * @param video the video
         * @param known its tags
         * @return this
         */
        public Builder tag(VideoId video, CreativeTags known) {
            tags.merge(video, known, CreativeTags::merge);
            return this;
        }

        /**
         * Adds a creator known to the brand.
         *
         * @param creator the creator
         * @return this
         */
        public Builder add(CreatorId creator) {
            prospects.add(creator);
            return this;
        }

        /**
         * Adds a sample.
         *
         * @param sample the sample
         * @return this
         */
        public Builder add(Sample sample) {
            samples.add(sample);
            return this;
        }

        /**
         * Adds a permission to advertise.
         *
         * @param authorization the permission
         * @return this
         */
        public Builder add(Authorization authorization) {
            authorizations.add(authorization);
            return this;
        }

        /**
         * Adds a boost that runs or ran.
         *
         * @param adTest the boost
         * @return this
         */
        public Builder add(AdTestStart adTest) {
            adTests.add(adTest);
            return this;
        }

        /**
         * Adds a search volume.
         *
         * @param search the volume
         * @return this
         */
        public Builder add(BrandedSearch search) {
            brandedSearches.add(search);
            return this;
        }

        /**
         * Adds what a file gave.
         *
         * @param report the report
         * @return this
         */
        public Builder add(ImportReport report) {
            imports.add(report);
            return this;
        }

        /**
         * Adds something wrong with the data.
         *
         * @param finding the finding
         * @return this
         */
        public Builder add(Finding finding) {
            findings.add(finding);
            return this;
        }

        /** {@return the evidence} */
        public Evidence build() {
            return new Evidence(this);
        }
    }
}
