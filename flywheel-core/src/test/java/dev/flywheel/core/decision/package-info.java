@NullMarked
package dev.flywheel.core.decision;

import org.jspecify.annotations.NullMarked;
