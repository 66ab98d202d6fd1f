/** Keeps ledgers in a SQLite file or in PostgreSQL. */
@SuppressWarnings("requires-automatic") // PostgreSQL's driver has no descriptor
module dev.flywheel.adapters.jdbc {
    requires transitive dev.flywheel.core;
    requires static org.jspecify;
    requires transitive java.sql;
    requires org.postgresql.jdbc;
    requires org.xerial.sqlitejdbc;

    exports dev.flywheel.adapters.jdbc;
}
