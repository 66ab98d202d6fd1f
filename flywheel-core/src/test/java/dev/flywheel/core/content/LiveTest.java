package dev.flywheel.core.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveTest {

    private static final LiveId LIVE = new LiveId("7561234567890123456");
    private static final Instant START = Instant.parse("2026-11-02T03:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"", "0123", "7.56E+18", "75612345678901234567", "9223372036854775808", "room"})
    void id_is_refused_when_a_spreadsheet_has_damaged_it(String value) {
        assertEquals(
                "LiveId must be 1 to 19 digits without a leading zero, got '" + value + "'",
                assertThrows(IllegalArgumentException.class, () -> new LiveId(value))
                        .getMessage());
    }

    @Test
    void ids_are_ordered_as_numbers() {
        assertTrue(new LiveId("9").compareTo(new LiveId("10")) < 0);
        assertEquals("7561234567890123456", LIVE.toString());
    }

    @Test
    void must_not_end_before_it_starts() {
        assertEquals(
                "LIVE 7561234567890123456 must not end before it starts: 2026-11-02T03:00:00Z..2026-11-02T02:59:59Z",
                assertThrows(IllegalArgumentException.class, () -> new Live(LIVE, null, START, START.minusSeconds(1)))
                        .getMessage());
        assertEquals(START, new Live(LIVE, null, START, START).endedAt());
    }
}
