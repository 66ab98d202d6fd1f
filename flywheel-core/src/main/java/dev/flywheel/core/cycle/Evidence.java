package dev.flywheel.core.cycle;

import dev.flywheel.core.adtest.AdTestStart;
import dev.flywheel.core.content.Authorization;
import dev.flywheel.core.content.CreativeTags;
import dev.flywheel.core.content.Live;
import dev.flywheel.core.content.Video;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.halo.AmazonBook;
import dev.flywheel.core.halo.AmazonReport;
import dev.flywheel.core.halo.BrandedSearch;
import dev.flywheel.core.performance.Coverage;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.ImportReport;
import dev.flywheel.core.performance.MarketProduct;
import dev.flywheel.core.performance.Observation;
import dev.flywheel.core.performance.OrderLine;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.roster.CreatorId;
import dev.flywheel.core.roster.Sample;
import dev.flywheel.core.roster.SampleOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Everything a rotation may look at, from whatever source. Immutable and thread-safe. The order in which it was
 * collected never changes a result.
 */
public final class Evidence {

    private final List<Observation> observations;
    private final List<DatedLine> orderLines;
    private final List<Coverage> coverage;
    private final List<Video> videos;
    private final List<Live> lives;
    private final Map<VideoId, CreativeTags> tags;
    private final Set<CreatorId> prospects;
    private final List<Sample> samples;
    private final List<SampleOrder> sampleOrders;
    private final List<Authorization> authorizations;
    private final List<AdTestStart> adTests;
    private final List<BrandedSearch> brandedSearches;
    private final AmazonBook amazon;
    private final List<MarketProduct> marketProducts;
    private final List<ImportReport> imports;
    private final List<Finding> findings;

    private Evidence(Builder builder) {
        observations = List.copyOf(builder.observations);
        orderLines = List.copyOf(builder.orderLines);
        coverage = List.copyOf(builder.coverage);
        videos = List.copyOf(builder.videos);
        lives = List.copyOf(builder.lives);
        tags = Collections.unmodifiableMap(new TreeMap<>(builder.tags));
        prospects = Collections.unmodifiableSet(new TreeSet<>(builder.prospects));
        samples = List.copyOf(builder.samples);
        sampleOrders = List.copyOf(builder.sampleOrders.values());
        authorizations = List.copyOf(builder.authorizations);
        adTests = List.copyOf(builder.adTests);
        brandedSearches = List.copyOf(builder.brandedSearches);
        amazon = AmazonBook.of(builder.amazon);
        marketProducts = List.copyOf(builder.marketProducts.values());
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

    /** {@return LIVEs as listed; the same LIVE may be listed several times} */
    public List<Live> lives() {
        return lives;
    }

    /** {@return creative tags by video} */
    public Map<VideoId, CreativeTags> tags() {
        return tags;
    }

    /** {@return creators known to the brand, with or without a post} */
    public Set<CreatorId> creators() {
        return prospects;
    }

    /** {@return samples as the brand lists them} */
    public List<Sample> samples() {
        return samples;
    }

    /** {@return samples as the shop ships them, each order and product once} */
    public List<SampleOrder> sampleOrders() {
        return sampleOrders;
    }

    /** {@return permissions to advertise} */
    public List<Authorization> authorizations() {
        return authorizations;
    }

    /** {@return boosts that run or ran} */
    public List<AdTestStart> adTests() {
        return adTests;
    }

    /** {@return branded search volumes that the brand wrote down itself} */
    public List<BrandedSearch> brandedSearches() {
        return brandedSearches;
    }

    /** {@return what Amazon reported, each thing once} */
    public AmazonBook amazon() {
        return amazon;
    }

    /** {@return what third parties estimate of products, each thing once} */
    public List<MarketProduct> marketProducts() {
        return marketProducts;
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

    /** Collects evidence in any order. Not thread-safe. */
    public static final class Builder {

        private final List<Observation> observations = new ArrayList<>();
        private final List<DatedLine> orderLines = new ArrayList<>();
        private final List<Coverage> coverage = new ArrayList<>();
        private final List<Video> videos = new ArrayList<>();
        private final List<Live> lives = new ArrayList<>();
        private final Map<VideoId, CreativeTags> tags = new TreeMap<>();
        private final Set<CreatorId> prospects = new TreeSet<>();
        private final List<Sample> samples = new ArrayList<>();
        private final Map<String, SampleOrder> sampleOrders = new TreeMap<>();
        private final List<Authorization> authorizations = new ArrayList<>();
        private final List<AdTestStart> adTests = new ArrayList<>();
        private final List<BrandedSearch> brandedSearches = new ArrayList<>();
        private final List<AmazonReport> amazon = new ArrayList<>();
        private final Map<String, MarketProduct> marketProducts = new TreeMap<>();
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
         * Adds a listed LIVE.
         *
         * @param live the LIVE
         * @return this
         */
        public Builder add(Live live) {
            lives.add(live);
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
         * Adds a sample that the shop ships; it replaces an older export of the same order and product.
         *
         * @param order the free order
         * @return this
         */
        public Builder add(SampleOrder order) {
            sampleOrders.merge(order.key(), order, (old, young) -> newer(old, young, SampleOrder::asOf));
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
         * Adds what Amazon reported; it replaces an older report of the same thing.
         *
         * @param row the row
         * @return this
         */
        public Builder add(AmazonReport row) {
            amazon.add(row);
            return this;
        }

        /**
         * Adds what a third party estimates; it replaces an older estimate of the same thing.
         *
         * @param product the estimate
         * @return this
         */
        public Builder add(MarketProduct product) {
            marketProducts.merge(product.key(), product, (old, young) -> newer(old, young, MarketProduct::asOf));
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

        /** The order in which they came never matters, so their texts decide between two of one instant. */
        private static <T> T newer(T left, T right, Function<T, Instant> asOf) {
            Comparator<T> byAge = Comparator.comparing(asOf).thenComparing(Object::toString);
            return byAge.compare(left, right) >= 0 ? left : right;
        }

        /** {@return the evidence} */
        public Evidence build() {
            return new Evidence(this);
        }
    }
}
