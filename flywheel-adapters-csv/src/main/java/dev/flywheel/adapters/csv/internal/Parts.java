package dev.flywheel.adapters.csv.internal;

import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.RejectedRow;
import dev.flywheel.core.program.ProductId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;

/**
 * The rows of one file by what they are about. Rows of different products are parts and are added; rows of the same
 * product are the same thing said twice, and the one with the larger GMV holds (the exports repeat a video that way).
 *
 * @param <K> what a row is about
 */
final class Parts<K> {

    private record Part(long line, List<ProductId> products, Funnel funnel) {

        private static final Comparator<Part> SMALLER_GMV = Comparator.comparing(part ->
                part.funnel.get(Funnel.Amount.GMV).map(Money::minorUnits).orElse(-1L));

        boolean overlaps(Part other) {
            return products.isEmpty() || other.products.isEmpty() || !Collections.disjoint(products, other.products);
        }
    }

    private final Map<K, List<Part>> parts = new LinkedHashMap<>();
    private final List<RejectedRow> repeats = new ArrayList<>();

    void add(K key, long line, Collection<ProductId> products, Funnel funnel) {
        Part part = new Part(line, List.copyOf(products), funnel);
        List<Part> kept = parts.computeIfAbsent(key, any -> new ArrayList<>());
        Optional<Part> same = kept.stream().filter(part::overlaps).findFirst();
        if (same.isEmpty()) {
            kept.add(part);
        } else if (Part.SMALLER_GMV.compare(same.get(), part) < 0) {
            kept.set(kept.indexOf(same.get()), part);
            repeats.add(repeat(key, same.get(), part));
        } else {
            repeats.add(repeat(key, part, same.get()));
        }
    }

    private static RejectedRow repeat(Object key, Part dropped, Part kept) {
        return new RejectedRow(
                dropped.line(),
                "",
                String.valueOf(key),
                "the same thing is listed on line " + kept.line() + " with a GMV that is not smaller",
                "nothing to do if the export repeats rows; otherwise remove one of the two");
    }

    /** Hands over each subject with its parts added up, and sets the repeats aside. */
    void finish(FileSink out, BiConsumer<K, Funnel> consumer) {
        parts.forEach((key, list) -> consumer.accept(key, total(list)));
        repeats.forEach(out::withdraw);
        if (!repeats.isEmpty()) {
            out.finding(
                    Finding.Kind.ROWS_DUPLICATED,
                    repeats.size() + " rows say again what another row of the file says; the larger GMV was kept",
                    "nothing to do if the export repeats rows");
        }
    }

    /** Views are the video's own and repeated on every product's part: the largest of them holds. */
    private static Funnel total(List<Part> list) {
        Funnel sum = list.stream().map(Part::funnel).reduce(Funnel::plus).orElseThrow();
        return list.size() == 1 ? sum : Funnels.withViews(sum, mostViews(list));
    }

    private static OptionalLong mostViews(List<Part> list) {
        return list.stream()
                .map(part -> part.funnel().get(Funnel.Count.VIEWS))
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .max();
    }
}
