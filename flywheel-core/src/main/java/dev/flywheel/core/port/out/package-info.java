/**
 * What the engine needs from the outside.
 */
@NullMarked
package dev.flywheel.core.port.out;

import org.jspecify.annotations.NullMarked;
