/** Tests of the phases on small brands made by hand. */
@NullMarked
package dev.flywheel.core.cycle;

import org.jspecify.annotations.NullMarked;
