/**
 * The export formats as data, and how a file's headers are matched against them. A renamed column is one more name in
 * {@link dev.flywheel.adapters.csv.internal.format.Formats}.
 */
@NullMarked
package dev.flywheel.adapters.csv.internal.format;

import org.jspecify.annotations.NullMarked;
