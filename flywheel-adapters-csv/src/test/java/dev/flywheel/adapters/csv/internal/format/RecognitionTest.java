package dev.flywheel.adapters.csv.internal.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.adapters.csv.internal.cell.Texts;
import dev.flywheel.adapters.csv.internal.table.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecognitionTest {

    @SafeVarargs
    private static Recognition of(List<String>... rows) {
        List<Row> table = new ArrayList<>();
        for (List<String> row : rows) {
            table.add(Row.ofText(table.size() + 1, row));
        }
        return Recognition.of(table, Formats.all());
    }

    static List<Format> formats() {
        return Formats.all();
    }

    /** The table itself: every format is recognised from its own preferred names, in any order. */
    @ParameterizedTest
    @MethodSource("formats")
    void every_format_recognises_itself(Format format) {
        List<String> header = new ArrayList<>();
        format.columns().forEach(column -> header.add(0, column.aliases().get(0)));
        if (header.size() == 1) {
            return;
        }
        Recognition recognition = of(header);
        assertEquals(1, recognition.candidates().size());
        assertEquals(format.kind(), recognition.candidates().get(0).format().kind());
        assertEquals(List.of(), recognition.candidates().get(0).missing());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void no_name_stands_for_two_columns_of_a_format(Format format) {
        Set<String> seen = new HashSet<>();
        for (Column column : format.columns()) {
            for (String alias : column.aliases()) {
                assertTrue(seen.add(Texts.normal(alias)), format.kind() + ": " + alias);
            }
        }
    }

    @Test
    void the_header_is_searched_in_the_first_rows() {
        Recognition recognition =
                of(List.of("2026-07-01 ~ 2026-07-07"), List.of(), List.of("video_id", "hook", "angle"));
        assertEquals(3, recognition.candidates().get(0).row().line());
    }

    @Test
    void two_equally_likely_kinds_are_both_named() {
        assertEquals(
                List.of("authorizations", "ad tests"),
                of(List.of("video_id", "kind")).candidates().stream()
                        .map(Header::label)
                        .toList());
    }

    @Test
    void an_unknown_table_is_not_recognised() {
        assertEquals(List.of(), of(List.of("Name", "E-mail", "Phone", "GMV")).candidates());
        assertEquals(List.of(), of(List.of("GMV")).candidates());
        assertEquals(List.of(), of().candidates());
    }

    @Test
    void the_score_says_what_speaks_for_each_kind() {
        Recognition recognition = of(List.of("video_id", "hook", "angle", "remark", "rejected because"));
        assertEquals(new Score(3, 4, 0), recognition.candidates().get(0).score());
        assertEquals(75, recognition.candidates().get(0).score().share());
        assertEquals(
                List.of("creative tags 3 0", "daily funnel 1 2", "authorizations 1 3", "ad tests 1 3"),
                recognition.considered().stream()
                        .filter(header ->
                                header.format().isRead() && !header.format().isNativeExport())
                        .map(header -> header.label() + " " + header.score().known() + " "
                                + header.score().missing())
                        .toList());
    }

    @Test
    void the_currency_behind_the_name_of_an_amount_is_kept_apart() {
        Header header = of(List.of(
                        "Creator name", "GMV (Rp)", "Orders", "Est. commission(S$)", "Refunds \uFF08฿\uFF09"))
                .candidates()
                .get(0);
        assertEquals(Kind.CREATOR_PERFORMANCE, header.format().kind());
        assertEquals(1, header.column(Field.GMV));
        assertEquals(Optional.of("Rp"), header.currencySign(Field.GMV));
        assertEquals(Optional.of("S$"), header.currencySign(Field.COMMISSION));
        assertEquals(Optional.of("฿"), header.currencySign(Field.REFUNDS));
        assertEquals(Optional.empty(), header.currencySign(Field.ORDERS));
        assertEquals(new Score(5, 5, 0), header.score());
    }

    @Test
    void only_a_currency_is_taken_off_a_name_and_only_off_that_of_an_amount() {
        Header header = of(List.of(
                        "video_id", "date", "traffic", "gmv (gross)", "orders (USD)", "gmv (USD)", "gmv (EUR)"))
                .candidates()
                .get(0);
        assertEquals(5, header.column(Field.GMV));
        assertEquals(OptionalInt.empty(), header.position(Field.ORDERS));
    }

    @Test
    void a_name_without_a_currency_goes_before_one_with_it() {
        Header header = of(List.of("video_id", "date", "traffic", "gmv ($)", "gmv"))
                .candidates()
                .get(0);
        assertEquals(4, header.column(Field.GMV));
        assertEquals(Optional.empty(), header.currencySign(Field.GMV));
    }

    @Test
    void a_column_needs_a_name() {
        assertEquals(
                "Column GMV needs at least one name",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new Column(Field.GMV, CellType.MONEY, Column.Need.REQUIRED, List.of()))
                        .getMessage());
    }
}
