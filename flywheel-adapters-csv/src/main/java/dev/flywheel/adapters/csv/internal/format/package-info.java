/**
 * The export formats as data, one table each among the resources of this package, and how a file's headers are matched
 * against them. A renamed column is one more line in its format's table.
 */
@NullMarked
package dev.flywheel.adapters.csv.internal.format;

import org.jspecify.annotations.NullMarked;
