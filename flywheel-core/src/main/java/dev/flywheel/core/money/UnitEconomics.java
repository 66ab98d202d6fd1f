package dev.flywheel.core.money;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import java.util.Optional;

/**
 * What one order of a product costs and leaves. Immutable and thread-safe.
 *
 * <p>Contribution per order = price (1 - returns) (1 - commission - fee) - cost of goods - shipping - returns x cost of
 * a return (practice 2.2). It is linear in the return rate, which lets models keep that rate uncertain.
 *
 * @param price what the customer pays for one order
 * @param costOfGoods cost of the goods in one order; returned goods are taken as lost
 * @param shipping outbound shipping paid by the brand
 * @param feeRate the platform's share of the price
 * @param costOfReturn extra cost when an order comes back
 * @param commissionRate the creator's share on organic orders
 * @param shopAdsCommissionRate the creator's share on orders that ads delivered
 */
public record UnitEconomics(
        Money price,
        Money costOfGoods,
        Money shipping,
        Rate feeRate,
        Money costOfReturn,
        Rate commissionRate,
        Rate shopAdsCommissionRate) {

    /** Checks that the price is above zero, no cost is negative and all amounts share a currency. */
    public UnitEconomics {
        Objects.requireNonNull(price, "price");
        if (!price.isPositive()) {
            throw new IllegalArgumentException("price must be above 0, got " + price);
        }
        requireCost("costOfGoods", costOfGoods, price);
        requireCost("shipping", shipping, price);
        requireCost("costOfReturn", costOfReturn, price);
        Objects.requireNonNull(feeRate, "feeRate");
        Objects.requireNonNull(commissionRate, "commissionRate");
        Objects.requireNonNull(shopAdsCommissionRate, "shopAdsCommissionRate");
        requireShare(commissionRate.plus(feeRate), "commissionRate + feeRate");
        requireShare(shopAdsCommissionRate.plus(feeRate), "shopAdsCommissionRate + feeRate");
    }

    /**
     * Expected contribution of one order before ad spend, rounded half to even.
     *
     * @param returnRate share of orders that come back, at most one
     * @param paid whether ads delivered the order, so that the ads commission applies
     * @return contribution per order, negative when the product loses money
     */
    public Money contributionPerOrder(Rate returnRate, boolean paid) {
        return Money.rounded(exactContribution(returnRate, paid), price.currency());
    }

    private BigDecimal exactContribution(Rate returnRate, boolean paid) {
        requireShare(returnRate, "returnRate");
        BigDecimal keep = BigDecimal.ONE.subtract(returnRate.fraction());
        BigDecimal afterShares = price.amount()
                .multiply(keep)
                .multiply(BigDecimal.ONE.subtract(commission(paid).plus(feeRate).fraction()));
        return afterShares
                .subtract(costOfGoods.amount())
                .subtract(shipping.amount())
                .subtract(costOfReturn.amount().multiply(returnRate.fraction()));
    }

    /**
     * The return on ad spend at which an order earns nothing: price / contribution before ads.
     *
     * @param returnRate share of orders that come back
     * @param paid whether the ads commission applies
     * @return break-even ROAS to four digits, or empty when no ROAS breaks even
     */
    public Optional<BigDecimal> breakEvenRoas(Rate returnRate, boolean paid) {
        BigDecimal contribution = exactContribution(returnRate, paid);
        return contribution.signum() > 0
                ? Optional.of(price.amount().divide(contribution, new MathContext(4)))
                : Optional.empty();
    }

    /**
     * The creator's share.
     *
     * @param paid whether ads delivered the order
     * @return the rate that applies
     */
    public Rate commission(boolean paid) {
        return paid ? shopAdsCommissionRate : commissionRate;
    }

    private static void requireCost(String name, Money cost, Money price) {
        if (Objects.requireNonNull(cost, name).isNegative()) {
            throw new IllegalArgumentException(name + " must not be negative, got " + cost);
        }
        if (!cost.currency().equals(price.currency())) {
            throw new IllegalArgumentException(
                    name + " must be in " + price.currency() + " like the price, got " + cost);
        }
    }

    private static void requireShare(Rate rate, String name) {
        if (rate.fraction().compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(
                    name + " must be at most 1, got " + rate.fraction().toPlainString());
        }
    }
}
