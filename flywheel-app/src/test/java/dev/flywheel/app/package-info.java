@NullMarked
package dev.flywheel.app;

import org.jspecify.annotations.NullMarked;
