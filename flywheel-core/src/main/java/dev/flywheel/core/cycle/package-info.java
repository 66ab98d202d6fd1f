/**
 * The five phases of a rotation, one class each, and the actions they propose.
 */
@NullMarked
package dev.flywheel.core.cycle;

import org.jspecify.annotations.NullMarked;
