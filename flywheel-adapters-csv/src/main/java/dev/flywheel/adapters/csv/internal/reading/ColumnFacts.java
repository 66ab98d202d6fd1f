package dev.flywheel.adapters.csv.internal.reading;

import dev.flywheel.adapters.csv.internal.cell.Canonical;
import dev.flywheel.adapters.csv.internal.cell.Dates;
import dev.flywheel.adapters.csv.internal.cell.DayOrder;
import dev.flywheel.adapters.csv.internal.cell.DecimalMark;
import dev.flywheel.adapters.csv.internal.cell.DecimalMarks;
import dev.flywheel.adapters.csv.internal.cell.NumberHabit;
import dev.flywheel.adapters.csv.internal.cell.Numbers;
import dev.flywheel.adapters.csv.internal.cell.Texts;
import dev.flywheel.adapters.csv.internal.format.CellType;
import dev.flywheel.adapters.csv.internal.format.Column;
import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.format.Header;
import dev.flywheel.adapters.csv.internal.table.Row;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What only a whole column can tell: the order of day and month, the decimal mark, and whether video ids were rounded.
 * A spreadsheet keeps 15 of an id's 19 digits and fills up with zeros; one genuine id in ten thousand ends that way
 * too, so the share decides.
 *
 * <p>Before any row was seen they are what the format is documented to be. Files are read with that presumption, and once
 * more where the rows turn out to say something else. Not thread-safe while rows are seen.
 */
public final class ColumnFacts {

    private static final Pattern ID = Pattern.compile("[0-9]{17,19}");
    private static final Pattern ZEROS = Pattern.compile("0+");
    private static final int SUSPICIOUS_ONE_IN = 20;
    private static final int KEPT_DIGITS = 15;
    private static final long SEVENTEEN_DIGITS = 10_000_000_000_000_000L;
    private static final long EIGHTEEN_DIGITS = 10 * SEVENTEEN_DIGITS;
    private static final long NINETEEN_DIGITS = 10 * EIGHTEEN_DIGITS;

    private record DateColumn(int position, Dates dates) {}

    private final Header header;
    private final List<DateColumn> dateColumns = new ArrayList<>();
    private final Map<Field, Dates> dates = new EnumMap<>(Field.class);
    private final NumberHabit habit;
    private final Map<Field, DecimalMarks> amounts = new EnumMap<>(Field.class);
    private final Map<Field, String> rounded = new EnumMap<>(Field.class);
    private boolean wholeDays;
    private @Nullable Field videoId;
    private long ids;
    private long roundedIds;
    private long looksRounded;

    /** What is presumed of a file of which only the header was seen. */
    public ColumnFacts(Header header, NumberHabit habit) {
        this.header = header;
        this.habit = habit;
        for (Column column : header.format().columns()) {
            if (header.position(column.field()).isPresent()) {
                if (column.type() == CellType.DATE) {
                    Dates seen = new Dates();
                    dates.put(column.field(), seen);
                    dateColumns.add(new DateColumn(header.column(column.field()), seen));
                } else if (column.type() == CellType.VIDEO_ID) {
                    videoId = column.field();
                } else if (column.type() == CellType.MONEY || column.type() == CellType.DECIMAL) {
                    amounts.put(column.field(), new DecimalMarks());
                }
            }
        }
    }

    public void see(Row row) {
        for (DateColumn column : dateColumns) {
            int position = column.position();
            if (Canonical.isoDate(row, position) == Canonical.UNKNOWN && !row.isEmpty(position)) {
                column.dates().see(row.text(position), row.kind(position));
            }
        }
        if (videoId != null) {
            seeId(row, header.column(videoId));
        }
    }

    private void seeId(Row row, int position) {
        long number = Canonical.id(row, position);
        boolean isId;
        boolean rounded;
        if (number == Canonical.UNKNOWN) {
            String id = Texts.bare(row.text(position));
            isId = ID.matcher(id).matches();
            rounded = isRounded(id);
        } else {
            isId = number >= SEVENTEEN_DIGITS;
            rounded = isId && number % filledUp(number) == 0;
        }
        ids += isId ? 1 : 0;
        roundedIds += isId && rounded ? 1 : 0;
        looksRounded += rounded ? 1 : 0;
    }

