/** The synthetic brand Northpeak: a seeded market and the writers of its export files. */
@NullMarked
package dev.flywheel.app.example;

import org.jspecify.annotations.NullMarked;
