/** How fast a ledger is. */
@NullMarked
package dev.flywheel.benchmarks.ledger;

import org.jspecify.annotations.NullMarked;
