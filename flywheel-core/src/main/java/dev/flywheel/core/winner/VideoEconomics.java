package dev.flywheel.core.winner;

import dev.flywheel.core.content.Video;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.money.UnitEconomics;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.Funnel.Amount;
import dev.flywheel.core.performance.Funnel.Count;
import dev.flywheel.core.performance.RateDay;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.performance.VideoHistory;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.program.Product;
import dev.flywheel.core.program.Program;
import dev.flywheel.core.stats.BetaPopulation;
import dev.flywheel.core.stats.BetaPosterior;
import dev.flywheel.core.stats.OrderValue;
import dev.flywheel.core.stats.OrderValuePrior;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What orders of each video leave: its products' costs, its own order values and returns, shrunk towards what is usual
 * (statistics 1.3). A video whose products are unknown gets the average of the programme's products.
 */
final class VideoEconomics {

    /** How many orders the policy's return rate is worth, until the brand's own returns are known. */
    private static final double RETURN_PRIOR_ORDERS = 20;

    /** How far order values stray from the price on the log scale, assumed until enough videos show theirs. */
    private static final double USUAL_SPREAD_AROUND_PRICE = 0.2;

    private static final int FEWEST_VIDEOS_WITH_VALUES = 10;

    private final Program program;
    private final LocalDate asOf;
    private final BetaPosterior returnPrior;
    private final OrderValuePrior valueOverPrice;

    VideoEconomics(Program program, Map<VideoId, Video> videos, Map<VideoId, VideoHistory> histories, LocalDate asOf) {
        this.program = program;
        this.asOf = asOf;
        double usual = Math.max(0.001, Math.min(0.999, program.policy().number(PolicyNumber.CATEGORY_RETURN_RATE)));
        BetaPosterior fallback = BetaPosterior.ofMean(usual, RETURN_PRIOR_ORDERS);
        List<double[]> returns = histories.values().stream()
                .map(this::returns)
                .flatMap(Optional::stream)
                .toList();
        this.returnPrior = BetaPopulation.fit(
                        returns.stream().mapToDouble(pair -> pair[0]).toArray(),
                        returns.stream().mapToDouble(pair -> pair[1]).toArray(),
                        fallback)
                .prior();
        this.valueOverPrice = overPrice(videos, histories);
    }

    OrderEconomics of(Video video, Optional<VideoHistory> history) {
        List<UnitEconomics> products = products(video);
        double price = price(products);
        double fee = mean(products, product -> product.feeRate().asDouble(), 0);
        double units = Math.max(1, history.map(VideoEconomics::unitsPerOrder).orElse(1.0));
        OrderValue value = orderValue(history, price, units);
        BetaPosterior returned = history.flatMap(this::returns)
                .map(pair -> returnPrior.posterior(pair[0], pair[1]))
                .orElse(returnPrior);
        return new OrderEconomics(
                value.logMean(),
                value.logSd(),
                returned.alpha(),
                returned.beta(),
                1 - fee - mean(products, product -> product.commission(false).asDouble(), 0),
                1 - fee - mean(products, product -> product.commission(true).asDouble(), 0),
                units * mean(products, product -> product.costOfGoods().asDouble(), 0)
                        + mean(products, product -> product.shipping().asDouble(), 0),
                mean(products, product -> product.costOfReturn().asDouble(), 0));
    }

    private List<UnitEconomics> products(Video video) {
        List<UnitEconomics> known = video.products().stream()
                .flatMap(id -> program.product(id).stream())
                .map(Product::economics)
                .toList();
        return known.isEmpty()
                ? program.products().stream().map(Product::economics).toList()
                : known;
    }

    /** How order values of the brand's videos scatter around the price; near it while few videos show theirs. */
    private OrderValuePrior overPrice(Map<VideoId, Video> videos, Map<VideoId, VideoHistory> histories) {
        List<double[]> shown = new ArrayList<>();
        histories.forEach((id, history) -> {
            double orders = orders(history);
            if (orders > 0 && gmv(history) > 0) {
                List<UnitEconomics> products =
                        products(videos.getOrDefault(id, Video.builder(id).build()));
                shown.add(new double[] {gmv(history) / orders / price(products), orders});
            }
        });
        return shown.size() < FEWEST_VIDEOS_WITH_VALUES
                ? new OrderValuePrior(0, USUAL_SPREAD_AROUND_PRICE, OrderValuePrior.DEFAULT_WITHIN_SD)
                : OrderValuePrior.fit(
                        shown.stream().mapToDouble(pair -> pair[0]).toArray(),
                        shown.stream().mapToDouble(pair -> pair[1]).toArray(),
                        1);
    }

    private OrderValue orderValue(Optional<VideoHistory> history, double price, double unitsPerOrder) {
        double orders = history.map(VideoEconomics::orders).orElse(0.0);
        double gmv = history.map(VideoEconomics::gmv).orElse(0.0);
        boolean shown = orders > 0 && gmv > 0;
        OrderValue overPrice =
                shown ? valueOverPrice.posterior(gmv / orders / price, orders) : valueOverPrice.posterior(0, 0);
        double base = shown ? price : price * unitsPerOrder;
        return new OrderValue(Math.log(base) + overPrice.logMean(), overPrice.logSd());
    }

    private static double orders(VideoHistory history) {
        return optional(history.seen(), Count.ORDERS).orElse(0L);
    }

    private static double gmv(VideoHistory history) {
        return history.seen().get(Amount.GMV).map(Money::asDouble).orElse(0.0);
    }

    private static double price(List<UnitEconomics> products) {
        return mean(products, product -> product.price().asDouble(), 1);
    }

    private static double unitsPerOrder(VideoHistory history) {
        Optional<Long> items = optional(history.seen(), Count.ITEMS);
        Optional<Long> orders = optional(history.seen(), Count.ORDERS);
        return items.isPresent() && orders.isPresent() && orders.get() > 0 ? (double) items.get() / orders.get() : 1;
    }

    /** Returned and matured units of a video, if it knows them: young orders count by the share that is back by now. */
    private Optional<double[]> returns(VideoHistory history) {
        Optional<Long> items = optional(history.seen(), Count.ITEMS);
        Optional<Long> returned = optional(history.seen(), Count.REFUNDED_ITEMS);
        if (items.isEmpty() || returned.isEmpty() || items.get() == 0) {
            return Optional.empty();
        }
        double matured = items.get() * maturedShare(history);
        return Optional.of(new double[] {Math.min(returned.get(), matured), matured});
    }

    private double maturedShare(VideoHistory history) {
        double orders = 0;
        double matured = 0;
        for (RateDay day : Stream.of(Traffic.values())
                .flatMap(traffic -> history.rateDays(traffic).stream())
                .toList()) {
            int age = (int) ChronoUnit.DAYS.between(day.day(), asOf);
            orders += day.orders();
            matured += day.orders() * history.returnLag().seenShare(age);
        }
        return orders > 0 ? matured / orders : 1;
    }

    private static Optional<Long> optional(Funnel funnel, Count what) {
        return funnel.get(what).isPresent() ? Optional.of(funnel.get(what).getAsLong()) : Optional.empty();
    }

    private static double mean(List<UnitEconomics> products, Function<UnitEconomics, Double> number, double otherwise) {
        return products.stream().mapToDouble(number::apply).average().orElse(otherwise);
    }
}
