/**
 * JMH benchmarks of the decisions: time and allocation, each at several sizes so that growth shows. They run on the class
 * path, where the core's private statistics can be reached too.
 */
@NullMarked
package dev.flywheel.benchmarks;

import org.jspecify.annotations.NullMarked;
