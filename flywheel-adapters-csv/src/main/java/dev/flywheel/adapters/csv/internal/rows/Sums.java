package dev.flywheel.adapters.csv.internal.rows;

import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.RejectedRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows of an ad report that add up by what they are about. A row that stands twice is used once, and one that cannot be used
 * takes the others about the same thing along: their sum would be too small. Not thread-safe.
 *
 * @param <S> what rows are about
 * @param <N> their numbers
 */
final class Sums<S, N> {

    private record Said<S, N>(S subject, List<?> names, N numbers) {}

    private final Function<S, String> naming;
    private final BinaryOperator<N> plus;
    private final String remedy;
    private final Map<Said<S, N>, Long> lines = new HashMap<>();
    private final Map<S, N> totals = new LinkedHashMap<>();
    private final List<RejectedRow> repeats = new ArrayList<>();
    private final Map<Object, Long> refused = new HashMap<>();

    /** Names what a row is about, adds numbers, and says what to do about rows that repeat. */
    Sums(Function<S, String> naming, BinaryOperator<N> plus, String remedy) {
        this.naming = naming;
        this.plus = plus;
        this.remedy = remedy;
    }

    /**
     * Adds a row.
     *
     * @param subject what it is about
     * @param names what else tells it from other rows about the same
     * @param numbers its numbers
     * @param line where it stands
     * @return false if the same row was added before
     * @throws ArithmeticException if the sum is more than can be counted; the row is not added then
     */
    boolean add(S subject, List<?> names, N numbers, long line) {
        Said<S, N> row = new Said<>(subject, names, numbers);
        Long earlier = lines.get(row);
        if (earlier != null) {
            repeats.add(new RejectedRow(
                    line, "", naming.apply(subject), "the same row is listed on line " + earlier, remedy));
            return false;
        }
        totals.merge(subject, numbers, plus);
        lines.put(row, line);
        return true;
    }

    /** {@return what the rows about something gave so far, or null where there are none} */
    @Nullable
    N soFar(S subject) {
        return totals.get(subject);
    }

    /** Learns that a row about something was rejected. */
    void refuse(Object subject, long line) {
        refused.putIfAbsent(subject, line);
    }

    /** {@return how many rows were added, once or again} */
    OptionalLong kept() {
        return OptionalLong.of(lines.size() + repeats.size());
    }

    /** Withdraws the rows of every sum that would be too small, and gives the others. */
    Map<S, N> whole(FileSink out) {
        lines.forEach((row, line) -> {
            Long missing = refused.get(row.subject());
            if (missing != null) {
                out.withdrawCompanion(line, naming.apply(row.subject()), missing);
            }
        });
        totals.keySet().removeAll(refused.keySet());
        return totals;
    }

    /** Sets the repeats aside and says so. */
    void finish(FileSink out) {
        repeats.forEach(out::withdraw);
        if (!repeats.isEmpty()) {
            out.finding(
                    Finding.Kind.ROWS_DUPLICATED,
                    repeats.size() + " rows repeat another row of the file; each was used once",
                    remedy);
        }
    }
}
