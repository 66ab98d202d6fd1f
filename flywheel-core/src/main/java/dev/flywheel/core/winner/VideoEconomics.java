package dev.flywheel.core.winner;

import dev.flywheel.core.content.Video;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.money.UnitEconomics;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.Funnel.Amount;
import dev.flywheel.core.performance.Funnel.Count;
import dev.flywheel.core.performance.VideoHistory;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.program.Product;
import dev.flywheel.core.program.ProductId;
import dev.flywheel.core.program.Program;
import dev.flywheel.core.stats.BetaPosterior;
import dev.flywheel.core.stats.OrderValue;
import dev.flywheel.core.stats.OrderValuePrior;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What orders of each video leave: its products' costs, its own order values and returns, shrunk towards what is usual of
 * its product (statistics 1.3). Returned goods are taken as lost, and neither commission nor fee is paid on an order that
 * comes back, as in {@link UnitEconomics}. A video whose products are unknown gets the average of the programme's
 * products.
 */
final class VideoEconomics {

    /** How far order values stray from the price on the log scale, assumed until enough videos show theirs. */
    private static final double USUAL_SPREAD_AROUND_PRICE = 0.2;

    private static final int FEWEST_VIDEOS_WITH_VALUES = 10;

    private final Program program;
    private final ReturnRates returns;
    private final OrderValuePrior valueOverPrice;
    private final Map<ProductId, OrderValuePrior> valueOverPriceOf = new TreeMap<>();

    VideoEconomics(Program program, Map<VideoId, Video> videos, Map<VideoId, VideoHistory> histories, LocalDate asOf) {
        this.program = program;
        this.returns =
                new ReturnRates(program.policy().number(PolicyNumber.CATEGORY_RETURN_RATE), videos, histories, asOf);
        List<Shown> all = new ArrayList<>();
        Map<ProductId, List<Shown>> byProduct = new TreeMap<>();
        histories.forEach((id, history) -> {
            Video video = videos.getOrDefault(id, Video.builder(id).build());
            if (orders(history) > 0 && gmv(history) > 0) {
                Shown shown = new Shown(gmv(history) / orders(history) / price(economics(video)), orders(history));
                all.add(shown);
                ReturnRates.onlyProduct(video)
                        .ifPresent(product -> byProduct
                                .computeIfAbsent(product, any -> new ArrayList<>())
                                .add(shown));
            }
        });
        this.valueOverPrice =
                overPrice(all, new OrderValuePrior(0, USUAL_SPREAD_AROUND_PRICE, OrderValuePrior.DEFAULT_WITHIN_SD));
        byProduct.forEach((product, shown) -> valueOverPriceOf.put(product, overPrice(shown, valueOverPrice)));
    }

    OrderEconomics of(Video video, Optional<VideoHistory> history) {
        List<UnitEconomics> products = economics(video);
        double fee = mean(products, product -> product.feeRate().asDouble(), 0);
        double units = Math.max(1, history.map(VideoEconomics::unitsPerOrder).orElse(1.0));
        OrderValue value = orderValue(video, history, price(products), units);
        BetaPosterior returned =
                returns.of(known(video).stream().map(Product::id).toList(), history);
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

    /** The products that a video shows, or all of the programme's where they are unknown. */
    private List<Product> known(Video video) {
        List<Product> known = video.products().stream()
                .flatMap(id -> program.product(id).stream())
                .toList();
        return known.isEmpty() ? program.products() : known;
    }

    private List<UnitEconomics> economics(Video video) {
        return known(video).stream().map(Product::economics).toList();
    }

    /** How order values scatter around the price; as is usual while few videos show theirs. */
    private static OrderValuePrior overPrice(List<Shown> shown, OrderValuePrior usual) {
        return shown.size() < FEWEST_VIDEOS_WITH_VALUES
                ? usual
                : OrderValuePrior.fit(
                        shown.stream().mapToDouble(Shown::overPrice).toArray(),
                        shown.stream().mapToDouble(Shown::orders).toArray(),
                        1);
    }

    private OrderValue orderValue(Video video, Optional<VideoHistory> history, double price, double unitsPerOrder) {
        double orders = history.map(VideoEconomics::orders).orElse(0.0);
        double gmv = history.map(VideoEconomics::gmv).orElse(0.0);
        boolean shown = orders > 0 && gmv > 0;
        OrderValuePrior usual =
                ReturnRates.onlyProduct(video).map(valueOverPriceOf::get).orElse(valueOverPrice);
        OrderValue overPrice = shown ? usual.posterior(gmv / orders / price, orders) : usual.posterior(0, 0);
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

    private static Optional<Long> optional(Funnel funnel, Count what) {
        return funnel.get(what).isPresent() ? Optional.of(funnel.get(what).getAsLong()) : Optional.empty();
    }

    private static double mean(List<UnitEconomics> products, Function<UnitEconomics, Double> number, double otherwise) {
        return products.stream().mapToDouble(number::apply).average().orElse(otherwise);
    }

    /** The average order value of a video over the price, and the orders behind it. */
    private record Shown(double overPrice, double orders) {}
}
