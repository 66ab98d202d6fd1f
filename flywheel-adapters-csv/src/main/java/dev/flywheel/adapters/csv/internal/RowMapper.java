package dev.flywheel.adapters.csv.internal;

/** Turns the rows of one kind of file into evidence. Used for one file, then thrown away. */
interface RowMapper {

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
     * Hands over what the file gave.
     *
     * @param out takes the evidence
     */
    void finish(FileSink out);
}
