package dev.flywheel.adapters.jdbc;

/** What differs between the two databases; everything else is the same SQL. */
enum Engine {
    /** One writer at a time holds the whole file. */
    SQLITE("BEGIN IMMEDIATE", "", "", "PRAGMA wal_checkpoint(TRUNCATE)"),
    /** A writer holds the row of its brand. */
    POSTGRESQL("BEGIN", " FOR UPDATE", "SELECT pg_advisory_xact_lock(7380412051)", "");

    private final String begin;
    private final String hold;
    private final String holdStore;
    private final String afterErasing;

    Engine(String begin, String hold, String holdStore, String afterErasing) {
        this.begin = begin;
        this.hold = hold;
        this.holdStore = holdStore;
        this.afterErasing = afterErasing;
    }

    /** Starts a transaction that writes. */
    String begin() {
        return begin;
    }

    /** Behind a SELECT: keeps other writers from the row until the transaction ends. */
    String hold() {
        return hold;
    }

    /** Keeps other programmes from changing the schema at the same time; empty where BEGIN does. */
    String holdStore() {
        return holdStore;
    }

    /**
     * What makes a deleted row leave the disk: SQLite overwrites it in its file (secure_delete), and the write-ahead log
     * is emptied into the file. Empty for PostgreSQL, which does it by itself
     * when it vacuums.
     */
    String afterErasing() {
        return afterErasing;
    }
}
