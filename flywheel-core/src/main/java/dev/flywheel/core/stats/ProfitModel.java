package dev.flywheel.core.stats;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.jspecify.annotations.Nullable;

/**
 * The net contribution of one unit as a random quantity (statistics 1.3): views x click rate x order rate x value of an
 * order, less what the unit cost. The value of an order is linear in the refund rate r:
 * {@code orderValue * keepShare * (1 - r) - costPerOrder - r * costPerReturn}. The four posteriors are independent given
 * the data, so means are exact; only intervals and probabilities need draws. Money is in the caller's currency.
 * Immutable and thread-safe.
 */
public final class ProfitModel {

    private static final double THOUSAND = 1000;

    private final long key;
    private final GammaPrior conversion;
    private final OrderValue orderValue;
    private final @Nullable BetaPosterior clickRate;
    private final @Nullable BetaPosterior refundRate;
    private final double views;
    private final double keepShare;
    private final double costPerOrder;
    private final double costPerReturn;
    private final double fixedCost;

    private ProfitModel(Builder builder) {
        this.key = builder.key;
        this.conversion = builder.conversion;
        this.orderValue = builder.orderValue;
        this.clickRate = builder.clickRate;
        this.refundRate = builder.refundRate;
        this.views = builder.views;
        this.keepShare = builder.keepShare;
        this.costPerOrder = builder.costPerOrder;
        this.costPerReturn = builder.costPerReturn;
        this.fixedCost = builder.fixedCost;
    }

    /**
     * Starts a model with no refunds, no costs, every view a click, and no views so far.
     *
     * @param key a stable hash of the unit's identity; it picks the unit's random stream
     * @param conversion posterior of orders per click, or per view when no click rate is given
     * @param orderValue the value of an order
     * @return the builder
     */
    public static Builder builder(long key, GammaPrior conversion, OrderValue orderValue) {
        return new Builder(key, conversion, orderValue);
    }

    /** {@return the stable hash of the unit's identity} */
    public long key() {
        return key;
    }

    /** {@return the expected contribution of 1,000 views, before the fixed cost; exact} */
    public double meanPerThousandViews() {
        double clicks = clickRate == null ? 1 : clickRate.mean();
        double refunds = refundRate == null ? 0 : refundRate.mean();
        return THOUSAND * clicks * conversion.mean() * valuePerOrder(orderValue.mean(), refunds);
    }

    /** {@return the expected contribution of the views so far less the fixed cost; exact} */
    public double meanTotal() {
        return totalFor(meanPerThousandViews());
    }

    /**
     * The probability that the views so far bring no more than the unit cost, without draws: the exact Gamma probability
     * of the order rate, averaged over what an order leaves, whose uncertain part counts as log-normal. Every view must
     * be a click (no click rate).
     *
     * @return P(total at most 0), as a rule within .005 of what endless draws would give
     * @throws IllegalStateException if the model has a click rate
     */
    public double lossProbability() {
        if (clickRate != null) {
            throw new IllegalStateException("the probability of a loss needs a model without a click rate");
        }
        if (views == 0) {
            return fixedCost >= 0 ? 1 : 0;
        }
        double needed = fixedCost / views;
        double uncertain = Math.exp(orderValue.logMean()) * keepShare;
        if (!(uncertain > 0 && uncertain + costPerReturn > 0)) {
            return brings(valuePerOrder(orderValue.mean(), refundRate == null ? 0 : refundRate.mean()), needed);
        }
        // (1 - r) (value * keepShare + costPerReturn) - costPerOrder - costPerReturn: the product is near log-normal.
        double spread = orderValue.logSd() * uncertain / (uncertain + costPerReturn);
        double logMean = Math.log(uncertain + costPerReturn) + (refundRate == null ? 0 : refundRate.meanLogRest());
        double logSd = Math.sqrt(spread * spread + (refundRate == null ? 0 : refundRate.varianceLogRest()));
        double costs = costPerOrder + costPerReturn;
        double worthless = costs <= 0 ? 0 : StandardNormal.below((Math.log(costs) - logMean) / Math.max(logSd, 1e-9));
        double from = needed > 0 ? worthless : 0;
        double to = needed > 0 ? 1 : worthless;
        double loss = needed > 0 ? worthless : 0;
        for (int i = 0; needed != 0 && i < Quadrature.POINTS && to > from; i++) {
            double order = StandardNormal.quantile(from + (to - from) * Quadrature.at(i));
            loss += (to - from) * Quadrature.weight(i) * brings(Math.exp(logMean + logSd * order) - costs, needed);
        }
        return Math.max(0, Math.min(1, needed == 0 ? worthless : loss));
    }

    /** The probability that the order rate times what an order leaves is at most what is needed. */
    private double brings(double perOrder, double needed) {
        if (perOrder > 0) {
            return needed > 0 ? 1 - rateAbove(needed / perOrder) : 0;
        }
        if (perOrder == 0 || needed >= 0) {
            return needed >= 0 ? 1 : 0;
        }
        return rateAbove(needed / perOrder);
    }

    private double rateAbove(double level) {
        return Special.gammaTail(level * conversion.rate(), conversion.shape());
    }

