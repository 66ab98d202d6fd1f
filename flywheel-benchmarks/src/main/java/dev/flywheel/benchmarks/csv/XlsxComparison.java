package dev.flywheel.benchmarks.csv;

import dev.flywheel.adapters.csv.internal.table.FileRefused;
import dev.flywheel.adapters.csv.internal.table.Row;
import dev.flywheel.adapters.csv.internal.table.TableReader;
import dev.flywheel.adapters.csv.internal.table.TableSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * Reads a workbook of 200,000 rows and 20 columns with our reader and with POI's SAX reader, in turns and in one process,
 * and prints the ratio of their rates. Half of the columns are numbers, the others inline and shared text. Arguments: rows
 * (200000), rounds (3).
 */
public final class XlsxComparison {

    private static final int COLUMNS = 20;

    private XlsxComparison() {}

    /**
     * Runs the comparison.
     *
     * @param arguments rows and rounds
     * @throws Exception if the workbook cannot be written or read
     */
    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        Path file = Files.createTempFile("flywheel", ".xlsx");
        try {
            write(file, rows);
            double ours = Double.MAX_VALUE;
            double poi = Double.MAX_VALUE;
            for (int round = 0; round < rounds; round++) {
                long start = System.nanoTime();
                long ourChars = ours(file);
                long middle = System.nanoTime();
                long theirChars = poi(file);
                long end = System.nanoTime();
                if (ourChars != theirChars) {
                    throw new IllegalStateException("The readers disagree: " + ourChars + " and " + theirChars);
                }
                ours = Math.min(ours, (middle - start) / 1e9);
                poi = Math.min(poi, (end - middle) / 1e9);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%d rows, %d bytes: ours %.0f rows/s (goal 70000), POI SAX %.0f rows/s, ratio %.2f (goal 2)%n",
                    rows,
                    Files.size(file),
                    rows / ours,
                    rows / poi,
                    poi / ours);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void write(Path file, int rows) throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbook(null, 100, true, true);
                var out = Files.newOutputStream(file)) {
            SXSSFSheet sheet = book.createSheet("Sheet 1");
            for (int i = 0; i < rows; i++) {
                var row = sheet.createRow(i);
                for (int column = 0; column < COLUMNS; column++) {
                    if (column % 2 == 0) {
                        row.createCell(column).setCellValue(i % 1_000 * 7 + column);
                    } else {
                        row.createCell(column).setCellValue("text " + (i * 31 + column) % 20_011);
                    }
                }
            }
            book.write(out);
        }
    }

    /** {@return the characters of all cells} */
    private static long ours(Path file) throws IOException {
        long[] chars = {0};
        try (TableSource source = TableReader.open(file)) {
            source.read(0, row -> {
                chars[0] += chars(row);
                return true;
            });
        } catch (FileRefused refused) {
            throw new IllegalStateException(refused.reason(), refused);
        }
        return chars[0];
    }

    private static long chars(Row row) {
        long chars = 0;
        for (int column = 0; column < row.size(); column++) {
            chars += row.text(column).replace(".0", "").length();
        }
        return chars;
    }

    private static long poi(Path file)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        ZipSecureFile.setMinInflateRatio(0.001);
        long[] chars = {0};
        try (OPCPackage opened = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            XSSFReader reader = new XSSFReader(opened);
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            XMLReader parser = factory.newSAXParser().getXMLReader();
            parser.setContentHandler(new XSSFSheetXMLHandler(
                    reader.getStylesTable(), new ReadOnlySharedStringsTable(opened), new Cells(chars), false));
            try (InputStream sheet = reader.getSheetsData().next()) {
                parser.parse(new InputSource(sheet));
            }
        }
        return chars[0];
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Cells(long[] chars) implements XSSFSheetXMLHandler.SheetContentsHandler {

        @Override
        public void startRow(int row) {
            // cells are all that counts
        }

        @Override
        public void endRow(int row) {
            // cells are all that counts
        }

        @Override
        public void cell(@Nullable String reference, @Nullable String text, @Nullable XSSFComment comment) {
            chars[0] += text == null ? 0 : text.length();
        }
    }
}
