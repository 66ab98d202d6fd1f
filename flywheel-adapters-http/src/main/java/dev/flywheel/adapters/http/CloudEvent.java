package dev.flywheel.adapters.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.flywheel.core.port.out.Announcement;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;

/**
 * An announcement as a CloudEvents 1.0 event in structured JSON. The same announcement always gives the same bytes:
 * attributes in the order of the specification, data in order of key.
 */
final class CloudEvent {

    static final String CONTENT_TYPE = "application/cloudevents+json; charset=utf-8";

    /** Standard Webhooks asks for less than 20 kB. */
    static final int BODY_LIMIT_BYTES = 20_000;

    private static final int MAX_ID_LENGTH = 256;
    private static final Instant YEAR_0 = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private CloudEvent() {}

    static byte[] bodyOf(Announcement announcement) {
        requireHeaderSafe(announcement.id());
        requireUriReference(announcement.source());
        requirePrintable("type", announcement.type());
        requirePrintable("subject", announcement.subject());
        requireFourDigitYear(announcement.time());
        announcement.data().forEach((key, value) -> {
            requireWholeCharacters("data", key);
            requireWholeCharacters("data", value);
        });
        byte[] body = write(tree(announcement));
        if (body.length >= BODY_LIMIT_BYTES) {
            throw new IllegalArgumentException("announcement " + announcement.id() + " must take less than "
                    + BODY_LIMIT_BYTES + " bytes as JSON, got " + body.length);
        }
        return body;
    }

    private static ObjectNode tree(Announcement announcement) {
        ObjectNode event = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", announcement.id())
                .put("source", announcement.source())
                .put("type", announcement.type())
                .put("time", announcement.time().toString());
        if (!announcement.subject().isEmpty()) {
            // CloudEvents: an attribute that is present is not empty.
            event.put("subject", announcement.subject());
        }
        event.put("datacontenttype", "application/json");
        announcement.data().forEach(event.putObject("data")::put);
        return event;
    }

    private static byte[] write(ObjectNode event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of whole characters must be writable as JSON", e);
        }
    }

    /** The id travels as a header: anything else would be refused by the client or, worse, split the header. */
    private static void requireHeaderSafe(String id) {
        if (id.length() > MAX_ID_LENGTH || !id.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw new IllegalArgumentException("announcement id must be 1 to " + MAX_ID_LENGTH
                    + " visible ASCII characters, got '" + printable(id) + "'");
        }
    }

    private static void requireUriReference(String source) {
        try {
            new URI(source);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "announcement source must be a URI reference, got '" + printable(source) + "'", e);
        }
    }

    private static void requirePrintable(String name, String value) {
        requireWholeCharacters(name, value);
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "announcement " + name + " must hold no control characters, got '" + printable(value) + "'");
        }
    }

    /** Half a surrogate pair has no UTF-8 form; receivers would see another text than the one announced. */
    private static void requireWholeCharacters(String name, String value) {
        if (value.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw new IllegalArgumentException(
                    "announcement " + name + " must hold whole Unicode characters, got half a surrogate pair");
        }
    }

    private static void requireFourDigitYear(Instant time) {
        if (time.isBefore(YEAR_0) || !time.isBefore(YEAR_10000)) {
            throw new IllegalArgumentException(
                    "announcement time must lie in the years 0000 to 9999 (RFC 3339), got " + time);
        }
    }

    private static String printable(String text) {
        String head = text.length() <= MAX_ID_LENGTH ? text : text.substring(0, MAX_ID_LENGTH) + "…";
        return head.replaceAll("\\p{Cntrl}", "?");
    }
}
