/**
 * Exact money, rates and what one order leaves after its costs. No floating point.
 */
@NullMarked
package dev.flywheel.core.money;

import org.jspecify.annotations.NullMarked;
