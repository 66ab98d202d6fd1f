package dev.flywheel.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RetryTimingTest {

    private static final List<String> DELAYS =
            List.of("PT5S", "PT5M", "PT30M", "PT2H", "PT5H", "PT10H", "PT14H", "PT20H", "PT24H");
    private static final Instant NOW = Instant.parse("2026-11-16T09:30:00Z");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void stretches_each_delay_by_up_to_a_fifth(long seed) {
        RetrySchedule schedule = new RetrySchedule(new Random(seed));
        for (int attempts = 1; attempts <= DELAYS.size(); attempts++) {
            Duration exact = Duration.parse(DELAYS.get(attempts - 1));
            Duration delay = schedule.delayAfter(attempts).orElseThrow();
            assertFalse(delay.compareTo(exact) < 0, "shortened: " + delay);
            assertFalse(delay.compareTo(exact.multipliedBy(6).dividedBy(5)) > 0, "stretched too far: " + delay);
        }
        assertEquals(Optional.empty(), schedule.delayAfter(10));
    }

    @Test
    void spreads_senders_that_failed_together() {
        List<Duration> firsts = IntStream.range(0, 20)
                .mapToObj(seed ->
                        new RetrySchedule(new Random(seed)).delayAfter(2).orElseThrow())
                .distinct()
                .toList();
        assertTrue(firsts.size() > 15, "not spread: " + firsts);
        assertNotEquals(firsts.get(0), firsts.get(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | PT0S",
                "120 | PT2M",
                " 7  | PT7S",
                "86400 | PT24H",
                "86401 | PT24H",
                "99999999999999999999999 | PT24H",
                "Mon, 16 Nov 2026 09:31:30 GMT | PT1M30S",
                "Mon, 16 Nov 2026 09:29:00 GMT | PT0S",
                "Wed, 16 Dec 2026 09:30:00 GMT | PT24H"
            })
    void reads_retry_after(String value, Duration wait) {
        assertEquals(Optional.of(wait), RetryAfter.parse(value, NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "soon", "-5", "1.5", "١٢", "2026-11-16T09:31:30Z"})
    void ignores_what_is_no_retry_after(String value) {
        assertEquals(Optional.empty(), RetryAfter.parse(value, NOW));
    }
}
