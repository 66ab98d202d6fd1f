/**
 * The engine's use cases behind one factory. Not exported.
 */
@NullMarked
package dev.flywheel.core.usecase;

import org.jspecify.annotations.NullMarked;
