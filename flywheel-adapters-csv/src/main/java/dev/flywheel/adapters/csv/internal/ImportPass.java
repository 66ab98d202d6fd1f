package dev.flywheel.adapters.csv.internal;

import dev.flywheel.adapters.csv.internal.cell.NumberHabit;
import dev.flywheel.adapters.csv.internal.cell.SpreadsheetText;
import dev.flywheel.adapters.csv.internal.format.Header;
import dev.flywheel.adapters.csv.internal.frame.ImportFrame;
import dev.flywheel.adapters.csv.internal.reading.Cells;
import dev.flywheel.adapters.csv.internal.reading.ColumnFacts;
import dev.flywheel.adapters.csv.internal.reading.Known;
import dev.flywheel.adapters.csv.internal.reading.NonData;
import dev.flywheel.adapters.csv.internal.reading.RowRejected;
import dev.flywheel.adapters.csv.internal.rows.AmazonFile;
import dev.flywheel.adapters.csv.internal.rows.Mappers;
import dev.flywheel.adapters.csv.internal.rows.RowMapper;
import dev.flywheel.adapters.csv.internal.rows.StagedMapper;
import dev.flywheel.adapters.csv.internal.table.FileRefused;
import dev.flywheel.adapters.csv.internal.table.PartSink;
import dev.flywheel.adapters.csv.internal.table.Row;
import dev.flywheel.adapters.csv.internal.table.RowSink;
import dev.flywheel.adapters.csv.internal.table.TableSource;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.performance.RejectedRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goes over the rows of a table once, with given facts about its columns, and sees what the columns hold. Used once. */
final class ImportPass implements PartSink<ImportPass.Part> {

    private final ImportFrame frame;
    private final Header header;
    private final ColumnFacts facts;
    private final @Nullable Period period;
    private final boolean isSafe;
    private final RowMapper mapper;
    private final Known known;
    private final ColumnFacts seen;
    private final RowAccount account = new RowAccount(this);
    private final List<RejectedRow> rejected = new ArrayList<>();
    private long rows;
    private long nonData;
    private long accepted;

    ImportPass(ImportFrame frame, Header header, ColumnFacts facts, @Nullable Period period, RowMapper mapper) {
        this.frame = frame;
        this.header = header;
        this.facts = facts;
        this.period = period;
        isSafe = Quarantine.isWrittenHere(header);
        this.mapper = mapper;
        known = new Known(frame.currency());
        seen = new ColumnFacts(header, NumberHabit.of(frame.currency()));
    }

    ImportPass(ImportFrame frame, AmazonFile amazon, Header header, ColumnFacts facts, @Nullable Period period) {
        this(frame, header, facts, period, Mappers.of(header.format().kind(), frame, amazon));
    }

    /** Goes over the rows of a sheet. */
    void over(TableSource source, int sheet) throws FileRefused, IOException {
        source.read(sheet, mapper instanceof StagedMapper ? frame.threads() : 1, account);
        account.requireKept(mapper.kept());
    }

    RowAccount account() {
        return account;
    }

    long headerLine() {
        return header.row().line();
    }

    @Override
    public Part begin() {
        ColumnFacts shown = new ColumnFacts(header, NumberHabit.of(frame.currency()));
        Cells cells = new Cells(frame, header, facts, shown, known);
        return mapper instanceof StagedMapper<?> staged
                ? new StagedPart<>(cells, shown, staged)
                : new Part(cells, shown);
    }

    @Override
    public void end(Part part) {
        part.finish();
        seen.add(part.seen);
        rows += part.rows;
        nonData += part.nonData;
        accepted += part.accepted;
        rejected.addAll(part.rejected);
        part.companions.forEach(mapper::refuse);
        if (rejected.size() > TooManyRejected.MOST) {
            throw new TooManyRejected(rejected.get(0));
        }
    }

    RowMapper mapper() {
        return mapper;
    }

    ColumnFacts seen() {
        return seen;
    }

    List<RejectedRow> rejected() {
        return rejected;
    }

    long rows() {
        return rows;
    }

    long nonData() {
        return nonData;
    }

    long accepted() {
        return accepted;
    }

    /** Rows that follow one another: every one is accepted, rejected or without data. */
    class Part implements RowSink {

        private final Cells cells;
        private final ColumnFacts seen;
        private final List<RejectedRow> rejected = new ArrayList<>();
        private final Map<Object, Long> companions = new LinkedHashMap<>();
        private long rows;
        private long nonData;
        private long accepted;

        private Part(Cells cells, ColumnFacts seen) {
            this.cells = cells;
            this.seen = seen;
        }

        @Override
        public boolean accept(Row stored) {
            Row row = isSafe ? stored.map(SpreadsheetText::plain) : stored;
            rows++;
            seen.see(row);
            cells.at(row);
            try {
                if (row.line() <= header.row().line() || NonData.is(cells) || mapper.isBesidesTheSubject(cells)) {
                    nonData++;
                    return true;
                }
                if (period != null) {
                    cells.knows(period.lastDay());
                }
                map(cells);
                accepted++;
            } catch (RowRejected refusal) {
                reject(row, refusal.row());
            } catch (ArithmeticException overflow) {
                reject(
                        row,
                        new RejectedRow(
                                row.line(),
                                "",
                                "",
                                "its numbers are too large to be counted",
                                "check the row's numbers"));
            }
            return true;
        }

        private void reject(Row row, RejectedRow refusal) {
            RowAccount.require(
                    refusal.line() == row.line(), "line " + refusal.line() + " was rejected on line " + row.line());
            rejected.add(refusal);
            try {
                mapper.about(cells).ifPresent(subject -> companions.putIfAbsent(subject, row.line()));
            } catch (RowRejected unknown) {
                // nobody can tell which other rows this one belongs to
            }
        }

        void map(Cells row) throws RowRejected {
            mapper.map(row);
        }

        void finish() {
            // the mapper has every row already
        }
    }

    /** Keeps what it read until all parts before it have been put together. */
    private final class StagedPart<T> extends Part {

        private final StagedMapper<T> staged;
        private final List<T> read = new ArrayList<>();

        private StagedPart(Cells cells, ColumnFacts seen, StagedMapper<T> staged) {
            super(cells, seen);
            this.staged = staged;
        }

        @Override
        void map(Cells row) throws RowRejected {
            read.add(staged.read(row));
        }

        @Override
        void finish() {
            read.forEach(staged::take);
        }
    }
}
