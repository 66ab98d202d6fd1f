package dev.flywheel.adapters.csv.internal.rows;

import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Funnel;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parts of one number: of parts that count the same thing the one with the largest GMV holds, and of equal ones the
 * first. The time for a part does not grow with how many there are. Not thread-safe.
 */
final class LargestParts {

    /**
     * A row.
     *
     * @param slot which of its subject's numbers it is part of
     * @param line where it stands
     * @param of the products, or whatever else, that it counts; empty where it counts all
     * @param funnel its numbers
     */
    record Part(long slot, long line, List<?> of, Funnel funnel) {

        private long gmv() {
            return funnel.get(Funnel.Amount.GMV).map(Money::minorUnits).orElse(-1L);
        }
    }

    private static final Comparator<Part> LARGEST_FIRST =
            Comparator.comparingLong(Part::gmv).reversed().thenComparingLong(Part::line);

    private final NavigableSet<Part> kept = new TreeSet<>(LARGEST_FIRST);
    private final NavigableSet<Part> ofAll = new TreeSet<>(LARGEST_FIRST);
    private final Map<Object, NavigableSet<Part>> ofThing = new HashMap<>();

    /** {@return the parts that hold, none of which counts what another one does} */
    Collection<Part> kept() {
        return Collections.unmodifiableCollection(kept);
    }

    /**
     * Adds a part, whose line no other has.
     *
     * @param part the part
     * @param repeats is told of every part that does not hold any more, or not at all, and of the one that does
     */
    void add(Part part, BiConsumer<Part, Part> repeats) {
        Part largest = largestBeside(part);
        if (largest != null && largest.gmv() >= part.gmv()) {
            repeats.accept(part, largest);
            return;
        }
        for (Part smaller : beside(part)) {
            remove(smaller);
            repeats.accept(smaller, part);
        }
        kept.add(part);
        placesOf(part).forEach(place -> place.add(part));
    }

    private @Nullable Part largestBeside(Part part) {
        return placesBeside(part)
                .filter(place -> !place.isEmpty())
                .map(NavigableSet::first)
                .min(LARGEST_FIRST)
                .orElse(null);
    }

    private Set<Part> beside(Part part) {
        Set<Part> all = new LinkedHashSet<>();
        placesBeside(part).forEach(all::addAll);
        return all;
    }

    /** Where the kept parts stand that count something of what a part counts. */
    private Stream<NavigableSet<Part>> placesBeside(Part part) {
        return part.of().isEmpty()
                ? Stream.of(kept)
                : Stream.concat(
                        Stream.of(ofAll), part.of().stream().map(ofThing::get).filter(Objects::nonNull));
    }

    private Stream<NavigableSet<Part>> placesOf(Part part) {
        return part.of().isEmpty()
                ? Stream.of(ofAll)
                : part.of().stream().map(thing -> ofThing.computeIfAbsent(thing, any -> new TreeSet<>(LARGEST_FIRST)));
    }

    private void remove(Part part) {
        kept.remove(part);
        placesOf(part).forEach(place -> place.remove(part));
    }
}
