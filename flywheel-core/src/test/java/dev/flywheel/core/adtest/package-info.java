/** Tests of ad tests, verdicts and budgets. */
@NullMarked
package dev.flywheel.core.adtest;

import org.jspecify.annotations.NullMarked;
