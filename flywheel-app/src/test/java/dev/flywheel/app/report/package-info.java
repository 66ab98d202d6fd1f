@NullMarked
package dev.flywheel.app.report;

import org.jspecify.annotations.NullMarked;
