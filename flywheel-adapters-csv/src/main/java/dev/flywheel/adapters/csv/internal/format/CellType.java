package dev.flywheel.adapters.csv.internal.format;

/** What a column's cells hold. */
public enum CellType {
    /** An id that is no video's. */
    ID,
    /** A video id, which carries its own date. */
    VIDEO_ID,
    /** Product ids joined by commas. */
    PRODUCT_IDS,
    /** A creator's handle. */
    HANDLE,
    /** An amount. */
    MONEY,
    /** A whole number. */
    COUNT,
    /** A rate in percentage points. */
    POINTS,
    /** A date or a date with a time. */
    DATE,
    /** Words. */
    TEXT
}
