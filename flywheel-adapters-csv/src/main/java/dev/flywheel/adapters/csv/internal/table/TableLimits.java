package dev.flywheel.adapters.csv.internal.table;

/**
 * How much a file may hold before it is refused. The workbook figures are Excel's own; the rest bounds memory and time on
 * files made to exhaust them.
 *
 * @param rows rows of one table
 * @param columns cells of one row
 * @param cellChars characters of one cell
 * @param rowChars characters of all cells of one row
 * @param fileBytes bytes of the file
 * @param archive what bounds a workbook besides
 */
public record TableLimits(int rows, int columns, int cellChars, int rowChars, long fileBytes, ArchiveLimits archive) {

    /** Limits of a workbook. */
    public static final TableLimits WORKBOOK =
            new TableLimits(1_048_576, 16_384, 32_767, 1 << 20, 256L << 20, ArchiveLimits.EXPORT);

    /** Limits of a text file. */
    public static final TableLimits TEXT =
            new TableLimits(5_000_000, 16_384, 131_072, 1 << 20, 2L << 30, ArchiveLimits.EXPORT);

    private static final String SPLIT = "split the export into shorter periods";
    private static final String UNCLOSED = "look for a quotation mark that is never closed";

    void requireBytes(long bytes) throws FileRefused {
        if (bytes > fileBytes) {
            throw new FileRefused("the file has " + bytes + " bytes, allowed are " + fileBytes, SPLIT);
        }
    }

    void requireRows(long read) throws FileRefused {
        if (read > rows) {
            throw new FileRefused("more than " + rows + " rows", SPLIT);
        }
    }

    void requireColumns(long line, int cells) throws FileRefused {
        if (cells > columns) {
            throw new FileRefused("line " + line + " has more than " + columns + " cells", "download the export again");
        }
    }

    /** Checks a cell; the column counts from 0. */
    void requireCell(long line, int column, int chars) throws FileRefused {
        if (chars > cellChars) {
            throw new FileRefused(
                    "line " + line + ", column " + (column + 1) + ": a cell of more than " + cellChars + " characters",
                    UNCLOSED);
        }
    }

    void requireRow(long line, long chars) throws FileRefused {
        if (chars > rowChars) {
            throw new FileRefused("line " + line + " has more than " + rowChars + " characters", UNCLOSED);
        }
    }

    void requireCells(Row row) throws FileRefused {
        requireColumns(row.line(), row.size());
        long chars = 0;
        for (int i = 0; i < row.size(); i++) {
            int length = row.text(i).length();
            requireCell(row.line(), i, length);
            chars += length;
        }
        requireRow(row.line(), chars);
    }
}
