package dev.flywheel.core.performance;

import java.util.Comparator;
import java.util.Objects;

/**
 * Something that is wrong, missing or doubtful in the data, and what to do about it. Immutable.
 *
 * @param kind what it is
 * @param subject what it is about, such as a video, a creator or a file
 * @param message what was seen, with the numbers
 * @param remedy what to do
 */
public record Finding(Kind kind, String subject, String message, String remedy) implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::kind)
            .thenComparing(Finding::subject)
            .thenComparing(Finding::message)
            .thenComparing(Finding::remedy);

    /** Checks. */
    public Finding {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(remedy, "remedy");
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    /** How much a finding endangers decisions. */
    public enum Severity {
        /** Decisions that lean on it are withheld or wrong. */
        BLOCKING,
        /** Numbers may be off. */
        WARNING,
        /** Worth knowing. */
        NOTE
    }

    /** What can be found, most severe first. */
    public enum Kind {
        /** A file could not be read at all. */
        FILE_UNREADABLE(Severity.BLOCKING),
        /** A column that the format needs is not there. */
        COLUMN_MISSING(Severity.BLOCKING),
        /** A file without dates whose period nobody gave. */
        PERIOD_UNKNOWN(Severity.BLOCKING),
        /** An Amazon report of which nobody says from which marketplace it is. */
        MARKETPLACE_UNKNOWN(Severity.BLOCKING),
        /** Two formats fit a file equally well. */
        FILE_AMBIGUOUS(Severity.BLOCKING),
        /** Organic and paid orders of a running test cannot be told apart. */
        ATTRIBUTION_MISSING(Severity.BLOCKING),
        /** Videos' totals differ from the creators' totals of the same period. */
        TOTALS_DIFFER(Severity.WARNING),
        /** Paid revenue is above the shop's own revenue of the same videos and period. */
        PAID_REVENUE_ABOVE_SHOP(Severity.WARNING),
        /** Orders were reported for a period without a click. */
        ORDERS_WITHOUT_CLICKS(Severity.WARNING),
        /** More paid orders than paid clicks were reported since a boost started. */
        ORDERS_ABOVE_CLICKS(Severity.WARNING),
        /** Price, commission or product of a video changed while its boost was under test. */
        OFFER_CHANGED(Severity.WARNING),
        /** Refunds are above the value of the orders. */
        REFUNDS_ABOVE_GMV(Severity.WARNING),
        /** The same video is listed under two creators. */
        VIDEO_UNDER_TWO_CREATORS(Severity.WARNING),
        /** A file has exactly as many rows as an export may have. */
        EXPORT_TRUNCATED(Severity.WARNING),
        /** A file's name speaks of other days than the file itself. */
        PERIOD_CONTRADICTED(Severity.WARNING),
        /** Days between two reports of one kind are not covered. */
        PERIOD_MISSING(Severity.WARNING),
        /** Overlapping periods were reported; the finer or newer one is used. */
        PERIODS_OVERLAP(Severity.NOTE),
        /** Two ad reports know spend of one video on the same days; one of them is believed. */
        SPEND_IN_TWO_REPORTS(Severity.NOTE),
        /** Rows could not be read and were set aside. */
        ROWS_REJECTED(Severity.WARNING),
        /** Rows are dated after the as-of date and were not used. */
        AFTER_AS_OF(Severity.WARNING),
        /** An optional column is absent: its numbers are unknown. */
        OPTIONAL_COLUMN_MISSING(Severity.NOTE),
        /** A workbook holds another table besides the one that was read. */
        SHEET_NOT_READ(Severity.WARNING),
        /** Numbers were worked out from others, because the file does not give them. */
        NUMBERS_DERIVED(Severity.NOTE),
        /** Numbers are printed rounded, such as 250K, and were read as they stand. */
        NUMBERS_ROUNDED(Severity.WARNING),
        /** The times in a file do not fit the zone in which they are read. */
        ZONE_DOUBTFUL(Severity.WARNING),
        /** A file's days are those of another time zone and could not be converted. */
        DAYS_OF_ANOTHER_ZONE(Severity.WARNING),
        /** Rows that belong to no video, such as product cards. */
        ROWS_WITHOUT_VIDEO(Severity.NOTE),
        /** Day and month could not be told apart; the format's documented order was taken. */
        DATE_ORDER_ASSUMED(Severity.NOTE),
        /** The marketplace of an ad report was told by its currency, which no other marketplace has. */
        MARKETPLACE_ASSUMED(Severity.NOTE),
        /** A report does not say whose own numbers it holds. */
        VIEW_UNKNOWN(Severity.NOTE),
        /** A file of a kind that the engine does not read. */
        FILE_NOT_RECOGNISED(Severity.NOTE),
        /** A file with the same content as another one. */
        FILE_DUPLICATED(Severity.NOTE),
        /** Rows of one video and period were given twice with different numbers. */
        ROWS_DUPLICATED(Severity.NOTE),
        /** What files gave that no decision leans on yet, and what it is kept for. */
        EVIDENCE_KEPT(Severity.NOTE),
        /** A product that the programme does not list. */
        PRODUCT_UNKNOWN(Severity.WARNING);

        private final Severity severity;

        Kind(Severity severity) {
            this.severity = severity;
        }

        /** {@return how much it endangers decisions} */
        public Severity severity() {
            return severity;
        }
    }
}
