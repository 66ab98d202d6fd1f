package dev.flywheel.adapters.csv.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.flywheel.adapters.csv.Folder;
import dev.flywheel.adapters.csv.internal.cell.NumberHabit;
import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.format.Formats;
import dev.flywheel.adapters.csv.internal.format.Header;
import dev.flywheel.adapters.csv.internal.format.Recognition;
import dev.flywheel.adapters.csv.internal.frame.ImportFrame;
import dev.flywheel.adapters.csv.internal.reading.Cells;
import dev.flywheel.adapters.csv.internal.reading.ColumnFacts;
import dev.flywheel.adapters.csv.internal.reading.RowRejected;
import dev.flywheel.adapters.csv.internal.rows.FileSink;
import dev.flywheel.adapters.csv.internal.rows.RowMapper;
import dev.flywheel.adapters.csv.internal.table.Row;
import dev.flywheel.adapters.csv.internal.table.TableReader;
import dev.flywheel.adapters.csv.internal.table.TableSource;
import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.performance.RejectedRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every row that the reader hands over is accounted for, whatever a mapper says. */
class RowAccountTest {

    private static final ImportFrame FRAME = Folder.frame();
    private static final String LOST = "The import has lost track of its rows: ";

    @TempDir
    Path dir;

    private Path file;

    /** Four rows of data on lines 2, 3, 5 and 6, and a blank one between them. */
    @BeforeEach
    void write() throws Exception {
        file = Files.writeString(
                dir.resolve("tags.csv"),
                "video_id,hook,angle\n7661000000000000001,a,b\n7661000000000000002,a,b\n,,\n"
                        + "7661000000000000003,a,b\n7661000000000000004,a,b\n");
    }

    /** A mapper that does what it is told to, rightly or not. */
    private static class Told implements RowMapper {
        final List<Long> lines = new ArrayList<>();

        @Override
        public void map(Cells cells) throws RowRejected {
            lines.add(cells.line());
        }

        @Override
        public void finish(FileSink out) {
            // says nothing
        }
    }

    private static RejectedRow rejected(long line) {
        return new RejectedRow(line, "video_id", "x", "a reason", "a remedy");
    }

    private void run(RowMapper mapper) throws Exception {
        try (TableSource source = TableReader.open(file)) {
            List<Row> top = new ArrayList<>();
            source.read(0, top::add);
            Header header = Recognition.of(top, Formats.all()).candidates().get(0);
            ColumnFacts facts = new ColumnFacts(header, NumberHabit.POINT_DECIMAL);
            ImportPass pass = new ImportPass(FRAME, header, facts, null, mapper);
            pass.over(source, 0);
            FileSink out = new FileSink(FRAME, Evidence.builder(), "a file", null, null, pass.rejected());
            mapper.finish(out);
            pass.account().close(pass.rejected(), out.withdrawn());
        }
    }

    private void fails(RowMapper mapper, String message) {
        assertEquals(
                LOST + message,
                assertThrows(IllegalStateException.class, () -> run(mapper)).getMessage());
    }

    @Test
    void an_honest_mapper_is_let_pass() {
        Told honest = new Told() {
            @Override
            public void map(Cells cells) throws RowRejected {
                if (cells.line() == 3) {
                    throw cells.rejected(Field.VIDEO_ID, "a reason", "a remedy");
                }
                super.map(cells);
            }

            @Override
            public OptionalLong kept() {
                return OptionalLong.of(lines.size());
            }

            @Override
            public void finish(FileSink out) {
                out.withdraw(rejected(5));
            }
        };
        assertDoesNotThrow(() -> run(honest));
        assertEquals(List.of(2L, 5L, 6L), honest.lines);
    }

    @Test
    void a_mapper_that_drops_a_row_is_caught() {
        fails(
                new Told() {
                    @Override
                    public OptionalLong kept() {
                        return OptionalLong.of(lines.size() - 1);
                    }
                },
                "4 rows were accepted, but 3 were kept");
    }

    @Test
    void a_mapper_that_rejects_another_row_than_it_was_given_is_caught() {
        fails(
                new Told() {
                    @Override
                    public void map(Cells cells) throws RowRejected {
                        throw new RowRejected(rejected(cells.line() + 1));
                    }
                },
                "line 3 was rejected on line 2");
    }

    @Test
    void a_mapper_that_sets_a_row_aside_twice_is_caught() {
        fails(
                new Told() {
                    @Override
                    public void finish(FileSink out) {
                        out.withdraw(rejected(2));
                        out.withdraw(rejected(2));
                    }
                },
                "line 2 was rejected twice");
    }

    @Test
    void a_mapper_that_sets_aside_what_is_no_row_of_data_is_caught() {
        fails(
                new Told() {
                    @Override
                    public void finish(FileSink out) {
                        out.withdraw(rejected(1));
                    }
                },
                "line 1 was rejected, but the data are on lines 2 to 6");
        fails(
                new Told() {
                    @Override
                    public void finish(FileSink out) {
                        out.withdraw(rejected(7));
                    }
                },
                "line 7 was rejected, but the data are on lines 2 to 6");
    }

    @Test
    void a_mapper_that_sets_aside_more_than_it_took_is_caught() {
        fails(
                new Told() {
                    @Override
                    public void map(Cells cells) throws RowRejected {
                        throw cells.rejected(Field.VIDEO_ID, "a reason", "a remedy");
                    }

                    @Override
                    public void finish(FileSink out) {
                        out.withdraw(rejected(4));
                    }
                },
                "of 6 rows that were read, -1 were accepted, 2 had no data and 5 were rejected");
    }
}
