package dev.flywheel.core.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {

    @Test
    void is_the_same_from_whatever_unit() {
        assertEquals(Rate.ofFraction("0.15"), Rate.ofPercent("15"));
        assertEquals(Rate.ofFraction("0.150"), Rate.ofBasisPoints(1_500));
        assertEquals(
                Rate.ofFraction("0.1500").hashCode(), Rate.ofPercent("15.0").hashCode());
        assertEquals(Rate.ZERO, Rate.ofFraction("0.000"));
        assertEquals(Rate.ZERO, Rate.ofBasisPoints(0));
        assertEquals(Rate.ofFraction("10"), Rate.ofPercent("1000"));
    }

    @ParameterizedTest
    @CsvSource({"0.15, 15%", "0.0593, 5.93%", "0, 0%", "1, 100%", "1.2, 120%", "0.00005, 0%", "0.00015, 0.02%"})
    void reads_as_percent(String fraction, String text) {
        assertEquals(text, Rate.ofFraction(fraction).toPercentText());
    }

    @Test
    void refuses_less_than_nothing() {
        assertEquals(
                "Rate must not be negative, got fraction -0.01; write 15 % as 0.15",
                assertThrows(IllegalArgumentException.class, () -> Rate.ofPercent("-1"))
                        .getMessage());
        assertEquals(
                "Rate must not be negative, got fraction -0.0001; write 15 % as 0.15",
                assertThrows(IllegalArgumentException.class, () -> Rate.ofBasisPoints(-1))
                        .getMessage());
    }

    @Test
    void adds_and_compares_exactly() {
        assertEquals(Rate.ofPercent("21"), Rate.ofPercent("15").plus(Rate.ofPercent("6")));
        assertTrue(Rate.ofPercent("15").compareTo(Rate.ofFraction("0.1499")) > 0);
        assertEquals(0.15, Rate.ofPercent("15").asDouble());
    }
}
