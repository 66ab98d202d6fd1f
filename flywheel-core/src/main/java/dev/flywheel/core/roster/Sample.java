package dev.flywheel.core.roster;

import dev.flywheel.core.money.Money;
import dev.flywheel.core.program.ProductId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A free unit and how far it has travelled. Dates are days of the brand's zone. Immutable.
 *
 * @param creator who asked for it or was offered it
 * @param product what was sent
 * @param requestedOn the day of the request, if known
 * @param approvedOn the day of approval; absent while it waits
 * @param shippedOn the day it left
 * @param deliveredOn the day it arrived; the sample clock starts here
 * @param cost goods and shipping; absent when unknown
 */
public record Sample(
        CreatorId creator,
        ProductId product,
        @Nullable LocalDate requestedOn,
        @Nullable LocalDate approvedOn,
        @Nullable LocalDate shippedOn,
        @Nullable LocalDate deliveredOn,
        @Nullable Money cost) {

    /** Checks. */
    public Sample {
        Objects.requireNonNull(creator, "creator");
        Objects.requireNonNull(product, "product");
    }

    /** {@return the earliest day anything is known of} */
    public Optional<LocalDate> firstDay() {
        return days().min(Comparator.naturalOrder());
    }

    Optional<LocalDate> lastDay() {
        return days().max(Comparator.naturalOrder());
    }

    private Stream<LocalDate> days() {
        return Stream.of(requestedOn, approvedOn, shippedOn, deliveredOn).flatMap(Stream::ofNullable);
    }

    /**
     * Whether the brand had committed to it by a day.
     *
     * @param day the day
     * @return true once approved, shipped or delivered
     */
    public boolean sentBy(LocalDate day) {
        return reached(approvedOn, day) || reached(shippedOn, day) || reached(deliveredOn, day);
    }

    /**
     * Whether it had arrived by a day.
     *
     * @param day the day
     * @return true once delivered
     */
    public boolean deliveredBy(LocalDate day) {
        return reached(deliveredOn, day);
    }

    private static boolean reached(@Nullable LocalDate milestone, LocalDate day) {
        return milestone != null && !milestone.isAfter(day);
    }
}
