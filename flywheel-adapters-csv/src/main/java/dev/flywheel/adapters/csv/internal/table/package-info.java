/**
 * Tables out of files: rows of cells with the line they stand on, from text or from a workbook, within limits.
 */
@NullMarked
package dev.flywheel.adapters.csv.internal.table;

import org.jspecify.annotations.NullMarked;
