/**
 * From one file to evidence: recognise it, go over its rows, map them, account for every one of them.
 */
@NullMarked
package dev.flywheel.adapters.csv.internal;

import org.jspecify.annotations.NullMarked;
