package dev.flywheel.core.performance;

import static dev.flywheel.core.TestEvidence.USD;
import static dev.flywheel.core.TestEvidence.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Funnel.Amount;
import dev.flywheel.core.performance.Funnel.Count;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FunnelTest {

    private static Funnel random(Random random) {
        Funnel.Builder funnel = Funnel.builder(USD);
        for (Count what : Count.values()) {
            if (random.nextInt(4) > 0) {
                funnel.count(what, random.nextInt(1_000));
            }
        }
        for (Amount what : Amount.values()) {
            if (random.nextInt(4) > 0) {
                funnel.amount(what, new Money(random.nextInt(10_000) - 5_000, USD));
            }
        }
        return funnel.build();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void adds_up_to_the_same_in_any_order_and_grouping(long seed) {
        Random random = new Random(seed);
        List<Funnel> parts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            parts.add(random(random));
        }
        Funnel expected = parts.stream().reduce(Funnel.nothing(USD), Funnel::plus);
        Collections.shuffle(parts, random);
        int cut = random.nextInt(parts.size() + 1);
        Funnel left = parts.subList(0, cut).stream().reduce(Funnel.nothing(USD), Funnel::plus);
        Funnel right = parts.subList(cut, parts.size()).stream().reduce(Funnel.nothing(USD), Funnel::plus);

        assertEquals(expected, left.plus(right));
        assertEquals(expected, right.plus(left));
        assertEquals(expected.hashCode(), left.plus(right).hashCode());
        assertEquals(parts.get(0), parts.get(0).plus(Funnel.nothing(USD)));
        assertEquals(parts.get(0), Funnel.nothing(USD).plus(parts.get(0)));
    }

    @ParameterizedTest
    @EnumSource
    void unknown_count_makes_the_sum_unknown(Count what) {
        Funnel known = Funnel.builder(USD).count(what, 3).build();
        Funnel unknown = Funnel.builder(USD).build();

        assertEquals(OptionalLong.of(6), known.plus(known).get(what));
        assertEquals(OptionalLong.empty(), known.plus(unknown).get(what));
        assertEquals(OptionalLong.empty(), unknown.plus(known).get(what));
    }

    @ParameterizedTest
    @EnumSource
    void unknown_amount_makes_the_sum_unknown(Amount what) {
        Funnel known = Funnel.builder(USD).amount(what, usd("3.00")).build();
        Funnel unknown = Funnel.builder(USD).build();

        assertEquals(Optional.of(usd("6.00")), known.plus(known).get(what));
        assertEquals(Optional.empty(), known.plus(unknown).get(what));
        assertEquals(Optional.empty(), unknown.plus(known).get(what));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void fills_only_its_gaps_from_another_report(long seed) {
        Random random = new Random(seed);
        Funnel first = random(random);
        Funnel second = random(random);
        Funnel filled = first.orElse(second);

        for (Count what : Count.values()) {
            assertEquals(first.get(what).isPresent() ? first.get(what) : second.get(what), filled.get(what));
        }
        for (Amount what : Amount.values()) {
            assertEquals(first.get(what).or(() -> second.get(what)), filled.get(what));
        }
        assertEquals(first, first.orElse(first));
        assertEquals(first, first.orElse(Funnel.builder(USD).build()));
        assertEquals(Funnel.nothing(USD), Funnel.nothing(USD).orElse(second));
    }

    @Test
    void knows_zero_from_unknown() {
        Funnel zero = Funnel.builder(USD).count(Count.ORDERS, 0).build();
        Funnel unknown = Funnel.builder(USD).build();

        assertEquals(OptionalLong.of(0), zero.get(Count.ORDERS));
        assertEquals(OptionalLong.empty(), unknown.get(Count.ORDERS));
        assertNotEquals(zero, unknown);
        assertNotEquals(zero, (Object) "ORDERS=0");
        assertEquals("", unknown.toString());
        assertEquals(
                "ORDERS=0 GMV=-1.50 USD",
                zero.orElse(Funnel.builder(USD).amount(Amount.GMV, usd("-1.50")).build())
                        .toString());
    }

    @Test
    void is_untouched_by_its_builder() {
        Funnel.Builder builder = Funnel.builder(USD).count(Count.VIEWS, 1);
        Funnel funnel = builder.build();
        builder.count(Count.VIEWS, 2).amount(Amount.GMV, usd("1"));

        assertEquals(Funnel.builder(USD).count(Count.VIEWS, 1).build(), funnel);
    }

    @Test
    void refuses_negative_counts_and_foreign_money() {
        Currency yen = Currency.getInstance("JPY");

        assertEquals(
                "CLICKS must not be negative, got -1",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Funnel.builder(USD).count(Count.CLICKS, -1))
                        .getMessage());
        assertEquals(
                "GMV must be in USD, got 5 JPY",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Funnel.builder(USD).amount(Amount.GMV, Money.of("5", yen)))
                        .getMessage());
        assertEquals(
                "Cannot combine funnels in USD and JPY: convert one first",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Funnel.nothing(USD).plus(Funnel.nothing(yen)))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> Funnel.nothing(USD).orElse(Funnel.nothing(yen)));
        assertNotEquals(Funnel.nothing(USD), Funnel.nothing(yen));
    }

    @Test
    void never_wraps_around() {
        Funnel most = Funnel.builder(USD).count(Count.VIEWS, Long.MAX_VALUE).build();
        Funnel one = Funnel.builder(USD).count(Count.VIEWS, 1).build();

        assertThrows(ArithmeticException.class, () -> most.plus(one));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }
}
