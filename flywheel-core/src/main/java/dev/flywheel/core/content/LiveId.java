package dev.flywheel.core.content;

/**
 * The id of a LIVE, also called its room id. Text: its 19 digits do not survive a spreadsheet. Immutable.
 *
 * @param value 1 to 19 decimal digits without a leading zero
 */
public record LiveId(String value) implements Comparable<LiveId> {

    /**
     * Checks.
     *
     * @param value the digits
     */
    public LiveId {
        VideoId.check("LiveId", value);
    }

    @Override
    public int compareTo(LiveId other) {
        return VideoId.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
