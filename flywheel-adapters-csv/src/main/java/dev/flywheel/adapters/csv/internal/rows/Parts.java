package dev.flywheel.adapters.csv.internal.rows;

import dev.flywheel.adapters.csv.internal.rows.LargestParts.Part;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.RejectedRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one file by what they are about. Rows of different products are parts and are added; rows of the same
 * product are the same thing said twice, and the one with the larger GMV holds (the exports repeat a video that way).
 * Where a file lists something else than products, such as a creator's LIVEs, the same holds of those.
 *
 * @param <S> whom rows are about
 */
final class Parts<S> {

    /** Takes what was said of a subject in one of its slots. */
    @FunctionalInterface
    interface Taker<S> {
        void take(S subject, long slot, Funnel funnel);
    }

    /** Names what a row is about, for people. */
    @FunctionalInterface
    interface Naming<S> {
        String name(S subject, long slot);
    }

    /** A subject's slot. */
    record Slot(Object subject, long slot) {}

    private final Map<S, List<Part>> parts = new LinkedHashMap<>();
    private final Map<Object, Long> refused = new HashMap<>();
    private final List<RejectedRow> repeats = new ArrayList<>();
    private long rows;
    private final Naming<S> naming;
    private final BinaryOperator<Funnel> plus;

    /** Parts that are products, whose views are repeated on each. */
    Parts(Naming<S> naming) {
        this(naming, Funnels::plusProduct);
    }

    /** Names what a row is about, and adds two parts of it. */
    Parts(Naming<S> naming, BinaryOperator<Funnel> plus) {
        this.naming = naming;
        this.plus = plus;
    }

    /**
     * Adds a row.
     *
     * @param subject whom it is about
     * @param slot which of the subject's days and traffics, by any numbering; 0 in files that do not tell them apart
     * @param line where it stands
     * @param of the products, or whatever else, that it counts; empty where it counts all
     * @param funnel its numbers
     */
    void add(S subject, long slot, long line, List<?> of, Funnel funnel) {
        parts.computeIfAbsent(subject, any -> new ArrayList<>()).add(new Part(slot, line, of, funnel));
        rows++;
    }

    /** Learns that a row of a subject's slot was rejected: without it the sum of the others would be too small. */
    void refuse(Object slot, long line) {
        refused.putIfAbsent(slot, line);
    }

    /** {@return how many rows were added} */
    long rows() {
        return rows;
    }

    /** Hands over each subject with its parts added up, slot by slot, and sets the repeats aside. */
    void finish(FileSink out, Taker<S> taker) {
        parts.forEach((subject, list) -> {
            list.sort(Comparator.comparingLong(Part::slot));
            int from = 0;
            for (int to = 1; to <= list.size(); to++) {
                if (to == list.size() || list.get(to).slot() != list.get(from).slot()) {
                    long slot = list.get(from).slot();
                    Long missing = refused.isEmpty() ? null : refused.get(new Slot(subject, slot));
                    if (missing == null) {
                        Funnel sum =
                                to - from == 1 ? list.get(from).funnel() : sum(out, subject, list.subList(from, to));
                        if (sum != null) {
                            taker.take(subject, slot, sum);
                        }
                    } else {
                        list.subList(from, to)
                                .forEach(row -> out.withdrawCompanion(row.line(), naming.name(subject, slot), missing));
                    }
                    from = to;
                }
            }
        });
        repeats.forEach(out::withdraw);
        if (!repeats.isEmpty()) {
            out.finding(
                    Finding.Kind.ROWS_DUPLICATED,
                    repeats.size() + " rows say again what another row of the file says; the larger GMV was kept",
                    "nothing to do if the export repeats rows");
        }
    }

    /** {@return the sum, or null if it is more than can be counted; the rows are then set aside} */
    private @Nullable Funnel sum(FileSink out, S subject, List<Part> rows) {
        LargestParts largest = new LargestParts();
        rows.forEach(row -> largest.add(
                row, (dropped, kept) -> repeats.add(repeat(naming.name(subject, row.slot()), dropped, kept))));
        try {
            return largest.kept().stream().map(Part::funnel).reduce(plus).orElseThrow();
        } catch (ArithmeticException overflow) {
            largest.kept()
                    .forEach(part -> out.withdraw(new RejectedRow(
                            part.line(),
                            "",
                            naming.name(subject, part.slot()),
                            "its numbers and those of other rows of the same thing are together too large to be counted",
                            "check the numbers")));
            return null;
        }
    }

    private static RejectedRow repeat(String name, Part dropped, Part kept) {
        return new RejectedRow(
                dropped.line(),
                "",
                name,
                "the same thing is listed on line " + kept.line() + " with a GMV that is not smaller",
                "nothing to do if the export repeats rows; otherwise remove one of the two");
    }
}
