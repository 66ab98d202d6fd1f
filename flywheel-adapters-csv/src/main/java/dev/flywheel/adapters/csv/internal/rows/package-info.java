/**
 * What rows mean: one mapper for each kind of file, from rows to evidence.
 */
@NullMarked
package dev.flywheel.adapters.csv.internal.rows;

import org.jspecify.annotations.NullMarked;
