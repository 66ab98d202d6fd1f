/** How fast files are imported, measured against FastCSV, DuckDB and POI in the same run. */
@NullMarked
package dev.flywheel.benchmarks.csv;

import org.jspecify.annotations.NullMarked;
