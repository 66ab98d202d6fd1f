/**
 * What works: effects of hooks, angles and placements, and the briefs that follow from them.
 */
@NullMarked
package dev.flywheel.core.learning;

import org.jspecify.annotations.NullMarked;
