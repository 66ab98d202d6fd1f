package dev.flywheel.app.example;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One post, its truth and the traffic that the market gave it. */
final class Video {

    final String id;
    final LocalDateTime postedAt;
    final Creator creator;
    final List<Product> products;
    final Tags tags;
    final String caption;
    final Truth truth;
    final @Nullable Role role;
    final Traffic organic = new Traffic();
    final Traffic paid = new Traffic();

    Video(
            String id,
            LocalDateTime postedAt,
            Creator creator,
            List<Product> products,
            Tags tags,
            String caption,
            Truth truth,
            @Nullable Role role) {
        this.id = id;
        this.postedAt = postedAt;
        this.creator = creator;
        this.products = List.copyOf(products);
        this.tags = tags;
        this.caption = caption;
        this.truth = truth;
        this.role = role;
    }

    @Nullable
    AdPlan plan() {
        return role == null ? null : role.plan();
    }

    int postDay() {
        return Season.day(postedAt.toLocalDate());
    }

    String link() {
        return "https://www.tiktok.com/@" + creator.handle() + "/video/" + id;
    }

    String productIds() {
        return String.join(",", products.stream().map(Product::id).toList());
    }

    long views(Span span) {
        return organic.views(span) + paid.views(span);
    }

    long impressions(Span span) {
        return organic.impressions(span) + paid.impressions(span);
    }

    long clicks(Span span) {
        return organic.clicks(span) + paid.clicks(span);
    }
}
