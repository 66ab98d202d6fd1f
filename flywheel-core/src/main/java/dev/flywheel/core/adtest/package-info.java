/**
 * Tests of paid against organic conversion: readings, verdicts, and the budget of boosts.
 */
@NullMarked
package dev.flywheel.core.adtest;

import org.jspecify.annotations.NullMarked;
