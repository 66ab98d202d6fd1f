package dev.flywheel.core.content;

import java.time.Instant;
import java.util.Objects;

/**
 * A post's id. Text: its 19 digits do not survive a spreadsheet. The upper 32 bits are the Unix second of creation.
 *
 * @param value 1 to 19 decimal digits without a leading zero
 */
public record VideoId(String value) implements Comparable<VideoId> {

    /**
     * Checks.
     *
     * @param value the digits
     */
    public VideoId {
        check("VideoId", value);
    }

    static void check(String type, String value) {
        Objects.requireNonNull(value, "value");
        if (!isDigits(value) || (value.length() == 19 && value.compareTo("9223372036854775807") > 0)) {
            throw new IllegalArgumentException(
                    type + " must be 1 to 19 digits without a leading zero, got '" + value + "'");
        }
    }

    private static boolean isDigits(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 19 && text.charAt(0) != '0';
        for (int i = 0; i < text.length() && digits; i++) {
            digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return digits;
    }

    /** {@return the instant that the id itself carries} */
    public Instant createdAt() {
        return Instant.ofEpochSecond(Long.parseLong(value) >> 32);
    }

    @Override
    public int compareTo(VideoId other) {
        return compare(value, other.value);
    }

    static int compare(String left, String right) {
        int byLength = Integer.compare(left.length(), right.length());
        return byLength != 0 ? byLength : left.compareTo(right);
    }

    @Override
    public String toString() {
        return value;
    }
}
