/** The README's example as an outside project. */
@NullMarked
package dev.flywheel.app.embedding;

import org.jspecify.annotations.NullMarked;
