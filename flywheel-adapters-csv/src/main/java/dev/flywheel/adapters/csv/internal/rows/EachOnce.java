package dev.flywheel.adapters.csv.internal.rows;

import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.reading.Cells;
import dev.flywheel.adapters.csv.internal.reading.RowRejected;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BiConsumer;

/**
 * Rows of a list that has each thing once: of two rows about the same thing the first holds. Not thread-safe.
 *
 * @param <K> what a row is about
 * @param <V> what it says
 */
final class EachOnce<K, V> {

    private record First<V>(long line, V value) {}

    private final Field column;
    private final String thing;
    private final String same;
    private final Map<K, First<V>> rows = new LinkedHashMap<>();

    /** Lists things that a column names, such as a product; {@code same} says when two rows are about the same of them. */
    EachOnce(Field column, String thing, String same) {
        this.column = column;
        this.thing = thing;
        this.same = same;
    }

    /** Adds a row, unless a row before it is about the same. */
    void add(Cells cells, K key, V value) throws RowRejected {
        First<V> before = rows.putIfAbsent(key, new First<>(cells.line(), value));
        if (before != null) {
            throw cells.rejected(
                    column,
                    same + " listed on line " + before.line(),
                    "keep one row for each " + thing + "; the first one was used");
        }
    }

    OptionalLong kept() {
        return OptionalLong.of(rows.size());
    }

    void forEach(BiConsumer<K, V> taker) {
        rows.forEach((key, row) -> taker.accept(key, row.value()));
    }
}
