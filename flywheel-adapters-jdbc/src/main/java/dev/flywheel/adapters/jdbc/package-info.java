/**
 * Ledgers in a SQLite file or in PostgreSQL, over plain JDBC.
 */
@NullMarked
package dev.flywheel.adapters.jdbc;

import org.jspecify.annotations.NullMarked;