    /** Takes a number into account that had to be read from its text. */
    void seeNumber(Field field, String raw) {
        DecimalMarks marks = amounts.get(field);
        if (marks != null) {
            marks.see(raw);
        }
        if (Numbers.isRounded(raw)) {
            rounded.putIfAbsent(field, raw);
        }
    }

    /** Takes every amount of a row into account, also those that can be read without making text of them. */
    public void seeAmounts(Row row) {
        amounts.forEach((field, marks) -> marks.see(row.text(header.column(field))));
    }

    /** Whether the amounts of every row have to be looked at to know how some are meant. */
    public boolean haveOpenAmounts() {
        return amounts.values().stream().anyMatch(marks -> marks.isOpen(habit));
    }

    /** {@return which mark parts decimals in a column of amounts} */
    DecimalMark decimalMark(Field field) {
        DecimalMarks marks = amounts.get(field);
        return marks == null ? DecimalMark.UNKNOWN : marks.mark();
    }

    /** {@return a rounded number of each column that has any} */
    public Map<Field, String> rounded() {
        return rounded;
    }

    /** Remembers that some day has no time, so that nobody can say which day it is elsewhere. */
    void seeWholeDay() {
        wholeDays = true;
    }

    /** {@return whether some day has no time} */
    public boolean haveWholeDays() {
        return wholeDays;
    }

    private static long filledUp(long number) {
        return number >= NINETEEN_DIGITS ? 10_000 : number >= EIGHTEEN_DIGITS ? 1_000 : 100;
    }

    private static boolean isRounded(String id) {
        return id.length() >= KEPT_DIGITS + 2
                && ZEROS.matcher(id).region(KEPT_DIGITS, id.length()).matches();
    }

    /** Takes in what was seen in other rows of the same file. */
    public void add(ColumnFacts others) {
        dates.forEach((field, seen) -> {
            Dates theirs = others.dates.get(field);
            if (theirs != null) {
                seen.add(theirs);
            }
        });
        amounts.forEach((field, marks) -> marks.add(Objects.requireNonNull(others.amounts.get(field))));
        others.rounded.forEach(rounded::putIfAbsent);
        wholeDays |= others.wholeDays;
        ids += others.ids;
        roundedIds += others.roundedIds;
        looksRounded += others.looksRounded;
    }

    /** Whether every cell is to be read as with other facts about the same file. */
    public boolean readAs(ColumnFacts others) {
        return areRounded() == others.areRounded()
                && amounts.entrySet().stream()
                        .allMatch(seen -> seen.getValue().readAs(others.decimalMark(seen.getKey()), habit))
                && dates.keySet().stream().allMatch(field -> dayOrder(field) == others.dayOrder(field));
    }

    DayOrder dayOrder(Field field) {
        Dates seen = dates.get(field);
        return seen == null ? DayOrder.UNDECIDED : seen.order(header.format().dayOrder());
    }

    /** {@return the columns whose order of day and month nothing settles, with the order taken} */
    public Map<Field, DayOrder> assumed() {
        Map<Field, DayOrder> assumed = new EnumMap<>(Field.class);
        dates.forEach((field, seen) -> {
            if (seen.isAssumed()) {
                assumed.put(field, dayOrder(field));
            }
        });
        return assumed;
    }

    /** {@return how day and month are told apart, a sentence for each column of dates} */
    public List<String> explained() {
        List<String> sentences = new ArrayList<>();
        dates.forEach(
                (field, seen) -> sentences.add("\"" + Texts.bare(header.row().text(header.column(field))) + "\": "
                        + seen.explained(header.format().dayOrder())));
        return sentences;
    }

    /** Whether too many video ids look rounded. */
    boolean areRounded() {
        return looksRounded > 0 && roundedIds * SUSPICIOUS_ONE_IN >= ids;
    }

    /** Whether an id looks rounded in a column where too many do. */
    boolean isRoundedId(Field field, String id) {
        return field == videoId && areRounded() && isRounded(Texts.bare(id));
    }
}
