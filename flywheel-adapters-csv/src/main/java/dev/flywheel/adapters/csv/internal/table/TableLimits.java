package dev.flywheel.adapters.csv.internal.table;

/**
 * How much a file may hold before it is refused. The workbook figures are Excel's own; the rest bounds memory and time on
 * files made to exhaust them.
 *
 * @param rows rows of one table
 * @param columns cells of one row
 * @param cellChars characters of one cell
 * @param fileBytes bytes of the file
 * @param zipEntries entries of a workbook's archive
 * @param inflatedBytes bytes of one archive entry once inflated
 * @param inflateRatio inflated bytes per compressed byte of an entry above one mebibyte
 * @param sharedStringBytes memory of a workbook's shared strings
 */
public record TableLimits(
        int rows,
        int columns,
        int cellChars,
        long fileBytes,
        int zipEntries,
        long inflatedBytes,
        int inflateRatio,
        long sharedStringBytes) {

    /** Limits of a workbook. */
    public static final TableLimits WORKBOOK =
            new TableLimits(1_048_576, 16_384, 32_767, 256L << 20, 4_096, 1L << 30, 200, 64L << 20);

    /** Limits of a text file. */
    public static final TableLimits TEXT = new TableLimits(5_000_000, 16_384, 131_072, 2L << 30, 0, 0, 0, 0);

    void requireRows(long read) throws FileRefused {
        if (read > rows) {
            throw new FileRefused("more than " + rows + " rows", "split the export into shorter periods");
        }
    }

    void requireCells(Row row) throws FileRefused {
        if (row.size() > columns) {
            throw new FileRefused(
                    "line " + row.line() + " has " + row.size() + " cells, allowed are " + columns,
                    "download the export again");
        }
        for (int i = 0; i < row.size(); i++) {
            int length = row.text(i).length();
            if (length > cellChars) {
                throw new FileRefused(
                        "line " + row.line() + ", column " + (i + 1) + ": a cell of " + length
                                + " characters, allowed are " + cellChars,
                        "look for a quotation mark that is never closed");
            }
        }
    }
}
