/** Rules about the whole system, each with code that breaks it. */
@NullMarked
package dev.flywheel.app.architecture;

import org.jspecify.annotations.NullMarked;
