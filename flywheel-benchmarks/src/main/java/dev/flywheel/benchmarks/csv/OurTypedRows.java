package dev.flywheel.benchmarks.csv;

import dev.flywheel.adapters.csv.internal.cell.Canonical;
import dev.flywheel.adapters.csv.internal.cell.CellFault;
import dev.flywheel.adapters.csv.internal.cell.Dates;
import dev.flywheel.adapters.csv.internal.cell.DayOrder;
import dev.flywheel.adapters.csv.internal.cell.Memo;
import dev.flywheel.adapters.csv.internal.cell.NumberHabit;
import dev.flywheel.adapters.csv.internal.cell.Numbers;
import dev.flywheel.adapters.csv.internal.cell.TextMemo;
import dev.flywheel.adapters.csv.internal.table.FileRefused;
import dev.flywheel.adapters.csv.internal.table.PartSink;
import dev.flywheel.adapters.csv.internal.table.Row;
import dev.flywheel.adapters.csv.internal.table.RowSink;
import dev.flywheel.adapters.csv.internal.table.TableReader;
import dev.flywheel.adapters.csv.internal.table.TableSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Our reader and our cell types: canonical spellings from the bytes, all others through the text, as in the import. */
final class OurTypedRows implements PartSink<OurTypedRows.Part> {

    private static final Currency DOLLARS = Currency.getInstance("USD");

    private final Canonical canonical = new Canonical(DOLLARS);
    private final Memo<LocalDate> days = new Memo<>(12, Canonical::day);
    private final TextMemo<String> words = new TextMemo<>();
    private long checksum;
    private long rows;

    static long read(Path file, int threads) throws IOException {
        OurTypedRows all = new OurTypedRows();
        try (TableSource source = TableReader.open(file)) {
            source.read(0, threads, all);
        } catch (FileRefused refused) {
            throw new IllegalStateException(refused);
        }
        return all.checksum + all.rows;
    }

    @Override
    public Part begin() {
        return new Part();
    }

    @Override
    public void end(Part part) {
        checksum += part.checksum;
        rows += part.rows;
    }

    /** Rows that follow one another. */
    final class Part implements RowSink {

        private long checksum;
        private long rows;

        @Override
        public boolean accept(Row row) {
            if (row.line() > 1) {
                try {
                    checksum += typed(row).checksum();
                    rows++;
                } catch (CellFault fault) {
                    throw new IllegalStateException(row.toString(), fault);
                }
            }
            return true;
        }

        private TypedRow typed(Row row) throws CellFault {
            return new TypedRow(
                    day(row, 0),
                    word(row, 1),
                    id(row, 2),
                    word(row, 3),
                    id(row, 4),
                    row.text(5),
                    count(row, 6),
                    count(row, 7),
                    count(row, 8),
                    count(row, 9),
                    count(row, 10),
                    cents(row, 11),
                    cents(row, 12),
                    count(row, 13),
                    cents(row, 14),
                    count(row, 15),
                    count(row, 16),
                    points(row, 17),
                    day(row, 18),
                    id(row, 19));
        }

        private LocalDate day(Row row, int column) throws CellFault {
            long number = Canonical.isoDate(row, column);
            if (number != Canonical.UNKNOWN) {
                return days.get(number);
            }
            return present(Dates.read(row.text(column), row.kind(column), DayOrder.MONTH_FIRST))
                    .date();
        }

        private String word(Row row, int column) {
            String known = words.get(row, column);
            if (known == null) {
                known = row.text(column);
                words.put(row, column, known);
            }
            return known;
        }

        private static long id(Row row, int column) {
            long number = Canonical.id(row, column);
            return number == Canonical.UNKNOWN ? Long.parseLong(row.text(column)) : number;
        }

        private static long count(Row row, int column) throws CellFault {
            long number = Canonical.count(row, column);
            return number == Canonical.UNKNOWN
                    ? present(Numbers.count(row.text(column), row.kind(column), NumberHabit.POINT_DECIMAL))
                    : number;
        }

        private long cents(Row row, int column) throws CellFault {
            long number = canonical.minorUnits(row, column);
            return number == Canonical.UNKNOWN
                    ? present(Numbers.money(row.text(column), row.kind(column), DOLLARS))
                            .minorUnits()
                    : number;
        }

        private long points(Row row, int column) throws CellFault {
            long number = Canonical.basisPoints(row, column);
            return number == Canonical.UNKNOWN
                    ? present(Numbers.rate(row.text(column), row.kind(column), true))
                            .fraction()
                            .movePointRight(4)
                            .longValueExact()
                    : number;
        }

        private static <T> T present(@Nullable T value) throws CellFault {
            if (value == null) {
                throw new CellFault("empty", "fill it in");
            }
            return value;
        }
    }
}
