package dev.flywheel.adapters.csv.internal.rows;

import dev.flywheel.adapters.csv.internal.reading.Cells;
import dev.flywheel.adapters.csv.internal.reading.RowRejected;

/**
 * A mapper whose work on a row is done in two steps, so that several threads can take the first one: a row is read by itself,
 * and what was read is put together in the order of the file.
 *
 * @param <T> a row as read
 */
public interface StagedMapper<T> extends RowMapper {

    /**
     * Reads a row without touching the state of this mapper. Called by several threads at once.
     *
     * @param cells the row
     * @return what it says
     * @throws RowRejected if it cannot be used
     */
    T read(Cells cells) throws RowRejected;

    /**
     * Puts a row to those before it.
     *
     * @param row what {@link #read} gave
     */
    void take(T row);

    @Override
    default void map(Cells cells) throws RowRejected {
        take(read(cells));
    }
}
