/**
 * The entry point: {@link dev.flywheel.core.Flywheel}.
 */
@NullMarked
package dev.flywheel.core;

import org.jspecify.annotations.NullMarked;
