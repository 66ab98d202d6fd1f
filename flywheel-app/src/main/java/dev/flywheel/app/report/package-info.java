/**
 * Writes a rotation for people and programs: JSON, text and a page that opens offline.
 */
@NullMarked
package dev.flywheel.app.report;

import org.jspecify.annotations.NullMarked;
