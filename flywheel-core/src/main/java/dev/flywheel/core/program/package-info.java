/**
 * The brand's programme: products, currency, zone, caps, and the policy with every default number.
 */
@NullMarked
package dev.flywheel.core.program;

import org.jspecify.annotations.NullMarked;
