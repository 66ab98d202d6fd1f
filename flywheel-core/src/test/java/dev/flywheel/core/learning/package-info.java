@NullMarked
package dev.flywheel.core.learning;

import org.jspecify.annotations.NullMarked;
