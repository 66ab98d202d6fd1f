/** Tests of the mathematics against published values, stated properties and simulation. */
@NullMarked
package dev.flywheel.core.stats;

import org.jspecify.annotations.NullMarked;
