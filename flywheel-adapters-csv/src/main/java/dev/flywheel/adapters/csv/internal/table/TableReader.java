package dev.flywheel.adapters.csv.internal.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Opens a file as tables. The first bytes decide what it is; the extension of a download often lies. */
public final class TableReader {

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private TableReader() {}

    /**
     * Opens a file with the default limits.
     *
     * @param file the file
     * @return its tables
     * @throws FileRefused if it is neither UTF-8 text nor a readable workbook, or is beyond the limits
     * @throws IOException if it cannot be read
     */
    public static TableSource open(Path file) throws FileRefused, IOException {
        return open(file, Watch.NOBODY);
    }

    /**
     * Opens a file with the default limits.
     *
     * @param file the file
     * @param watch follows the reading
     * @return its tables
     * @throws FileRefused if it is neither UTF-8 text nor a readable workbook, or is beyond the limits
     * @throws IOException if it cannot be read
     */
    public static TableSource open(Path file, Watch watch) throws FileRefused, IOException {
        return open(file, TableLimits.TEXT, TableLimits.WORKBOOK, watch);
    }

    static TableSource open(Path file, TableLimits text, TableLimits workbook) throws FileRefused, IOException {
        return open(file, text, workbook, Watch.NOBODY);
    }

    private static TableSource open(Path file, TableLimits text, TableLimits workbook, Watch watch)
            throws FileRefused, IOException {
        byte[] magic = firstBytes(file);
        if (Arrays.equals(magic, ZIP)) {
            return XlsxTables.open(file, workbook, watch);
        }
        if (Arrays.equals(magic, OLE)) {
            throw new FileRefused(
                    "an old .xls workbook or one protected by a password",
                    "open it, remove the password and save it as .xlsx or as CSV");
        }
        if (Arrays.equals(magic, EMPTY_ZIP)) {
            throw new FileRefused("an empty archive", "download the export again");
        }
        return CsvTable.open(file, text, watch);
    }

    private static byte[] firstBytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(4);
        }
    }
}
