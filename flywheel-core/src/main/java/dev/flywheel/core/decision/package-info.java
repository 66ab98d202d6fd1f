/**
 * What every record of a decision has: the rule, what was not done instead, the seed and the engine.
 */
@NullMarked
package dev.flywheel.core.decision;

import org.jspecify.annotations.NullMarked;
