@NullMarked
package dev.flywheel.app.program;

import org.jspecify.annotations.NullMarked;
