/**
 * Periods and days that no cell holds: in names, in the length of reports, between zones.
 */
@NullMarked
package dev.flywheel.adapters.csv.internal.period;

import org.jspecify.annotations.NullMarked;
