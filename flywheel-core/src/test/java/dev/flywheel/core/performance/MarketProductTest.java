package dev.flywheel.core.performance;

import static dev.flywheel.core.TestEvidence.EXPORTED;
import static dev.flywheel.core.TestEvidence.SERUM;
import static dev.flywheel.core.TestEvidence.days;
import static dev.flywheel.core.TestEvidence.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.flywheel.core.money.Rate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MarketProductTest {

    private static MarketProduct of(String source, @Nullable Long items, @Nullable Long creators) {
        return new MarketProduct(
                source,
                days(1, 30),
                SERUM,
                "Serum",
                usd("30.00"),
                Rate.ofPercent("15"),
                items,
                null,
                creators,
                EXPORTED);
    }

    private static String refusal(String source, @Nullable Long items, @Nullable Long creators) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> of(source, items, creators))
                .getMessage());
    }

    @Test
    void refuses_what_nobody_can_estimate() {
        assertEquals("source must not be blank", refusal(" ", 1L, 1L));
        assertEquals("items must be at least 0, got -1", refusal("Kalodata", -1L, 1L));
        assertEquals("creators must be at least 0, got -2", refusal("Kalodata", 1L, -2L));
    }

    @Test
    void is_replaced_by_what_the_same_source_says_of_the_same_days_and_product() {
        assertEquals(of("Kalodata", 1L, null).key(), of("Kalodata", null, 2L).key());
        assertNotEquals(of("Kalodata", 1L, null).key(), of("FastMoss", 1L, null).key());
    }
}
