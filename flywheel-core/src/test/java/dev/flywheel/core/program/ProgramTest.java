package dev.flywheel.core.program;

import static dev.flywheel.core.TestEvidence.CREAM;
import static dev.flywheel.core.TestEvidence.SERUM;
import static dev.flywheel.core.TestEvidence.USD;
import static dev.flywheel.core.TestEvidence.ZONE;
import static dev.flywheel.core.TestEvidence.product;
import static dev.flywheel.core.TestEvidence.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.money.Money;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgramTest {

    private static Program.Builder northpeak() {
        return Program.builder("Northpeak", USD, ZONE).products(List.of(product(SERUM)));
    }

    @Test
    void keeps_what_it_was_given() {
        Policy policy = Policy.defaults().with(DropPolicy.ECONOMIC);
        Program program = northpeak()
                .brandTerms(List.of("northpeak", "north peak"))
                .dailyAdCap(usd("1500"))
                .policy(policy)
                .build();

        assertEquals("Northpeak", program.brand());
        assertEquals(USD, program.currency());
        assertEquals(ZONE, program.zone());
        assertEquals(List.of("northpeak", "north peak"), program.brandTerms());
        assertEquals(usd("1500.00"), program.dailyAdCap());
        assertEquals(policy, program.policy());
    }

    @Test
    void lists_products_in_order_of_id_and_finds_them() {
        Program program =
                northpeak().products(List.of(product(CREAM), product(SERUM))).build();

        assertEquals(List.of(product(SERUM), product(CREAM)), program.products());
        assertEquals(Optional.of(product(CREAM)), program.product(CREAM));
        assertEquals(Optional.empty(), program.product(new ProductId("3")));
    }

    @Test
    void forbids_boosts_unless_a_cap_allows_them() {
        assertEquals(Money.zero(USD), northpeak().build().dailyAdCap());
        assertTrue(northpeak().build().brandTerms().isEmpty());
    }

    @Test
    void refuses_what_cannot_be_a_programme() {
        Currency yen = Currency.getInstance("JPY");
        refuses("brand must not be blank", () -> Program.builder(" ", USD, ZONE));
        refuses(
                "A programme needs at least one product: without costs no order pays",
                () -> northpeak().products(List.of()).build());
        refuses(
                "Product " + SERUM + " is listed twice",
                () -> northpeak()
                        .products(List.of(product(SERUM), product(CREAM), product(SERUM)))
                        .build());
        refuses(
                "Product " + SERUM + " is priced in USD but the programme is in JPY",
                () -> Program.builder("Northpeak", yen, ZONE)
                        .products(List.of(product(SERUM)))
                        .build());
        refuses(
                "dailyAdCap must be at least 0 and in USD, got -0.01 USD",
                () -> northpeak().dailyAdCap(usd("-0.01")).build());
        refuses(
                "dailyAdCap must be at least 0 and in USD, got 100 JPY",
                () -> northpeak().dailyAdCap(Money.of("100", yen)).build());
        refuses("ProductId must not be blank", () -> new ProductId(" "));
    }

    @Test
    void names_what_is_null() {
        assertEquals("zone", nullOf(() -> Program.builder("Northpeak", USD, null)));
        assertEquals("currency", nullOf(() -> Program.builder("Northpeak", null, ZONE)));
        assertEquals("brand", nullOf(() -> Program.builder(null, USD, ZONE)));
        assertEquals("cap", nullOf(() -> northpeak().dailyAdCap(null)));
        assertEquals("chosen", nullOf(() -> northpeak().policy(null)));
        assertEquals("rule", nullOf(() -> Policy.defaults().with((DropPolicy) null)));
        assertEquals("economics", nullOf(() -> new Product(SERUM, "Serum", null)));
    }

    private static void refuses(String message, Runnable attempt) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, attempt::run).getMessage());
    }

    private static String nullOf(Runnable attempt) {
        return assertThrows(NullPointerException.class, attempt::run).getMessage();
    }
}
