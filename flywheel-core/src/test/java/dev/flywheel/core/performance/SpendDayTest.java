package dev.flywheel.core.performance;

import static dev.flywheel.core.TestEvidence.CREAM;
import static dev.flywheel.core.TestEvidence.SERUM;
import static dev.flywheel.core.TestEvidence.USD;
import static dev.flywheel.core.TestEvidence.VIDEO;
import static dev.flywheel.core.TestEvidence.ZONE;
import static dev.flywheel.core.TestEvidence.ads;
import static dev.flywheel.core.TestEvidence.daily;
import static dev.flywheel.core.TestEvidence.day;
import static dev.flywheel.core.TestEvidence.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.flywheel.core.TestEvidence.Report;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SpendDayTest {

    private static List<SpendDay> days(Report... reports) {
        PerformanceBook.Builder book = PerformanceBook.builder();
        for (Report report : reports) {
            book.record(report.build());
        }
        return Objects.requireNonNull(VideoHistories.of(book.build(), List.of(), Map.of(), USD, ZONE)
                        .get(VIDEO))
                .spendDays();
    }

    @Test
    void lists_spend_with_the_clicks_of_the_same_day_in_order() {
        assertEquals(
                List.of(new SpendDay(day(1), usd("25.00"), 40), new SpendDay(day(2), usd("50.00"), 70)),
                days(
                        daily(2, Traffic.PAID).clicks(70).orders(1).spend("50.00"),
                        daily(1, Traffic.PAID).clicks(40).orders(2).spend("25.00"),
                        daily(1, Traffic.ORGANIC).clicks(500).orders(9)));
    }

    @Test
    void adds_the_products_of_a_day() {
        assertEquals(
                List.of(new SpendDay(day(1), usd("55.00"), 90)),
                days(
                        daily(1, Traffic.PAID).of(SERUM).clicks(40).orders(2).spend("25.00"),
                        daily(1, Traffic.PAID).of(CREAM).clicks(50).orders(0).spend("30.00")));
    }

    @Test
    void leaves_out_days_without_clicks_and_periods_that_hide_their_days() {
        assertEquals(
                List.of(new SpendDay(day(9), usd("20.00"), 30)),
                days(
                        ads(1, 7).clicks(400).spend("350.00"),
                        ads(8, 8).spend("50.00"),
                        ads(9, 9).clicks(30).spend("20.00")));
    }

    @Test
    void refuses_clicks_below_zero() {
        assertEquals(
                "clicks must be at least 0, got -1",
                assertThrows(IllegalArgumentException.class, () -> new SpendDay(day(1), usd("1"), -1))
                        .getMessage());
    }
}
