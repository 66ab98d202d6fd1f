/**
 * The command line and its wiring.
 */
@NullMarked
package dev.flywheel.app;

import org.jspecify.annotations.NullMarked;
