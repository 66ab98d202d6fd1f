package dev.flywheel.adapters.csv.internal;

import dev.flywheel.adapters.csv.internal.cell.Texts;
import dev.flywheel.adapters.csv.internal.format.CellType;
import dev.flywheel.adapters.csv.internal.format.Column;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells rows without data from data, by what they hold and never by where they stand: the files that have no definitions
 * row carry their best creator in its place.
 */
final class NonData {

    private static final int SENTENCE = 12;
    private static final int LONGEST_TOTAL = 100;
    private static final Pattern WORDS = Pattern.compile("\\p{L}{2}\\s++\\p{L}");
    private static final Pattern TOTAL = Pattern.compile(
            "(grand |sub)?totals?( of .*| \\(.*\\))?:?|summary|jumlah|\uD569\uACC4|\uCD1D\uACC4|\u5408\u8BA1|\u603B\u8BA1|\u6C47\u603B");

    private NonData() {}

    static boolean is(Cells cells) {
        if (cells.isSurelyData()) {
            return false;
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
            if (cells.reads(column.field(), column.type())) {
                return false;
            }
            String text = Texts.bare(cells.raw(column.field()));
            sentence |= text.length() >= SENTENCE && WORDS.matcher(text).find();
        }
        return sentence;
    }

    /** The first word says so, and no id says otherwise. */
    private static boolean isTotal(Cells cells) {
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

    private static boolean hasDigits(String id) {
        return id.chars().anyMatch(c -> c >= '0' && c <= '9');
    }
}
