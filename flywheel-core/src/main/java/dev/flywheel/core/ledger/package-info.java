/**
 * The pure part of the ledger: what an entry is, how entries are chained, what an action may become, and what the daily
 * cap admits. Where entries are kept is the business of the port {@code Ledger}.
 */
@NullMarked
package dev.flywheel.core.ledger;

import org.jspecify.annotations.NullMarked;
