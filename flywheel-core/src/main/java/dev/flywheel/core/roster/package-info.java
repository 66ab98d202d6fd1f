/**
 * Creators and the samples they were sent.
 */
@NullMarked
package dev.flywheel.core.roster;

import org.jspecify.annotations.NullMarked;
