package dev.flywheel.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.port.out.Announcement;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class CloudEventTest {

    private static final Instant TIME = Instant.parse("2026-11-16T09:30:00.250Z");

    @Test
    void writes_attributes_and_data_in_canonical_order() {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("video", "7301");
        data.put("budget", "50 USD/day");
        Announcement announcement =
                new Announcement("d-123", "boost.approved", "/brands/northpeak", "video 7301", TIME, data);
        assertEquals(
                "{\"specversion\":\"1.0\",\"id\":\"d-123\",\"source\":\"/brands/northpeak\",\"type\":\"boost.approved\","
                        + "\"time\":\"2026-11-16T09:30:00.250Z\",\"subject\":\"video 7301\","
                        + "\"datacontenttype\":\"application/json\","
                        + "\"data\":{\"budget\":\"50 USD/day\",\"video\":\"7301\"}}",
                text(announcement));
    }

    @Test
    void leaves_an_empty_subject_out_and_writes_empty_data() {
        assertEquals(
                "{\"specversion\":\"1.0\",\"id\":\"a\",\"source\":\"s\",\"type\":\"t\","
                        + "\"time\":\"2026-11-16T09:30:00.250Z\",\"datacontenttype\":\"application/json\",\"data\":{}}",
                text(new Announcement("a", "t", "s", "", TIME, Map.of())));
    }

    @Test
    void escapes_what_json_must_escape_and_nothing_more() {
        String body = text(new Announcement("a", "t", "s", "", TIME, Map.of("note", "\"\\\n\u0001 ı€😀</script>")));
        assertTrue(body.endsWith("\"data\":{\"note\":\"\\\"\\\\\\n\\u0001 ı€😀</script>\"}}"), body);
    }

    @Test
    void takes_less_than_20_000_bytes() {
        int rest = CloudEvent.bodyOf(withNote("")).length;
        Announcement largest = withNote("x".repeat(CloudEvent.BODY_LIMIT_BYTES - 1 - rest));
        assertEquals(19_999, CloudEvent.bodyOf(largest).length);
        assertRefused(
                "announcement a must take less than 20000 bytes as JSON, got 20000",
                withNote("x".repeat(CloudEvent.BODY_LIMIT_BYTES - rest)));
    }

    static Stream<Arguments> unfit_announcements() {
        return Stream.of(
                Arguments.of(
                        "announcement id must be 1 to 256 visible ASCII characters, got 'a??webhook-id: b'",
                        new Announcement("a\r\nwebhook-id: b", "t", "s", "", TIME, Map.of())),
                Arguments.of(
                        "announcement id must be 1 to 256 visible ASCII characters, got 'kağıt'",
                        new Announcement("kağıt", "t", "s", "", TIME, Map.of())),
                Arguments.of(
                        "announcement id must be 1 to 256 visible ASCII characters, got '" + "i".repeat(256) + "…'",
                        new Announcement("i".repeat(257), "t", "s", "", TIME, Map.of())),
                Arguments.of(
                        "announcement source must be a URI reference, got 'not a uri'",
                        new Announcement("a", "t", "not a uri", "", TIME, Map.of())),
                Arguments.of(
                        "announcement type must hold no control characters, got 't?'",
                        new Announcement("a", "t\n", "s", "", TIME, Map.of())),
                Arguments.of(
                        "announcement subject must hold no control characters, got '?'",
                        new Announcement("a", "t", "s", "\u0000", TIME, Map.of())),
                Arguments.of(
                        "announcement time must lie in the years 0000 to 9999 (RFC 3339), got +10000-01-01T00:00:00Z",
                        new Announcement("a", "t", "s", "", Instant.parse("+10000-01-01T00:00:00Z"), Map.of())),
                Arguments.of(
                        "announcement time must lie in the years 0000 to 9999 (RFC 3339), got -0001-12-31T23:59:59Z",
                        new Announcement("a", "t", "s", "", Instant.parse("-0001-12-31T23:59:59Z"), Map.of())));
    }

    @ParameterizedTest
    @MethodSource("unfit_announcements")
    void refuses_what_cannot_be_carried(String message, Announcement announcement) {
        assertRefused(message, announcement);
    }

    @Test
    void refuses_half_a_character() {
        String half = "\uD83D";
        assertRefused(
                "announcement data must hold whole Unicode characters, got half a surrogate pair",
                withNote(half + "!"));
        assertRefused(
                "announcement data must hold whole Unicode characters, got half a surrogate pair",
                new Announcement("a", "t", "s", "", TIME, Map.of("\uDE00", "")));
        assertRefused(
                "announcement subject must hold whole Unicode characters, got half a surrogate pair",
                new Announcement("a", "t", "s", half, TIME, Map.of()));
    }

    private static Announcement withNote(String note) {
        return new Announcement("a", "t", "s", "", TIME, Map.of("note", note));
    }

    private static void assertRefused(String message, Announcement announcement) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> CloudEvent.bodyOf(announcement))
                        .getMessage());
    }

    private static String text(Announcement announcement) {
        return new String(CloudEvent.bodyOf(announcement), StandardCharsets.UTF_8);
    }
}
