package dev.flywheel.adapters.csv.internal.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random workbooks written by Apache POI, with shared and with inline strings, read the same by POI and by us. */
class PoiDifferentialTest {

    private static final String[] TEXTS = {
        "plain",
        "",
        " edge ",
        "line\nbreak",
        "tab\tcell",
        "<&>\"'",
        "\uD83D\uDE0D emoji",
        "\u1019\u103C\u1014\u103A",
        "7642431123456789012",
        "_x000D_",
        "=1+1",
        "$1,234.56",
        "--"
    };

    @TempDir
    Path dir;

    static LongStream seeds() {
        return LongStream.range(0, 12);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void poi_and_our_reader_see_the_same_cells(long seed) throws Exception {
        Random random = new Random(seed);
        Path file = dir.resolve("poi.xlsx");
        write(file, random, seed % 2 == 0);
        assertEquals(byPoi(file), byUs(file));
    }

    private static void write(Path file, Random random, boolean inline) throws IOException {
        try (Workbook book = inline ? new SXSSFWorkbook(10) : new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            CellStyle date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd hh:mm"));
            CellStyle percent = book.createCellStyle();
            percent.setDataFormat(book.createDataFormat().getFormat("0.00%"));
            Sheet sheet = book.createSheet("Sheet 1");
            int rows = 1 + random.nextInt(30);
            for (int r = 0; r < rows; r++) {
                if (random.nextInt(8) == 0) {
                    continue;
                }
                org.apache.poi.ss.usermodel.Row row = sheet.createRow(r);
                int cells = random.nextInt(40);
                for (int c = 0; c < cells; c++) {
                    fill(row.createCell(c), random, date, percent);
                }
            }
            book.write(out);
        }
    }

    private static void fill(Cell cell, Random random, CellStyle date, CellStyle percent) {
        switch (random.nextInt(7)) {
            case 0 -> cell.setCellValue(random.nextInt(1_000_000));
            case 1 -> cell.setCellValue(random.nextDouble() * Math.pow(10, random.nextInt(18)));
            case 2 -> cell.setCellValue(random.nextBoolean());
            case 3 -> {
                cell.setCellValue(LocalDateTime.of(2016, 1, 1, 0, 0).plusSeconds(random.nextInt(400_000_000)));
                cell.setCellStyle(date);
            }
            case 4 -> {
                cell.setCellValue(random.nextDouble());
                cell.setCellStyle(percent);
            }
            default -> cell.setCellValue(TEXTS[random.nextInt(TEXTS.length)]);
        }
    }

    private static List<String> byPoi(Path file) throws IOException {
        List<String> cells = new ArrayList<>();
        try (Workbook book = WorkbookFactory.create(file.toFile(), null, true)) {
            for (org.apache.poi.ss.usermodel.Row row : book.getSheetAt(0)) {
                for (int c = 0; c < Math.max(row.getLastCellNum(), 0); c++) {
                    Cell cell = row.getCell(c, MissingCellPolicy.CREATE_NULL_AS_BLANK);
                    String value = value(cell);
                    if (!value.isEmpty()) {
                        cells.add(row.getRowNum() + 1 + ":" + c + "=" + value);
                    }
                }
            }
        }
        return cells;
    }

    private static String value(Cell cell) {
        if (cell.getCellType() == CellType.NUMERIC) {
            return DateUtil.isCellDateFormatted(cell)
                    ? "date " + cell.getLocalDateTimeCellValue()
                    : "number " + cell.getNumericCellValue();
        }
        if (cell.getCellType() == CellType.BOOLEAN) {
            return cell.getBooleanCellValue() ? "TRUE" : "FALSE";
        }
        return cell.getStringCellValue();
    }

    private static List<String> byUs(Path file) throws IOException, FileRefused {
        List<String> cells = new ArrayList<>();
        try (TableSource source = TableReader.open(file)) {
            source.read(0, row -> {
                for (int c = 0; c < row.size(); c++) {
                    String value = switch (row.kind(c)) {
                        case NUMBER, PERCENT -> "number " + Double.parseDouble(row.text(c));
                        case DATE -> "date " + row.text(c);
                        case TEXT, ERROR -> row.text(c);
                    };
                    if (!value.isEmpty()) {
                        cells.add(row.line() + ":" + c + "=" + value);
                    }
                }
                return true;
            });
        }
        return cells;
    }
}
