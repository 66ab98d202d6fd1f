/**
 * What the text of one cell means: ids, handles, money, counts, rates, dates, and the many ways to say unknown.
 */
@NullMarked
package dev.flywheel.adapters.csv.internal.cell;

import org.jspecify.annotations.NullMarked;
