/**
 * What holds for a whole import: the settings, its files, and what they told of each other.
 */
@NullMarked
package dev.flywheel.adapters.csv.internal.frame;

import org.jspecify.annotations.NullMarked;
