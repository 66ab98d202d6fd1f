/**
 * What was observed: funnels by subject, period and traffic, order lines, and findings about the data.
 */
@NullMarked
package dev.flywheel.core.performance;

import org.jspecify.annotations.NullMarked;
