/**
 * Port contracts and in-memory ports.
 */
@NullMarked
package dev.flywheel.testkit;

import org.jspecify.annotations.NullMarked;
