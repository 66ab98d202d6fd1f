/**
 * Videos, their creative tags, briefs, and the permissions to advertise them.
 */
@NullMarked
package dev.flywheel.core.content;

import org.jspecify.annotations.NullMarked;
