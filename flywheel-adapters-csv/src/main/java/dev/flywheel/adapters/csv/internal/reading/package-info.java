/**
 * Reads a row by meaning: what the cell of a field says, and whether it can be believed.
 */
@NullMarked
package dev.flywheel.adapters.csv.internal.reading;

import org.jspecify.annotations.NullMarked;
