package dev.flywheel.adapters.csv.internal.reading;

import dev.flywheel.adapters.csv.internal.cell.Canonical;
import dev.flywheel.adapters.csv.internal.cell.Texts;
import dev.flywheel.adapters.csv.internal.format.CellType;
import dev.flywheel.adapters.csv.internal.format.Column;
import dev.flywheel.adapters.csv.internal.format.Field;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells rows without data from data, by what they hold and never by where they stand: the files that have no definitions
 * row carry their best creator in its place.
 */
public final class NonData {

    private static final int SENTENCE = 12;
    private static final int LONGEST_TOTAL = 100;
    private static final Pattern WORDS = Pattern.compile("\\p{L}{2}\\s++\\p{L}");
    private static final Pattern TOTAL = Pattern.compile(
            "(grand |sub)?totals?( of .*| \\(.*\\))?:?|summary|jumlah|\uD569\uACC4|\uCD1D\uACC4|\u5408\u8BA1|\u603B\u8BA1|\u6C47\u603B");

    private NonData() {}

    public static boolean is(Cells cells) {
        if (cells.isSurelyData()) {
            return false;
        }
        if (hasCount(cells)) {
            return isTotal(cells);
        }
        return cells.row().isBlank()
                || cells.row().texts().stream()
                        .allMatch(text -> Texts.bare(text).isEmpty())
                || cells.header().isRepeatedBy(cells.row())
                || isDefinitions(cells)
                || isTotal(cells);
    }

    /** None of the typed cells reads as what its column promises, and at least one holds a sentence. */
    private static boolean isDefinitions(Cells cells) {
        boolean sentence = false;
        for (Column column : cells.header().format().columns()) {
            if (column.type() == CellType.TEXT || Texts.isMissing(cells.raw(column.field()))) {
                continue;
            }
            if (reads(cells, column.field(), column.type())) {
                return false;
            }
            String text = Texts.bare(cells.raw(column.field()));
            sentence |= text.length() >= SENTENCE && WORDS.matcher(text).find();
        }
        return sentence;
    }

    /** The first word says so, and no id says otherwise. People do search for "total". */
    private static boolean isTotal(Cells cells) {
        if (cells.words(Field.QUERY) != null) {
            return false;
        }
        String first = cells.row().texts().stream()
                .filter(text -> !Texts.isMissing(text))
                .findFirst()
                .orElse("");
        if (first.length() > LONGEST_TOTAL
                || !TOTAL.matcher(Texts.bare(first).toLowerCase(Locale.ROOT)).matches()) {
            return false;
        }
        return cells.header().format().columns().stream()
                .filter(column -> column.type() == CellType.ID || column.type() == CellType.VIDEO_ID)
                .noneMatch(column -> hasDigits(cells.raw(column.field())));
    }

    /** Whether some cell is plainly a count, so that the row is neither blank nor names nor sentences. */
    private static boolean hasCount(Cells cells) {
        for (Column column : cells.header().format().columns()) {
            if (column.type() == CellType.COUNT
                    && Canonical.count(cells.row(), cells.header().column(column.field())) != Canonical.UNKNOWN) {
                return true;
            }
        }
        return false;
    }

    /** Whether a cell holds something that reads as what its column promises. */
    private static boolean reads(Cells cells, Field field, CellType type) {
        try {
            return switch (type) {
                case ID -> cells.id(field) != null;
                case VIDEO_ID -> cells.video(field) != null;
                case PRODUCT_IDS -> !cells.products(field).isEmpty();
                case HANDLE -> cells.creator(field) != null;
                case MONEY -> cells.money(field) != null;
                case COUNT -> cells.count(field) != null;
                case DECIMAL -> cells.decimal(field) != null;
                case POINTS -> cells.points(field) != null;
                case FRACTION -> cells.fraction(field) != null;
                case DATE -> cells.moment(field) != null;
                case TEXT -> cells.text(field) != null;
            };
        } catch (RowRejected unreadable) {
            return false;
        }
    }

    private static boolean hasDigits(String id) {
        return id.chars().anyMatch(c -> c >= '0' && c <= '9');
    }
}
