package dev.flywheel.core.port.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortsOutTest {

    private static Announcement announcement(String id, String type, String source, Map<String, String> data) {
        return new Announcement(id, type, source, "rotation 3", Instant.EPOCH, data);
    }

    @Test
    void announcement_keeps_its_own_details_in_order_of_key() {
        Map<String, String> data = new HashMap<>(Map.of("b", "2", "a", "1", "c", "3"));
        Announcement announcement = announcement("id-1", "rotation.completed", "/brands/northpeak", data);
        data.clear();

        assertEquals(List.of("a", "b", "c"), List.copyOf(announcement.data().keySet()));
        assertThrows(
                UnsupportedOperationException.class, () -> announcement.data().put("d", "4"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "' '; t; s; id must not be blank",
                "i; ' '; s; type must not be blank",
                "i; t; ' '; source must not be blank",
                "i.1; t; s; id must not contain a dot, got 'i.1'"
            })
    void announcement_refuses_a_name_that_receivers_cannot_use(String id, String type, String source, String message) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> announcement(id, type, source, Map.of()));

        assertEquals(message, refused.getMessage());
    }

    @Test
    void announcement_names_what_is_null() {
        assertEquals(
                "id",
                assertThrows(NullPointerException.class, () -> announcement(null, "t", "s", Map.of()))
                        .getMessage());
        assertEquals(
                "time",
                assertThrows(
                                NullPointerException.class,
                                () -> new Announcement("i", "t", "s", "subject", null, Map.of()))
                        .getMessage());
    }

    @Test
    void delivery_answers_by_case() {
        List<Delivery> cases = List.of(
                new Delivery.Delivered("a", 2),
                new Delivery.Waiting("b", 1, Instant.EPOCH, "503"),
                new Delivery.GivenUp("c", 9, "timeout"),
                new Delivery.ReceiverGone("d"));

        List<String> answers = cases.stream()
                .map(delivery -> delivery.<String>match(
                        delivered -> "delivered after " + delivered.attempts(),
                        waiting -> "waiting until " + waiting.nextAttemptAt() + " for " + waiting.reason(),
                        givenUp -> "given up after " + givenUp.attempts() + ": " + givenUp.reason(),
                        gone -> "gone"))
                .toList();

        assertEquals(
                List.of(
                        "delivered after 2",
                        "waiting until 1970-01-01T00:00:00Z for 503",
                        "given up after 9: timeout",
                        "gone"),
                answers);
        assertEquals(
                List.of("a", "b", "c", "d"),
                cases.stream().map(Delivery::announcementId).toList());
    }

    @Test
    void failed_source_says_which_one_and_why() {
        IllegalStateException cause = new IllegalStateException("disk");
        FlywheelException failed =
                new FlywheelException.SourceFailed("exports", "Folder exports cannot be read", cause);

        assertEquals("exports", ((FlywheelException.SourceFailed) failed).source());
        assertEquals("Folder exports cannot be read", failed.getMessage());
        assertSame(cause, failed.getCause());
    }
}
