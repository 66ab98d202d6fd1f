/**
 * Reads {@code program.toml} and policy files into the core's programme.
 */
@NullMarked
package dev.flywheel.app.program;

import org.jspecify.annotations.NullMarked;
