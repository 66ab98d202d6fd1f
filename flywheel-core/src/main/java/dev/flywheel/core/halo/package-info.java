/**
 * What Amazon reports of searches, purchases and ads, and the weekly volume of branded searches: what a lift of branded
 * search by content is to be measured on.
 */
@NullMarked
package dev.flywheel.core.halo;

import org.jspecify.annotations.NullMarked;
