/**
 * Announcements as signed webhooks.
 */
@NullMarked
package dev.flywheel.adapters.http;

import org.jspecify.annotations.NullMarked;
