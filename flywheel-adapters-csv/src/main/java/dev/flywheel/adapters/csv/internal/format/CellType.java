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
    /** A number that may have decimals and is no amount. */
    DECIMAL,
    /** A rate printed in percentage points, with or without a sign: 5.93% or 34.21. */
    POINTS,
    /** A rate printed as a fraction: 0.0176 is 1.76 %. */
    FRACTION,
    /** A date or a date with a time. */
    DATE,
    /** Words. */
    TEXT
}