    double totalFor(double perThousandViews) {
        return views / THOUSAND * perThousandViews - fixedCost;
    }

    /** Fills the array with draws of the contribution per 1,000 views. */
    void draw(UniformRandomProvider random, double[] perThousandViews) {
        ContinuousSampler orders =
                AhrensDieterMarsagliaTsangGammaSampler.of(random, conversion.shape(), 1 / conversion.rate());
        ContinuousSampler clicks = sampler(random, clickRate, 1);
        ContinuousSampler refunds = sampler(random, refundRate, 0);
        ContinuousSampler normal = ZigguratSampler.NormalizedGaussian.of(random);
        for (int i = 0; i < perThousandViews.length; i++) {
            double value = Math.exp(orderValue.logMean() + orderValue.logSd() * normal.sample());
            double perClick = orders.sample() * valuePerOrder(value, refunds.sample());
            perThousandViews[i] = THOUSAND * clicks.sample() * perClick;
        }
    }

    private double valuePerOrder(double value, double refunded) {
        return value * keepShare * (1 - refunded) - costPerOrder - refunded * costPerReturn;
    }

    /** Beta as a ratio of gammas: three times as fast as rejection from the Beta density. */
    private static ContinuousSampler sampler(
            UniformRandomProvider random, @Nullable BetaPosterior share, double otherwise) {
        if (share == null) {
            return () -> otherwise;
        }
        ContinuousSampler hits = AhrensDieterMarsagliaTsangGammaSampler.of(random, share.alpha(), 1);
        ContinuousSampler misses = AhrensDieterMarsagliaTsangGammaSampler.of(random, share.beta(), 1);
        return () -> {
            double hit = hits.sample();
            double sum = hit + misses.sample();
            // Two shapes near 0 can both give 0; the share is then at one of its ends.
            return sum > 0 ? hit / sum : random.nextDouble() < share.mean() ? 1 : 0;
        };
    }

    /** Collects what a {@link ProfitModel} needs. Not thread-safe. */
    public static final class Builder {

        private static final double LARGEST_MARGIN = 10;
        private static final double SMALLEST_BETA = 1e-3;

        private final long key;
        private final GammaPrior conversion;
        private final OrderValue orderValue;
        private @Nullable BetaPosterior clickRate;
        private @Nullable BetaPosterior refundRate;
        private double views;
        private double keepShare = 1;
        private double costPerOrder;
        private double costPerReturn;
        private double fixedCost;

        private Builder(long key, GammaPrior conversion, OrderValue orderValue) {
            Checks.positive("mean conversion", conversion.mean());
            this.key = key;
            this.conversion = conversion;
            this.orderValue = orderValue;
        }

        /**
         * Sets the views the unit had; without it the total is only the fixed cost.
         *
         * @param value at least 0
         * @return this
         */
        public Builder views(double value) {
            this.views = Checks.nonNegative("views", value);
            return this;
        }

        /**
         * Sets clicks per view; leave it out when the conversion is per view.
         *
         * @param value the posterior of the click rate
         * @return this
         */
        public Builder clickRate(BetaPosterior value) {
            this.clickRate = notTiny("click rate", value);
            return this;
        }

        /**
         * Sets refunds per order.
         *
         * @param value the posterior of the matured refund rate
         * @return this
         */
        public Builder refundRate(BetaPosterior value) {
            this.refundRate = notTiny("refund rate", value);
            return this;
        }

        /**
         * Sets the share of the order value that stays after everything proportional to it: commission, platform fee.
         *
         * @param value in [-10, 10]; negative if an order costs more than it brings
         * @return this
         */
        public Builder keepShare(double value) {
            if (!(Math.abs(value) <= LARGEST_MARGIN)) {
                throw new IllegalArgumentException("keepShare must be in [-10, 10], got " + value);
            }
            this.keepShare = value;
            return this;
        }

        /**
         * Sets what every order costs, refunded or not: goods, shipping.
         *
         * @param value in money
         * @return this
         */
        public Builder costPerOrder(double value) {
            this.costPerOrder = Checks.finite("costPerOrder", value);
            return this;
        }

        /**
         * Sets what a refunded order costs on top; negative when goods are salvaged.
         *
         * @param value in money
         * @return this
         */
        public Builder costPerReturn(double value) {
            this.costPerReturn = Checks.finite("costPerReturn", value);
            return this;
        }

        /**
         * Sets what the unit cost in all: samples, retainers.
         *
         * @param value in money
         * @return this
         */
        public Builder fixedCost(double value) {
            this.fixedCost = Checks.finite("fixedCost", value);
            return this;
        }

        /** {@return the model} */
        public ProfitModel build() {
            return new ProfitModel(this);
        }

        private static BetaPosterior notTiny(String name, BetaPosterior share) {
            if (share.alpha() < SMALLEST_BETA || share.beta() < SMALLEST_BETA) {
                throw new IllegalArgumentException(name + " must have alpha and beta of at least 0.001, got "
                        + share.alpha() + ", " + share.beta());
            }
            return share;
        }
    }
}
