package dev.flywheel.core.performance;

import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.program.ProductId;
import dev.flywheel.core.roster.CreatorId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of an affiliate order: an order and one SKU in it. A later export restates it. Immutable and thread-safe.
 */
public final class OrderLine {

    /** What has become of an order line. */
    public enum Status {
        /** Placed and not yet settled. */
        PENDING,
        /** Settled with the creator. */
        SETTLED,
        /** Cancelled or never eligible: it brought no money. */
        VOID
    }

    private final Builder line;

    private OrderLine(Builder line) {
        this.line = line;
    }

    /**
     * Starts a line.
     *
     * @param orderId the order
     * @param skuId the SKU; order and SKU together are the key
     * @param createdAt when the order was placed
     * @return a builder
     */
    public static Builder builder(String orderId, String skuId, Instant createdAt) {
        return new Builder(orderId, skuId, createdAt);
    }

    /** {@return the order} */
    public String orderId() {
        return line.orderId;
    }

    /** {@return the SKU} */
    public String skuId() {
        return line.skuId;
    }

    /** {@return when the order was placed} */
    public Instant createdAt() {
        return line.createdAt;
    }

    /** {@return the product, if known} */
    public Optional<ProductId> product() {
        return Optional.ofNullable(line.product);
    }

    /** {@return the creator, if known} */
    public Optional<CreatorId> creator() {
        return Optional.ofNullable(line.creator);
    }

    /** {@return the video that led to it; empty for showcases, LIVEs and external traffic} */
    public Optional<VideoId> video() {
        return Optional.ofNullable(line.video);
    }

    /** {@return units in the line} */
    public long quantity() {
        return line.quantity;
    }

    /** {@return what the customer paid, if known; zero for a free sample} */
    public Optional<Money> paid() {
        return Optional.ofNullable(line.paid);
    }

    /** {@return the creator's commission of every kind, actual where settled and else estimated, if known} */
    public Optional<Money> commission() {
        return Optional.ofNullable(line.commission);
    }

    /** {@return whether it was fully returned or refunded} */
    public boolean refunded() {
        return line.refunded;
    }

    /** {@return what has become of it} */
    public Status status() {
        return line.status;
    }

    /**
     * Which traffic led to it: a Shop Ads commission means paid, a standard commission alone means organic.
     *
     * @return the traffic, BLENDED when the line does not say
     */
    public Traffic traffic() {
        if (line.shopAdsCommission == null) {
            return Traffic.BLENDED;
        }
        if (line.shopAdsCommission.isPositive()) {
            return Traffic.PAID;
        }
        return Traffic.ORGANIC;
    }

    /** {@return whether it was a free sample and no sale} */
    public boolean isSample() {
        return line.paid != null && line.paid.minorUnits() == 0;
    }

    /** {@return whether it counts as an order} */
    public boolean isSale() {
        return line.status != Status.VOID && !isSample();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OrderLine that && that.describe().equals(describe());
    }

    @Override
    public int hashCode() {
        return describe().hashCode();
    }

    @Override
    public String toString() {
        return "order " + line.orderId + " sku " + line.skuId;
    }

    /** {@return all fields in a fixed order: names the line by what it says} */
    public String describe() {
        return String.join(
                "|",
                line.orderId,
                line.skuId,
                line.createdAt.toString(),
                String.valueOf(line.product),
                String.valueOf(line.creator),
                String.valueOf(line.video),
                String.valueOf(line.quantity),
                String.valueOf(line.paid),
                String.valueOf(line.commission),
                String.valueOf(line.shopAdsCommission),
                String.valueOf(line.refunded),
                line.status.name());
    }

    /** Collects a line. Not thread-safe. */
    public static final class Builder {

        private final String orderId;
        private final String skuId;
        private final Instant createdAt;
        private @Nullable ProductId product;
        private @Nullable CreatorId creator;
        private @Nullable VideoId video;
        private long quantity = 1;
        private @Nullable Money paid;
        private @Nullable Money commission;
        private @Nullable Money shopAdsCommission;
        private boolean refunded;
        private Status status = Status.PENDING;

        private Builder(String orderId, String skuId, Instant createdAt) {
            this.orderId = Objects.requireNonNull(orderId, "orderId");
            this.skuId = Objects.requireNonNull(skuId, "skuId");
            this.createdAt = Objects.requireNonNull(createdAt, "createdAt");
        }

        private Builder(Builder from) {
            this(from.orderId, from.skuId, from.createdAt);
            product = from.product;
            creator = from.creator;
            video = from.video;
            quantity = from.quantity;
            paid = from.paid;
            commission = from.commission;
            shopAdsCommission = from.shopAdsCommission;
            refunded = from.refunded;
            status = from.status;
        }

        /**
         * Sets the product.
         *
         * @param sold the product
         * @return this
         */
        public Builder product(ProductId sold) {
            product = sold;
            return this;
        }

        /**
         * Sets the creator.
         *
         * @param seller the creator
         * @return this
         */
        public Builder creator(CreatorId seller) {
            creator = seller;
            return this;
        }

        /**
         * Sets the video that led to it.
         *
         * @param origin the video
         * @return this
         */
        public Builder video(VideoId origin) {
            video = origin;
            return this;
        }

        /**
         * Sets the units.
         *
         * @param units how many, not negative
         * @return this
         */
        public Builder quantity(long units) {
            if (units < 0) {
                throw new IllegalArgumentException("quantity must not be negative, got " + units);
            }
            quantity = units;
            return this;
        }

        /**
         * Sets what the customer paid.
         *
         * @param amount the payment
         * @return this
         */
        public Builder paid(Money amount) {
            paid = amount;
            return this;
        }

        /**
         * Sets the commission of every kind together.
         *
         * @param amount actual where settled, else estimated
         * @return this
         */
        public Builder commission(Money amount) {
            commission = amount;
            return this;
        }

        /**
         * Sets the Shop Ads commission: above zero for an order that ads delivered, zero for one they did not.
         *
         * @param amount actual where settled, else estimated
         * @return this
         */
        public Builder shopAdsCommission(Money amount) {
            shopAdsCommission = amount;
            return this;
        }

        /**
         * Sets whether it was fully returned or refunded.
         *
         * @param fully true if so
         * @return this
         */
        public Builder refunded(boolean fully) {
            refunded = fully;
            return this;
        }

        /**
         * Sets what has become of it.
         *
         * @param known the status
         * @return this
         */
        public Builder status(Status known) {
            status = Objects.requireNonNull(known, "known");
            return this;
        }

        /** {@return the line} */
        public OrderLine build() {
            return new OrderLine(new Builder(this));
        }
    }
}
