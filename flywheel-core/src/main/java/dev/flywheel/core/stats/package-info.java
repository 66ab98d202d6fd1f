/**
 * The mathematics: plain numbers in, plain numbers out. Not exported.
 */
@NullMarked
package dev.flywheel.core.stats;

import org.jspecify.annotations.NullMarked;
