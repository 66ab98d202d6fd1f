package dev.flywheel.adapters.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.adapters.csv.internal.format.Column;
import dev.flywheel.adapters.csv.internal.format.Format;
import dev.flywheel.adapters.csv.internal.format.Formats;
import dev.flywheel.core.performance.ImportReport;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every kind of file that is read, whatever its rows hold. */
class EveryKindTest extends FormatsFixture {

    private static final int ROWS = 300;
    private static final int MANY_ROWS = 5_000;
    private static final String NAME = "US_report_20260709-20260715";

    private static final String[] CELLS = {
        Exports.VIDEO,
        Exports.OTHER_VIDEO,
        Exports.PRODUCT,
        "spark @jo.glow " + Exports.VIDEO,
        "576000000000000001",
        "",
        "--",
        "jo.glow",
        "Serum",
        "2026-07-14",
        "13/07/2026",
        "07/14/2026 10:11:12",
        "PAID",
        "Settled",
        "12",
        "0",
        "0.00",
        "1,234",
        "-1.00",
        "$1.00",
        "5.93%",
        "x y z",
        "Total",
        "7.6E+18",
        "=1",
        "The number of things that were seen"
    };

    /** Half of the rows hold a cell of another kind, so that rows get through as well as not. */
    private static List<List<String>> table(Format format, int rows) {
        List<String> header =
                format.columns().stream().map(column -> column.aliases().get(0)).toList();
        Random random = new Random(format.label().hashCode());
        List<List<String>> table = new ArrayList<>(List.of(header));
        for (int i = 0; i < rows; i++) {
            List<String> row = new ArrayList<>();
            int cells = random.nextInt(10) == 0 ? random.nextInt(header.size() + 2) : header.size();
            for (int c = 0; c < cells; c++) {
                boolean good = c < header.size() && random.nextInt(8) > 0;
                row.add(good ? good(format.columns().get(c)) : CELLS[random.nextInt(CELLS.length)]);
            }
            table.add(row.isEmpty() ? header : row);
        }
        return table;
    }

    @ParameterizedTest
    @MethodSource("formatsThatAreRead")
    void every_row_is_accepted_or_rejected_or_without_data(Format format) {
        ImportReport report = Folder.only(new Folder(dir)
                .tableOf(Folder.Container.CSV, NAME, table(format, ROWS))
                .read());
        assertTrue(report.format().startsWith(format.label()), report::format);
        assertEquals(ROWS + 1, report.rows());
        assertTrue(report.rejected().size() > ROWS / 20, () -> "rejected: " + report.rejected());
        assertTrue(report.nonData() > 1, () -> "without data: " + report.nonData());
    }

    /** Long enough to be cut into parts that several threads read. */
    @ParameterizedTest
    @MethodSource("formatsThatAreRead")
    void one_two_and_seven_threads_give_the_same_evidence_and_findings(Format format) {
        new Folder(dir).tableOf(Folder.Container.CSV, NAME, table(format, MANY_ROWS));
        String one = everything(1);
        assertEquals(one, everything(2));
        assertEquals(one, everything(7));
    }

    private String everything(int threads) {
        ImportSettings settings = ImportSettings.builder(Folder.program(Currency.getInstance("USD")))
                .threads(threads)
                .build();
        return ImportInvarianceTest.everything(FolderEvidence.in(dir, settings).read());
    }

    static List<Format> formatsThatAreRead() {
        return Formats.all().stream().filter(Format::isRead).toList();
    }

    private static String good(Column column) {
        return switch (column.type()) {
            case ID -> "576000000000000001";
            case VIDEO_ID -> Exports.VIDEO;
            case PRODUCT_IDS -> Exports.PRODUCT;
            case HANDLE -> "jo.glow";
            case MONEY -> "0.00";
            case COUNT, DECIMAL -> "12";
            case POINTS, FRACTION -> "1%";
            case DATE -> "2026-07-14";
            case TEXT -> "Serum";
        };
    }
}
