package dev.flywheel.core.winner;

import dev.flywheel.core.content.Video;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.performance.RateDay;
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.performance.VideoHistory;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.program.Program;
import dev.flywheel.core.stats.GammaPrior;
import dev.flywheel.core.stats.Population;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How well videos turn clicks into orders, each shrunk towards videos of like reach (statistics 1.1, stage A) and, from
 * {@value #FEWEST_WITH_FACTORS} videos with exposure on, of like hook, angle, placement and creator (stage B). Only
 * organic traffic counts, and blended traffic where nothing is told apart; young days count by the share of their orders
 * that can have been seen (statistics 2.5). Immutable and thread-safe.
 */
public final class ConversionModel {

    /** How many clicks the policy's price of a click is worth. */
    private static final double PRICE_PRIOR_CLICKS = 100;

    /** Fewer videos cannot tell effects of factors from chance (statistics 1.1). */
    private static final int FEWEST_WITH_FACTORS = 200;

    private final boolean perView;
    private final double clickRate;
    private final double costPerClick;
    private final Population population;
    private final @Nullable FactorRates factors;
    private final Map<VideoId, Tally> tallies;
    private final Set<VideoId> heldOut;

    private ConversionModel(
            boolean perView,
            double clickRate,
            double costPerClick,
            Population population,
            @Nullable FactorRates factors,
            Map<VideoId, Tally> tallies,
            Set<VideoId> heldOut) {
        this.perView = perView;
        this.clickRate = clickRate;
        this.costPerClick = costPerClick;
        this.population = population;
        this.factors = factors;
        this.tallies = tallies;
        this.heldOut = heldOut;
    }

    /**
     * Fits the model.
     *
     * @param program the programme
     * @param videos every video; the factors of one that is missing are unknown
     * @param histories what is known of each video
     * @param through the last day of evidence to use
     * @param asOf the day on which the evidence was seen, not before {@code through}
     * @param heldOut videos whose own orders must not enter what is believed of their likes: those of which the prior is
     *     judged against these same orders. With a creator or hook of its own, a video that was lucky would otherwise be
     *     taken for one of a lucky kind
     * @return the model
     */
    public static ConversionModel fit(
            Program program,
            Map<VideoId, Video> videos,
            Map<VideoId, VideoHistory> histories,
            LocalDate through,
            LocalDate asOf,
            Set<VideoId> heldOut) {
        boolean perView = histories.values().stream().noneMatch(history -> knowsClicks(history));
        double clicks = sum(histories, true);
        double views = sum(histories, false);
        double clickRate =
                clicks > 0 && views > 0 ? clicks / views : program.policy().number(PolicyNumber.CATEGORY_CLICK_RATE);
        Map<VideoId, Tally> tallies = new TreeMap<>();
        histories.forEach((video, history) -> {
            double scale = history.exposureIsViews() && !perView ? clickRate : 1;
            tallies.put(video, Tally.of(history, scale, through, asOf));
        });
        videos.keySet().forEach(video -> tallies.putIfAbsent(video, Tally.NOTHING));
        double categoryRate = program.policy().number(PolicyNumber.CATEGORY_CONVERSION_RATE)
                * (perView ? program.policy().number(PolicyNumber.CATEGORY_CLICK_RATE) : 1);
        Map<VideoId, Tally> seen = new TreeMap<>(tallies);
        heldOut.forEach(video -> seen.replace(video, Tally.NOTHING));
        double[] exposures =
                seen.values().stream().mapToDouble(Tally::maturedExposure).toArray();
        FactorRates factors = Arrays.stream(exposures).filter(t -> t > 0).count() >= FEWEST_WITH_FACTORS
                ? FactorRates.fit(seen, tallies, videos, categoryRate)
                : null;
        Population population = factors != null
                ? factors.population()
                : Population.fit(
                        seen.values().stream().mapToDouble(Tally::orders).toArray(),
                        exposures,
                        seen.values().stream().mapToDouble(Tally::reach).toArray(),
                        categoryRate);
        return new ConversionModel(
                perView, clickRate, costPerClick(program, histories), population, factors, tallies, heldOut);
    }

    /** The brand's own price of a click, with the policy's counted like a few clicks. */
    private static double costPerClick(Program program, Map<VideoId, VideoHistory> histories) {
        double spend = PRICE_PRIOR_CLICKS * program.policy().number(PolicyNumber.COST_PER_CLICK);
        double clicks = PRICE_PRIOR_CLICKS;
        for (VideoHistory history : histories.values()) {
            double paid = history.rateDays(Traffic.PAID).stream()
                    .mapToDouble(RateDay::exposure)
                    .sum();
            double spent = history.spendSince(LocalDate.MIN).asDouble();
            if (paid > 0 && spent > 0) {
                spend += spent;
                clicks += paid;
            }
        }
        return spend / clicks;
    }

    private static boolean knowsClicks(VideoHistory history) {
        return !history.exposureIsViews()
                && !(history.rateDays(Traffic.ORGANIC).isEmpty()
                        && history.rateDays(Traffic.BLENDED).isEmpty());
    }

    private static double sum(Map<VideoId, VideoHistory> histories, boolean clicks) {
        return histories.values().stream()
                .mapToDouble(history -> clicks ? history.clicksOfSeenViews() : history.viewsOfSeenClicks())
                .sum();
    }

    /** {@return whether rates are per view, because no video's clicks are known} */
    public boolean perView() {
        return perView;
    }

    /** {@return clicks per view over all videos, or the policy's where no report knows both} */
    public double clickRate() {
        return clickRate;
    }

    /** {@return what a bought click costs: the brand's own price, or near the policy's while it bought few} */
    public double costPerClick() {
        return costPerClick;
    }

    /** {@return what it costs to buy a unit of exposure: a click, or a view at the usual click rate} */
    public double costPerExposure() {
        return perView ? costPerClick * clickRate : costPerClick;
    }

    /** {@return whether videos differ by more than chance} */
    public boolean detectsDifferences() {
        return population.detectsDifferences();
    }

    /** {@return the expected rate of a video of average reach} */
    public double meanRate() {
        return population.meanRate();
    }

    /** {@return whether hook, angle, placement and creator enter the beliefs} */
    public boolean knowsFactors() {
        return factors != null;
    }

    /**
     * What is believed of a video from its likes. Its own orders are among theirs unless it was held out.
     *
     * @param video the video; an unknown one is taken for an average one
     * @return the belief for videos of its reach and factors
     */
    public RateBelief prior(VideoId video) {
        return belief(Optional.ofNullable(factors)
                .flatMap(known -> known.prior(video))
                .orElseGet(() -> population.priorFor(tally(video).reach)));
    }

    /**
     * What is believed of a video's organic rate.
     *
     * @param video the video; an unknown one is taken for an average one
     * @return the belief after its own orders
     */
    public RateBelief posterior(VideoId video) {
        Tally tally = tally(video);
        if (heldOut.contains(video)) {
            RateBelief prior = prior(video);
            return tally.maturedExposure > 0
                    ? new RateBelief(prior.shape() + tally.orders, prior.rate() + tally.maturedExposure)
                    : prior;
        }
        return belief(Optional.ofNullable(factors)
                .flatMap(known -> known.posterior(video))
                .orElseGet(() -> population.widenedPosterior(tally.orders, tally.maturedExposure, tally.reach)));
    }

    /**
     * What was counted of a video.
     *
     * @param video the video
     * @return the totals; nothing for an unknown one
     */
    public Tally tally(VideoId video) {
        return Objects.requireNonNullElse(tallies.get(video), Tally.NOTHING);
    }

    static RateBelief belief(GammaPrior gamma) {
        return new RateBelief(gamma.shape(), gamma.rate());
    }

    /**
     * Totals of one video that a rate can be formed of. Immutable.
     *
     * @param orders organic orders
     * @param exposure organic clicks
     * @param maturedExposure clicks weighted by the share of their orders that can have been seen
     * @param reach views so far, or clicks where views are unknown
     */
    public record Tally(double orders, double exposure, double maturedExposure, double reach) {

        static final Tally NOTHING = new Tally(0, 0, 0, 0);

        static Tally of(VideoHistory history, double scale, LocalDate through, LocalDate asOf) {
            // Orders booked on their own day stop coming at the last day; those booked on the click's day keep coming.
            LocalDate seen = history.booking() == Source.Booking.CLICK_DAY ? asOf : through;
            double orders = 0;
            double exposure = 0;
            double matured = 0;
            for (Traffic traffic : new Traffic[] {Traffic.ORGANIC, Traffic.BLENDED}) {
                for (RateDay day : history.rateDays(traffic)) {
                    if (!day.day().isAfter(through)) {
                        orders += day.orders();
                        exposure += scale * day.exposure();
                        matured += scale
                                * day.exposure()
                                * history.orderLag().seenShare(ChronoUnit.DAYS.between(day.day(), seen));
                    }
                }
            }
            double views = history.viewsThrough(through);
            return new Tally(orders, exposure, matured, views > 0 ? views : exposure);
        }
    }
}
