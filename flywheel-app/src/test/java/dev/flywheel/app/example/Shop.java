package dev.flywheel.app.example;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes orders and decides their fate: delivery, settlement, refund, cancellation. */
final class Shop {

    private final Dice dice;
    private final List<OrderLine> lines = new ArrayList<>();
    private long orderNumber = 576_901_000_000_000_000L;

    Shop(long seed) {
        this.dice = new Dice(seed, "shop");
    }

    /** Every line, oldest first. */
    List<OrderLine> lines() {
        List<OrderLine> sorted = new ArrayList<>(lines);
        sorted.sort(Comparator.comparing(OrderLine::created).thenComparing(OrderLine::orderId));
        return List.copyOf(sorted);
    }

    /** One order led by a video; a video whose truth is exact sells one piece a time and never sees a cancellation. */
    void sell(Video video, int day, boolean paid) {
        boolean exact = video.role != null && video.role.plan() == null;
        Product product = video.products.get(video.products.size() > 1 && dice.chance(0.3) ? 1 : 0);
        LocalDateTime created = orderTime(video, day);
        String orderId = nextOrderId();
        int variant = dice.whole(1, 2);
        Basket first = new Basket(product, variant, exact || !dice.chance(0.07) ? 1 : 2);
        add(orderId, video.creator, video, "Video", video.id, first, created, paid, exact);
        if (!exact && dice.chance(0.018)) {
            Basket second = new Basket(product, 3 - variant, 1);
            add(orderId, video.creator, video, "Video", video.id, second, created, paid, false);
        }
    }

    /** An order from the creator's showcase or live room, which no video led to. */
    void sellWithoutVideo(Creator creator, String contentType, String contentId, int day) {
        Basket basket = new Basket(dice.pick(Product.ALL), dice.whole(1, 2), 1);
        LocalDateTime created = Season.at(day, dice.whole(0, 86_399));
        add(nextOrderId(), creator, null, contentType, contentId, basket, created, false, false);
    }

    /** A free sample is an order of payment zero; it earns nothing and belongs to no content. */
    void give(Sample sample, LocalDate approved) {
        LocalDateTime created = approved.atStartOfDay().plusSeconds(dice.whole(8 * 3600, 18 * 3600));
        LocalDateTime delivered = created.plusDays(dice.whole(3, 6));
        lines.add(new OrderLine(
                nextOrderId(),
                sample.creator(),
                null,
                "Showcase",
                "",
                sample.product(),
                1,
                1,
                0,
                false,
                created,
                delivered,
                delivered.plusDays(7),
                null,
                null,
                true));
    }

    private void add(
            String orderId,
            Creator creator,
            @Nullable Video video,
            String contentType,
            String contentId,
            Basket basket,
            LocalDateTime created,
            boolean paid,
            boolean exact) {
        Product product = basket.product();
        long payment = product.price() * basket.quantity() * (dice.chance(0.15) ? 9 : 10) / 10;
        LocalDateTime delivered = created.plusDays(dice.whole(2, 5)).plusSeconds(dice.whole(0, 20_000));
        String voidedAs = exact ? null : fate();
        boolean refunded = voidedAs == null && dice.chance(product.refundRate());
        LocalDate refundedOn = refunded ? delivered.toLocalDate().plusDays(dice.whole(2, 12)) : null;
        AdPlan plan = video == null ? null : video.plan();
        lines.add(new OrderLine(
                orderId,
                creator,
                video,
                contentType,
                contentId,
                product,
                basket.variant(),
                basket.quantity(),
                payment,
                paid,
                created,
                delivered,
                delivered.plusDays(dice.whole(5, 15)).plusSeconds(dice.whole(0, 20_000)),
                refundedOn,
                voidedAs,
                plan == null || plan.separable()));
    }

    private @Nullable String fate() {
        double draw = dice.uniform();
        if (draw < 0.015) {
            return "Cancelled";
        }
        return draw < 0.025 ? "Ineligible" : null;
    }

    private LocalDateTime orderTime(Video video, int day) {
        int earliest = day == video.postDay() ? video.postedAt.toLocalTime().toSecondOfDay() + 60 : 0;
        return Season.at(day, dice.whole(earliest, 86_399));
    }

    private String nextOrderId() {
        orderNumber += 1_000 + dice.whole(0, 90_000_000) * 17L;
        return Long.toString(orderNumber);
    }

    private record Basket(Product product, int variant, int quantity) {}
}
