package dev.flywheel.app.example;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One sample on its way; a stage that has not been reached has no date. */
record Sample(
        Creator creator,
        Product product,
        LocalDate requested,
        @Nullable LocalDate approved,
        @Nullable LocalDate shipped,
        @Nullable LocalDate delivered) {

    long cost() {
        return product.cogs() + product.shipping();
    }
}
