/** Rules about the shape of the core, each with code that breaks it. */
@NullMarked
package dev.flywheel.core.architecture;

import org.jspecify.annotations.NullMarked;
