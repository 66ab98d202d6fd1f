/** Tests of rankings. */
@NullMarked
package dev.flywheel.core.winner;

import org.jspecify.annotations.NullMarked;
