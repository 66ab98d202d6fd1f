package dev.flywheel.core.cycle;

import dev.flywheel.core.content.Video;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.program.Policy;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.program.ProductId;
import dev.flywheel.core.roster.CreatorId;
import dev.flywheel.core.roster.Sample;
import dev.flywheel.core.stats.SeededDraws;
import dev.flywheel.core.winner.Rankings;
import dev.flywheel.core.winner.SampleShare;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the next sample is expected to bring: the chance of an answer, times videos of an answer, times the net
 * contribution of a video before the samples that the ranking charges it with, less the sample. Draws carry the uncertainty of each factor into the result (practice 5.5).
 *
 * <p>Two kinds of creators are told apart. What a newcomer's video brings is learned from everybody's first weeks, since
 * all were newcomers once; looking at those alone who still do not sell would be too dark. What a seller's video brings
 * is learned from the videos after the first one that sold; counting that one would be too bright.
 */
final class SampleValue {

    /** Videos of others that a creator's own record is weighed against: about a month of posts (practice 2.1). */
    private static final double VIDEOS_OF_OTHERS = 4;

    private final Measured measured;
    private final Posts posts;
    private final long seed;
    private final int draws;
    private final Map<VideoId, Estimate> contributions = new TreeMap<>();
    private final Map<Kind, SampleRecord> records = new EnumMap<>(Kind.class);
    private final Map<Kind, double[]> videosPerSample = new EnumMap<>(Kind.class);
    private final Map<Kind, double[]> contributionPerVideo = new EnumMap<>(Kind.class);

    private SampleValue(Measured measured, Selected selected, Posts posts, long seed) {
        this.measured = measured;
        this.posts = posts;
        this.seed = seed;
        draws = measured.program().policy().count(PolicyNumber.SAMPLE_DRAWS);
        Map<VideoId, SampleShare> shares = Select.sampleShares(measured);
        for (Rankings.VideoStanding ranked : selected.rankings().videos()) {
            VideoId video = ranked.video().id();
            double share = shares.containsKey(video) ? shares.get(video).cost().asDouble() : 0;
            contributions.put(video, ranked.standing().netContribution().map(money -> money + share));
        }
    }

    /** Learns from the brand's own record; empty while no video is ranked, because nothing says what a video brings. */
    static Optional<SampleValue> learn(
            Measured measured, Selected selected, Posts posts, SampleClock clock, long seed) {
        SampleValue value = new SampleValue(measured, selected, posts, seed);
        if (value.contributions.isEmpty()) {
            return Optional.empty();
        }
        for (Kind kind : Kind.values()) {
            SampleRecord record = SampleRecord.of(clock.matured().stream()
                    .filter(one -> one.sellerBefore() == (kind == Kind.SELLER))
                    .toList());
            value.records.put(kind, record);
            value.videosPerSample.put(kind, value.drawVideosPerSample(kind, record));
        }
        double[] newcomers = value.drawContribution(Kind.NEWCOMER, new double[value.draws]);
        value.contributionPerVideo.put(Kind.NEWCOMER, newcomers);
        value.contributionPerVideo.put(Kind.SELLER, value.drawContribution(Kind.SELLER, newcomers));
        return Optional.of(value);
    }

    private double[] drawVideosPerSample(Kind kind, SampleRecord record) {
        Policy policy = measured.program().policy();
        SeededDraws random = Draws.stream(seed, "videos per sample " + kind);
        double[] answers = random.of(record.answerRate(policy.number(PolicyNumber.SAMPLE_TO_POST_RATE)), draws);
        double[] result = random.of(record.videosPerPoster(), draws);
        for (int d = 0; d < draws; d++) {
            result[d] *= answers[d];
        }
        return result;
    }

    /**
     * Bayesian bootstrap over creators (Rubin 1981): videos of one creator are alike, so creators carry the weights. One
     * imagined creator brings what is believed beforehand, so that one lucky creator does not speak for all.
     */
    private double[] drawContribution(Kind kind, double[] before) {
        List<Sum> creators = new ArrayList<>();
        for (CreatorId creator : posts.creators()) {
            Sum sum = sum(kind == Kind.SELLER ? afterFirstSale(creator) : firstWeeks(creator));
            if (sum.videos > 0) {
                creators.add(sum);
            }
        }
        double typical = creators.stream().mapToInt(sum -> sum.videos).average().orElse(1);
        SeededDraws random = Draws.stream(seed, "contribution per video " + kind);
        double[] result = new double[draws];
        for (int d = 0; d < draws; d++) {
            double weight = random.exponential();
            double videos = weight * typical;
            double money = videos * before[d];
            for (Sum sum : creators) {
                weight = random.exponential();
                videos += weight * sum.videos;
                money += weight * (sum.mean + sum.deviation * random.normal());
            }
            result[d] = money / videos;
        }
        return result;
    }

