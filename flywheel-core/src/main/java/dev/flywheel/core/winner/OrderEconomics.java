package dev.flywheel.core.winner;

import dev.flywheel.core.stats.BetaPosterior;
import dev.flywheel.core.stats.OrderValue;
import dev.flywheel.core.stats.StandardNormal;

/**
 * What an order of a video leaves, with order value and returns uncertain. The value of an order is linear in the return
 * rate r: {@code value * keepShare * (1 - r) - costPerOrder - r * costPerReturn}. Money in the programme's currency.
 * Immutable.
 *
 * @param logValue mean of the natural logarithm of the average order value
 * @param logValueSd its standard deviation
 * @param returns alpha of the Beta belief about the share of orders that come back
 * @param keeps beta of that belief
 * @param organicKeepShare what stays of an organic order after commission and fee
 * @param paidKeepShare what stays of an order that ads delivered
 * @param costPerOrder goods and shipping of an order
 * @param costPerReturn extra cost of an order that comes back
 */
public record OrderEconomics(
        double logValue,
        double logValueSd,
        double returns,
        double keeps,
        double organicKeepShare,
        double paidKeepShare,
        double costPerOrder,
        double costPerReturn) {

    private static final int QUANTILES = 5;

    OrderValue orderValue() {
        return new OrderValue(logValue, logValueSd);
    }

    BetaPosterior returnRate() {
        return new BetaPosterior(returns, keeps);
    }

    /**
     * The expected value of an order.
     *
     * @param paid whether ads delivered it
     * @return money left before ad spend
     */
    public double expectedPerOrder(boolean paid) {
        return perOrder(orderValue().mean(), returns / (returns + keeps), paid);
    }

    /**
     * Equally likely values of an order that carry its uncertainty: five quantiles of the order value times five of the
     * return rate.
     *
     * @param paid whether ads delivered it
     * @return money left before ad spend, 25 values
     */
    public double[] equallyLikelyPerOrder(boolean paid) {
        BetaPosterior returned = returnRate();
        double[] values = new double[QUANTILES * QUANTILES];
        for (int i = 0; i < QUANTILES; i++) {
            double value = Math.exp(logValue + logValueSd * StandardNormal.quantile((i + 0.5) / QUANTILES));
            for (int j = 0; j < QUANTILES; j++) {
                values[i * QUANTILES + j] = perOrder(value, returned.quantile((j + 0.5) / QUANTILES), paid);
            }
        }
        return values;
    }

    private double perOrder(double value, double returned, boolean paid) {
        return value * (paid ? paidKeepShare : organicKeepShare) * (1 - returned)
                - costPerOrder
                - returned * costPerReturn;
    }
}
