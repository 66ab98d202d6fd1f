package dev.flywheel.adapters.csv.internal.rows;

import dev.flywheel.adapters.csv.internal.reading.Cells;
import dev.flywheel.adapters.csv.internal.reading.RowRejected;
import java.util.Optional;
import java.util.OptionalLong;

/** Turns the rows of one kind of file into evidence. Used for one file, then thrown away. */
public interface RowMapper {

    /**
     * Takes a data row; nothing reaches the evidence before {@link #finish}.
     *
     * @param cells the row
     * @throws RowRejected if it cannot be used
     */
    void map(Cells cells) throws RowRejected;

    /**
     * Whether a row of this kind belongs to no subject of ours, such as a product card in an ad report.
     *
     * @param cells the row
     * @return true to count it as a row without data
     */
    default boolean isBesidesTheSubject(Cells cells) {
        return false;
    }

    /**
     * What a row that cannot be used counts together with. Rows of the same thing are parts of one number, so all of them are
     * set aside, and the number is whole again when the mended rows come back. Called by several threads at once.
     *
     * @param cells the row
     * @return the thing, or empty where every row stands for itself
     * @throws RowRejected if the row does not say
     */
    default Optional<Object> about(Cells cells) throws RowRejected {
        return Optional.empty();
    }

    /**
     * Learns that a row was rejected, after all rows before it were taken.
     *
     * @param about what {@link #about} said of it
     * @param line where it stands
     */
    default void refuse(Object about, long line) {
        // every row stands for itself
    }

    /** {@return how many of the rows that it took it still has, or empty when it does not count them} */
    default OptionalLong kept() {
        return OptionalLong.empty();
    }

    /**
     * Hands over what the file gave.
     *
     * @param out takes the evidence
     */
    void finish(FileSink out);
}