    private List<Video> firstWeeks(CreatorId creator) {
        List<Video> all = posts.of(creator);
        int days = measured.program().policy().count(PolicyNumber.CLOSE_AFTER_DAYS);
        LocalDate until = measured.postedOn(all.get(0)).plusDays(days);
        return all.stream()
                .filter(video -> !measured.postedOn(video).isAfter(until))
                .toList();
    }

    private List<Video> afterFirstSale(CreatorId creator) {
        List<Video> all = posts.of(creator);
        for (int i = 0; i < all.size(); i++) {
            if (posts.orders(all.get(i).id()) > 0) {
                return all.subList(i + 1, all.size());
            }
        }
        return List.of();
    }

    private Sum sum(List<Video> videos) {
        int ranked = 0;
        double mean = 0;
        double variance = 0;
        for (Video video : videos) {
            Estimate contribution = contributions.get(video.id());
            if (contribution != null) {
                ranked++;
                mean += contribution.mean();
                variance += Math.pow(Draws.deviation(contribution), 2);
            }
        }
        return new Sum(ranked, mean, Math.sqrt(variance));
    }

    /** What the next sample to a creator of a kind brings on average. */
    Estimate next(Kind kind) {
        return Draws.summary(net(of(videosPerSample, kind), of(contributionPerVideo, kind), typicalCost()));
    }

    /** What the next sample brings on average if the mix of creators stays as it was. */
    Estimate next() {
        SampleRecord sellers = record(Kind.SELLER);
        SampleRecord newcomers = record(Kind.NEWCOMER);
        int all = sellers.samples() + newcomers.samples();
        double share = all == 0 ? 0 : sellers.samples() / (double) all;
        double[] seller = net(of(videosPerSample, Kind.SELLER), of(contributionPerVideo, Kind.SELLER), typicalCost());
        double[] newcomer =
                net(of(videosPerSample, Kind.NEWCOMER), of(contributionPerVideo, Kind.NEWCOMER), typicalCost());
        double[] mixed = new double[draws];
        for (int d = 0; d < draws; d++) {
            mixed[d] = share * seller[d] + (1 - share) * newcomer[d];
        }
        return Draws.summary(mixed);
    }

    /** What the next sample to one creator brings on average: the own record weighed against that of the kind. */
    Estimate next(CreatorId creator, Money cost) {
        Kind kind = kindOf(creator);
        double[] others = of(contributionPerVideo, kind);
        Sum own = sum(posts.of(creator));
        SeededDraws random = Draws.stream(seed, "creator " + creator);
        double[] perVideo = new double[draws];
        for (int d = 0; d < draws; d++) {
            double money = own.mean + own.deviation * random.normal() + VIDEOS_OF_OTHERS * others[d];
            perVideo[d] = money / (own.videos + VIDEOS_OF_OTHERS);
        }
        return Draws.summary(net(of(videosPerSample, kind), perVideo, cost));
    }

    private double[] net(double[] videos, double[] perVideo, Money cost) {
        double[] result = new double[draws];
        for (int d = 0; d < draws; d++) {
            result[d] = videos[d] * perVideo[d] - cost.asDouble();
        }
        return result;
    }

    private static double[] of(Map<Kind, double[]> drawn, Kind kind) {
        return Objects.requireNonNull(drawn.get(kind));
    }

    Kind kindOf(CreatorId creator) {
        return posts.sells(creator) ? Kind.SELLER : Kind.NEWCOMER;
    }

    SampleRecord record(Kind kind) {
        return Objects.requireNonNull(records.get(kind));
    }

    private Money typicalCost() {
        return cost(measured, measured.samples(), Optional.empty());
    }

    /** What a sample costs: as recorded, else like others of its product, else as the policy assumes. */
    static Money cost(Measured measured, Sample sample) {
        Money own = sample.cost();
        return own == null ? cost(measured, measured.samples(), Optional.of(sample.product())) : own;
    }

    static Money cost(Measured measured, List<Sample> samples, Optional<ProductId> product) {
        List<Money> known = samples.stream()
                .filter(sample -> product.map(sample.product()::equals).orElse(true))
                .map(Sample::cost)
                .filter(Objects::nonNull)
                .toList();
        return known.isEmpty()
                ? measured.program()
                        .policy()
                        .money(PolicyNumber.SAMPLE_COST, measured.program().currency())
                : Money.rounded(
                        known.stream().mapToDouble(Money::asDouble).sum() / known.size(),
                        measured.program().currency());
    }

    /** The two kinds of creators whose samples are valued apart. */
    enum Kind {
        /** Has brought an order. */
        SELLER("creators who have sold"),
        /** Has not brought an order yet. */
        NEWCOMER("creators who have not sold yet");

        private final String who;

        Kind(String who) {
            this.who = who;
        }

        String who() {
            return who;
        }
    }

    private record Sum(int videos, double mean, double deviation) {}
}
