package dev.flywheel.adapters.csv.internal.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.flywheel.adapters.csv.internal.table.CellKind;
import dev.flywheel.adapters.csv.internal.table.Row;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.money.Rate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from the bytes of a cell is what is read from its text. */
class CanonicalTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final List<String> PIECES = List.of(
            "0", "1", "9", "12", "123", "1234", "000", "$", ",", ".", "-", "%", "2026", "-02-", "29", "31", "/", " ",
            "e");

    private static Row row(String cell) {
        return Row.ofBytes(1, '"' + cell.replace("\"", "\"\"") + '"');
    }

    static void agree(String cell, Currency currency) throws CellFault {
        Row row = row(cell);
        long count = Canonical.count(row, 0);
        if (count != Canonical.UNKNOWN) {
            assertEquals(count, Numbers.count(cell, CellKind.TEXT, NumberHabit.of(currency)), cell);
        }
        long id = Canonical.id(row, 0);
        if (id != Canonical.UNKNOWN) {
            assertEquals(Long.toString(id), Ids.id(cell, CellKind.TEXT), cell);
        }
        long minorUnits = new Canonical(currency).minorUnits(row, 0);
        if (minorUnits != Canonical.UNKNOWN) {
            assertEquals(new Money(minorUnits, currency), Numbers.money(cell, CellKind.TEXT, currency), cell);
        }
        long points = Canonical.basisPoints(row, 0);
        if (points != Canonical.UNKNOWN) {
            Rate rate = Numbers.rate(cell, CellKind.TEXT, true);
            assertNotNull(rate);
            assertEquals(
                    0,
                    rate.compareTo(Rate.ofFraction(
                            java.math.BigDecimal.valueOf(points, 4).toPlainString())),
                    cell);
        }
        long isoDate = Canonical.isoDate(row, 0);
        if (isoDate != Canonical.UNKNOWN) {
            Moment read = Dates.read(cell, CellKind.TEXT, DayOrder.UNDECIDED);
            assertEquals(new Moment(Canonical.day(isoDate), null, null), read, cell);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"USD", "EUR", "IDR", "MYR", "JPY", "GBP"})
    void agrees_with_the_text_on_random_cells_seed_20261116(String currency) throws CellFault {
        SplittableRandom random = new SplittableRandom(20261116L);
        for (int i = 0; i < 60_000; i++) {
            StringBuilder cell = new StringBuilder();
            for (int piece = random.nextInt(1, 7); piece > 0; piece--) {
                cell.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            agree(cell.toString(), Currency.getInstance(currency));
        }
    }

    @Test
    void agrees_with_the_text_on_every_day_of_two_years_and_the_days_around_month_ends() throws CellFault {
        for (LocalDate day = LocalDate.of(2023, 1, 1); day.getYear() < 2025; day = day.plusDays(1)) {
            assertNotEquals(Canonical.UNKNOWN, Canonical.isoDate(row(day.toString()), 0));
            agree(day.toString(), USD);
        }
        for (String impossible :
                List.of("2023-02-29", "2100-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00")) {
            assertEquals(Canonical.UNKNOWN, Canonical.isoDate(row(impossible), 0), impossible);
        }
        agree("2000-02-29", USD);
        assertEquals(20000229, Canonical.isoDate(row("2000-02-29"), 0));
    }

    @ParameterizedTest
    @CsvSource({
        "'$1,234.56', 123456",
        "'1,234,567.80', 123456780",
        "0.00, 0",
        "12, 1200",
        "'$7', 700",
        "1234.5, -",
        "'1,234', -",
        "'1,23.45', -",
        "'1234,567.00', -",
        "€12.00, -",
        "'12345678901234567', -",
        "'$', -",
        "'.50', -"
    })
    void knows_the_common_amounts(String cell, String expected) {
        long known = expected.equals("-") ? Canonical.UNKNOWN : Long.parseLong(expected);
        assertEquals(known, new Canonical(USD).minorUnits(row(cell), 0));
    }

    @Test
    void dollars_are_left_to_the_text_where_another_currency_is_counted() {
        assertEquals(Canonical.UNKNOWN, new Canonical(Currency.getInstance("GBP")).minorUnits(row("$1.00"), 0));
        assertEquals(100, new Canonical(Currency.getInstance("GBP")).minorUnits(row("1.00"), 0));
        assertEquals(Canonical.UNKNOWN, new Canonical(Currency.getInstance("EUR")).minorUnits(row("1.00"), 0));
    }

    @ParameterizedTest
    @CsvSource({
        "5.93%, 593",
        "5.9%, 590",
        "20%, 2000",
        "106.67%, 10667",
        "0.97%, 97",
        "5.931%, -",
        "5.93, -",
        "%, -",
        ".5%, -",
        "5.%, -"
    })
    void knows_the_common_rates(String cell, String expected) {
        long known = expected.equals("-") ? Canonical.UNKNOWN : Long.parseLong(expected);
        assertEquals(known, Canonical.basisPoints(row(cell), 0));
    }

    @Test
    void knows_ids_up_to_the_largest() throws CellFault {
        assertEquals(Long.MAX_VALUE, Canonical.id(row("9223372036854775807"), 0));
        assertEquals(Canonical.UNKNOWN, Canonical.id(row("9223372036854775808"), 0));
        assertEquals(Canonical.UNKNOWN, Canonical.id(row("0123"), 0));
        assertEquals(Canonical.UNKNOWN, Canonical.id(row("12345678901234567890"), 0));
        for (int digits = 1; digits <= 19; digits++) {
            agree("1234567890123456789".substring(0, digits), USD);
            assertEquals(
                    Long.parseLong("1234567890123456789".substring(0, digits)),
                    Canonical.id(row("1234567890123456789".substring(0, digits)), 0));
        }
    }

    @Test
    void knows_a_video_id_exactly_when_the_text_does() {
        Instant latest = Instant.parse("2026-11-18T08:00:00Z");
        for (long second : new long[] {
            latest.getEpochSecond() - 1,
            latest.getEpochSecond(),
            latest.getEpochSecond() + 1,
            1451606399L,
            1451606400L,
            1L
        }) {
            String id = new VideoId(Long.toString(second << 32 | 77)).value();
            assertEquals(isVideo(id, latest), Ids.isVideo(Long.parseLong(id), latest), id);
            assertEquals(isVideo(id, null), Ids.isVideo(Long.parseLong(id), null), id);
        }
    }

    private static boolean isVideo(String id, @org.jspecify.annotations.Nullable Instant latest) {
        try {
            return Ids.video(id, CellKind.TEXT, latest) != null;
        } catch (CellFault fault) {
            return false;
        }
    }

    @Test
    void says_nothing_of_a_cell_that_is_not_there_or_holds_doubled_marks() {
        Row row = Row.ofBytes(1, "1,\"2\"\"\"");
        assertEquals(Canonical.UNKNOWN, Canonical.count(row, 1));
        assertEquals(Canonical.UNKNOWN, Canonical.count(row, 2));
        assertEquals(Canonical.UNKNOWN, Canonical.count(Row.ofText(1, List.of("1")), 0));
        assertEquals(1, Canonical.count(row, 0));
    }

    @Test
    void a_memo_gives_what_was_made_also_after_it_forgot() {
        Memo<String> memo = new Memo<>(4, Long::toString);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 10_000; i++) {
            long number = random.nextLong(60);
            assertEquals(Long.toString(number), memo.get(number));
        }
    }

    @Test
    void a_memo_of_texts_gives_what_was_put_or_nothing_seed_3() {
        TextMemo<String> memo = new TextMemo<>();
        SplittableRandom random = new SplittableRandom(3);
        int remembered = 0;
        for (int i = 0; i < 40_000; i++) {
            String text = "creator" + "x".repeat(random.nextInt(3)) + random.nextInt(4_000) + "_same_end";
            Row row = Row.ofBytes(1, text);
            String known = memo.get(row, 0);
            remembered += known == null ? 0 : 1;
            assertEquals(text, known == null ? text : known);
            memo.put(row, 0, text);
        }
        assertEquals(true, remembered > 5_000, () -> "nothing is ever remembered");
    }
}
