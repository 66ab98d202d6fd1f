/**
 * What the outside may ask of the engine.
 */
@NullMarked
package dev.flywheel.core.port.in;

import org.jspecify.annotations.NullMarked;
