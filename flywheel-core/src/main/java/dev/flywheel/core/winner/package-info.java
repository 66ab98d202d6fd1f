/**
 * Ranking and selection of videos, creators, hooks, angles and placements.
 */
@NullMarked
package dev.flywheel.core.winner;

import org.jspecify.annotations.NullMarked;
