package dev.flywheel.core.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnitEconomicsTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final Rate TEN_PERCENT = Rate.ofPercent("10");

    /** A 30-dollar item, 25 % cost of goods, 15 % commission, 5 % on ads, 6 % fee, 4 dollars shipping. */
    private static UnitEconomics thirtyDollarItem(String costOfReturn) {
        return economics("30.00", "7.50", "4.00", "6", costOfReturn, "15", "5");
    }

    private static UnitEconomics economics(
            String price, String goods, String shipping, String fee, String ofReturn, String commission, String ads) {
        return new UnitEconomics(
                Money.of(price, USD),
                Money.of(goods, USD),
                Money.of(shipping, USD),
                Rate.ofPercent(fee),
                Money.of(ofReturn, USD),
                Rate.ofPercent(commission),
                Rate.ofPercent(ads));
    }

    @Test
    void breaks_even_where_the_worked_example_does() {
        UnitEconomics item = thirtyDollarItem("0.00");

        assertEquals(Money.of("9.83", USD), item.contributionPerOrder(TEN_PERCENT, false));
        assertEquals(Money.of("12.53", USD), item.contributionPerOrder(TEN_PERCENT, true));
        assertEquals(Optional.of(new BigDecimal("3.052")), item.breakEvenRoas(TEN_PERCENT, false));
        assertEquals(Optional.of(new BigDecimal("2.394")), item.breakEvenRoas(TEN_PERCENT, true));
    }

    @Test
    void charges_each_return_its_cost() {
        UnitEconomics item = thirtyDollarItem("2.00");

        assertEquals(Money.of("9.63", USD), item.contributionPerOrder(TEN_PERCENT, false));
        assertEquals(Money.of("-13.50", USD), item.contributionPerOrder(Rate.ofPercent("100"), false));
        assertEquals(Money.of("12.20", USD), item.contributionPerOrder(Rate.ZERO, false));
    }

    @Test
    void has_no_break_even_when_an_order_loses_money() {
        UnitEconomics item = economics("10.00", "9.00", "4.00", "6", "0.00", "15", "5");

        assertTrue(item.contributionPerOrder(Rate.ZERO, false).isNegative());
        assertEquals(Optional.empty(), item.breakEvenRoas(Rate.ZERO, false));
        assertEquals(
                Optional.empty(),
                economics("1.00", "0.80", "0", "5", "0", "15", "5").breakEvenRoas(Rate.ZERO, false));
    }

    @Test
    void forms_the_break_even_from_the_exact_contribution() {
        // Leaves 0.0105 and 0.0045 an order: rounding to cents first would say 10.00 and nothing at all.
        UnitEconomics penny = economics("0.10", "0.05", "0.00", "20", "0.00", "19.5", "0");
        UnitEconomics sliver = economics("0.10", "0.05", "0.02", "10", "0.00", "15.5", "0");

        assertEquals(Optional.of(new BigDecimal("9.524")), penny.breakEvenRoas(Rate.ZERO, false));
        assertEquals(Optional.of(new BigDecimal("22.22")), sliver.breakEvenRoas(Rate.ZERO, false));
    }

    @Test
    void pays_the_ads_commission_on_paid_orders_only() {
        UnitEconomics item = thirtyDollarItem("0.00");

        assertEquals(Rate.ofPercent("5"), item.commission(true));
        assertEquals(Rate.ofPercent("15"), item.commission(false));
    }

    @Test
    void refuses_what_cannot_be_an_economics() {
        refuses("price must be above 0, got 0.00 USD", () -> economics("0", "1", "1", "6", "0", "15", "5"));
        refuses(
                "costOfGoods must not be negative, got -1.00 USD",
                () -> economics("9", "-1", "1", "6", "0", "15", "5"));
        refuses(
                "shipping must not be negative, got -0.01 USD",
                () -> economics("9", "1", "-0.01", "6", "0", "15", "5"));
        refuses(
                "costOfReturn must not be negative, got -2.00 USD",
                () -> economics("9", "1", "1", "6", "-2", "15", "5"));
        refuses(
                "commissionRate + feeRate must be at most 1, got 1.01",
                () -> economics("9", "1", "1", "6", "0", "95", "5"));
        refuses(
                "shopAdsCommissionRate + feeRate must be at most 1, got 1.06",
                () -> economics("9", "1", "1", "6", "0", "15", "100"));
        refuses(
                "returnRate must be at most 1, got 1.1",
                () -> thirtyDollarItem("0").contributionPerOrder(Rate.ofFraction("1.1"), false));
        refuses(
                "shipping must be in USD like the price, got 4 JPY",
                () -> new UnitEconomics(
                        Money.of("9", USD),
                        Money.of("1", USD),
                        Money.of("4", Currency.getInstance("JPY")),
                        Rate.ZERO,
                        Money.zero(USD),
                        Rate.ZERO,
                        Rate.ZERO));
    }

    @Test
    void names_what_is_null() {
        Money nine = Money.of("9", USD);
        Money none = Money.zero(USD);
        Rate rate = Rate.ZERO;

        isNull("price", () -> new UnitEconomics(null, none, none, rate, none, rate, rate));
        isNull("costOfGoods", () -> new UnitEconomics(nine, null, none, rate, none, rate, rate));
        isNull("feeRate", () -> new UnitEconomics(nine, none, none, null, none, rate, rate));
        isNull("commissionRate", () -> new UnitEconomics(nine, none, none, rate, none, null, rate));
        isNull("shopAdsCommissionRate", () -> new UnitEconomics(nine, none, none, rate, none, rate, null));
    }

    private static void refuses(String message, Runnable attempt) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, attempt::run).getMessage());
    }

    private static void isNull(String name, Runnable attempt) {
        assertEquals(
                name, assertThrows(NullPointerException.class, attempt::run).getMessage());
    }
}
