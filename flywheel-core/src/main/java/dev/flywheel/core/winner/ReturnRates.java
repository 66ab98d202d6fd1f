package dev.flywheel.core.winner;

import dev.flywheel.core.content.Video;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.performance.Funnel.Count;
import dev.flywheel.core.performance.RateDay;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.performance.VideoHistory;
import dev.flywheel.core.program.ProductId;
import dev.flywheel.core.stats.BetaPopulation;
import dev.flywheel.core.stats.BetaPosterior;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The share of orders that come back (statistics 1.3). It is the product's first: products are shrunk towards each other,
 * and a video starts from what its products' orders through other videos show. Its own returns are added to that, and
 * count the more, the more videos of the brand differ in returns. Young orders count by the share of their returns that
 * can have come by now. Immutable.
 */
final class ReturnRates {

    /** How many orders the policy's return rate is worth, until the brand's own returns are known. */
    private static final double USUAL_ORDERS = 20;

    /** How many orders of its product say as much of a video as its own do, until enough videos show how they differ. */
    private static final double ORDERS_OF_LIKES = 100;

    private final LocalDate asOf;
    private final BetaPosterior usualProduct;
    private final double mostOrdersOfLikes;
    private final Map<ProductId, Returns> products = new TreeMap<>();

    ReturnRates(double usual, Map<VideoId, Video> videos, Map<VideoId, VideoHistory> histories, LocalDate asOf) {
        this.asOf = asOf;
        List<Returns> ofVideos = new ArrayList<>();
        histories.forEach((id, history) -> returns(history).ifPresent(own -> {
            ofVideos.add(own);
            Optional.ofNullable(videos.get(id))
                    .flatMap(ReturnRates::onlyProduct)
                    .ifPresent(product -> products.merge(product, own, Returns::plus));
        }));
        BetaPosterior policy = BetaPosterior.ofMean(Math.max(0.001, Math.min(0.999, usual)), USUAL_ORDERS);
        BetaPopulation brand = population(ofVideos, policy);
        this.usualProduct =
                population(List.copyOf(products.values()), brand.prior()).prior();
        this.mostOrdersOfLikes =
                brand.fitted() ? brand.prior().alpha() + brand.prior().beta() : ORDERS_OF_LIKES;
    }

    /** What is believed of a video that shows these products; all of the programme's where they are unknown. */
    BetaPosterior of(List<ProductId> shown, Optional<VideoHistory> history) {
        Optional<Returns> own = history.flatMap(this::returns);
        List<BetaPosterior> likes = shown.stream()
                .map(product -> ofOthers(product, shown.size() == 1 ? own : Optional.empty()))
                .toList();
        double mean = average(likes, BetaPosterior::mean, usualProduct.mean());
        double size = average(likes, like -> like.alpha() + like.beta(), usualProduct.alpha() + usualProduct.beta());
        BetaPosterior prior = BetaPosterior.ofMean(mean, Math.min(size, mostOrdersOfLikes));
        return own.map(seen -> prior.posterior(seen.returned, seen.matured)).orElse(prior);
    }

    private BetaPosterior ofOthers(ProductId product, Optional<Returns> own) {
        Returns all = products.getOrDefault(product, Returns.NONE);
        Returns others = all.without(own.orElse(Returns.NONE));
        return usualProduct.posterior(others.returned, others.matured);
    }

    private static double average(List<BetaPosterior> likes, ToDoubleFunction<BetaPosterior> number, double otherwise) {
        return likes.stream().mapToDouble(number).average().orElse(otherwise);
    }

    private static BetaPopulation population(List<Returns> units, BetaPosterior fallback) {
        return BetaPopulation.fit(
                units.stream().mapToDouble(Returns::returned).toArray(),
                units.stream().mapToDouble(Returns::matured).toArray(),
                fallback);
    }

    /** The one product that a video shows: what comes back of several cannot be told apart. */
    static Optional<ProductId> onlyProduct(Video video) {
        return video.products().size() == 1 ? Optional.of(video.products().get(0)) : Optional.empty();
    }

    /** Returned and matured units of a video, if it knows them. */
    private Optional<Returns> returns(VideoHistory history) {
        long items = history.seen().get(Count.ITEMS).orElse(0);
        if (items == 0 || history.seen().get(Count.REFUNDED_ITEMS).isEmpty()) {
            return Optional.empty();
        }
        double matured = items * maturedShare(history);
        double returned = history.seen().get(Count.REFUNDED_ITEMS).getAsLong();
        return Optional.of(new Returns(Math.min(returned, matured), matured));
    }

    private double maturedShare(VideoHistory history) {
        double orders = 0;
        double matured = 0;
        for (RateDay day : Stream.of(Traffic.values())
                .flatMap(traffic -> history.rateDays(traffic).stream())
                .toList()) {
            orders += day.orders();
            matured += day.orders() * history.returnLag().seenShare(ChronoUnit.DAYS.between(day.day(), asOf));
        }
        return orders > 0 ? matured / orders : 1;
    }

    private record Returns(double returned, double matured) {

        static final Returns NONE = new Returns(0, 0);

        Returns plus(Returns other) {
            return new Returns(returned + other.returned, matured + other.matured);
        }

        Returns without(Returns part) {
            double rest = Math.max(0, matured - part.matured);
            return new Returns(Math.min(rest, Math.max(0, returned - part.returned)), rest);
        }
    }
}
