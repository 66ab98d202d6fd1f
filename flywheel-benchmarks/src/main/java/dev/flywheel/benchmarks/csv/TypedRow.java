package dev.flywheel.benchmarks.csv;

import java.time.LocalDate;

/** A row of the measured file with its twenty columns typed; amounts are in cents, the rate in hundredths of a percent. */
record TypedRow(
        LocalDate date,
        String traffic,
        long video,
        String creator,
        long product,
        String title,
        long views,
        long clicks,
        long addToCarts,
        long orders,
        long items,
        long gmv,
        long refunds,
        long refundedItems,
        long commission,
        long likes,
        long comments,
        long clickRate,
        LocalDate postedOn,
        long creatorId) {

    /** A number that differs when any column does. */
    long checksum() {
        long numbers = video ^ product * 3 ^ creatorId * 5;
        numbers += views + 3 * clicks + 5 * addToCarts + 7 * orders + 11 * items + 13 * gmv + 17 * refunds;
        numbers += 19 * refundedItems + 23 * commission + 29 * likes + 31 * comments + 37 * clickRate;
        return numbers
                + 41 * date.toEpochDay()
                + 43 * postedOn.toEpochDay()
                + 47L * traffic.length()
                + 53L * creator.length()
                + 59L * title.length();
    }
}
