package dev.flywheel.adapters.csv.internal.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.adapters.csv.internal.table.CellKind;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

    private static Dates seen(String... cells) {
        Dates dates = new Dates();
        for (String cell : cells) {
            dates.see(cell, CellKind.TEXT);
        }
        return dates;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-07-10|UNDECIDED|2026-07-10T07:00:00Z",
                "2026/7/1|UNDECIDED|2026-07-01T07:00:00Z",
                "2026-07-10 11:00|UNDECIDED|2026-07-10T18:00:00Z",
                "2026-07-10T11:00:05.123|UNDECIDED|2026-07-10T18:00:05Z",
                "2026-07-10T11:00:05Z|UNDECIDED|2026-07-10T11:00:05Z",
                "2026-07-10T11:00:05+02:00|UNDECIDED|2026-07-10T09:00:05Z",
                "10/07/2026 11:00:00|DAY_FIRST|2026-07-10T18:00:00Z",
                "07/10/2026 11:00|MONTH_FIRST|2026-07-10T18:00:00Z",
                "7/10/2026 1:05 PM|MONTH_FIRST|2026-07-10T20:05:00Z",
                "7/10/2026 12:05 am|MONTH_FIRST|2026-07-10T07:05:00Z",
                "13/07/2026|UNDECIDED|2026-07-13T07:00:00Z",
                "07/13/2026|UNDECIDED|2026-07-13T07:00:00Z",
                "07/07/2026|UNDECIDED|2026-07-07T07:00:00Z",
                "10.07.2026|DAY_FIRST|2026-07-10T07:00:00Z",
                "Feb 1, 2020|UNDECIDED|2020-02-01T08:00:00Z",
                "July 4 2026 09:30|UNDECIDED|2026-07-04T16:30:00Z",
                "1 Feb 2020|UNDECIDED|2020-02-01T08:00:00Z",
                "01-Feb-2020 09:30|UNDECIDED|2020-02-01T17:30:00Z",
                "2026-07-10 11:00:05 UTC|UNDECIDED|2026-07-10T11:00:05Z",
                "2026-07-10 11:00 +0800|UNDECIDED|2026-07-10T03:00:00Z",
                "2026-03-08 02:30|UNDECIDED|2026-03-08T10:30:00Z",
                "2026-11-01 01:30|UNDECIDED|2026-11-01T08:30:00Z",
                "46213|UNDECIDED|2026-07-10T07:00:00Z",
                "46213.4583333333|UNDECIDED|2026-07-10T18:00:00Z"
            })
    void reads_dates(String raw, DayOrder order, String expected) throws CellFault {
        assertEquals(
                expected,
                Dates.read(raw, CellKind.TEXT, order).instant(LOS_ANGELES).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "31/02/2026|DAY_FIRST|no such date in the calendar",
                "13/07/2026|MONTH_FIRST|no such date in the calendar",
                "2026-07-10 25:00|DAY_FIRST|no such date in the calendar",
                "07/10/26|MONTH_FIRST|a date without a year of four digits",
                "03/04/2026|UNDECIDED|a date that can be read with the day or with the month first",
                "yesterday|DAY_FIRST|not a date",
                "2026-07|DAY_FIRST|not a date",
                "Foo 1, 2020|DAY_FIRST|no such date in the calendar",
                "99999|DAY_FIRST|a number that is no date"
            })
    void refuses_what_is_no_date(String raw, DayOrder order, String reason) {
        assertEquals(
                reason,
                assertThrows(CellFault.class, () -> Dates.read(raw, CellKind.TEXT, order))
                        .reason());
    }

    @Test
    void a_day_in_another_offset_is_the_shops_day() throws CellFault {
        Moment moment = Dates.read("2026-07-10T02:00:00Z", CellKind.TEXT, DayOrder.UNDECIDED);
        assertEquals(LocalDate.of(2026, 7, 9), moment.day(LOS_ANGELES));
        assertNull(Dates.read("--", CellKind.TEXT, DayOrder.UNDECIDED));
    }

    @Test
    void one_date_settles_the_column() {
        assertEquals(DayOrder.DAY_FIRST, seen("03/04/2026", "13/04/2026").order(DayOrder.MONTH_FIRST));
        assertEquals(DayOrder.MONTH_FIRST, seen("03/04/2026", "04/13/2026").order(DayOrder.DAY_FIRST));
        assertFalse(seen("03/04/2026", "13/04/2026").isAssumed());
    }

    @Test
    void a_workbooks_midnight_is_no_more_than_the_day() throws CellFault {
        assertEquals(
                new Moment(java.time.LocalDate.of(2026, 7, 10), null, null),
                Dates.read("2026-07-10T00:00", CellKind.DATE, DayOrder.UNDECIDED));
        assertEquals(
                java.time.LocalTime.of(0, 1),
                Dates.read("2026-07-10T00:01", CellKind.DATE, DayOrder.UNDECIDED)
                        .time());
    }

    @Test
    void a_time_of_a_zone_keeps_its_instant_and_a_day_stays_a_day() throws CellFault {
        ZoneId seoul = ZoneId.of("Asia/Seoul");
        Moment time = Dates.read("2026-07-10 09:30", CellKind.TEXT, DayOrder.UNDECIDED)
                .in(seoul);
        assertEquals("2026-07-10T00:30:00Z", time.instant(LOS_ANGELES).toString());
        assertEquals("2026-07-09", time.day(LOS_ANGELES).toString());
        assertEquals(time, time.in(LOS_ANGELES));
        Moment day = Dates.read("2026-07-10", CellKind.TEXT, DayOrder.UNDECIDED);
        assertEquals(day, day.in(seoul));
    }

    @Test
    void a_time_that_the_clocks_skip_is_later_and_of_one_shown_twice_the_first_is_taken() throws CellFault {
        Moment skipped = Dates.read("2026-03-08 02:30", CellKind.TEXT, DayOrder.UNDECIDED)
                .in(LOS_ANGELES);
        assertEquals("2026-03-08T10:30:00Z", skipped.instant(ZoneId.of("UTC")).toString());
        assertEquals("03:30", skipped.time().toString());
        Moment twice = Dates.read("2026-11-01 01:30", CellKind.TEXT, DayOrder.UNDECIDED)
                .in(LOS_ANGELES);
        assertEquals("2026-11-01T08:30:00Z", twice.instant(ZoneId.of("UTC")).toString());
    }

    @Test
    void without_proof_the_documented_order_holds_and_says_so() {
        assertEquals(DayOrder.MONTH_FIRST, seen("03/04/2026").order(DayOrder.MONTH_FIRST));
        assertTrue(seen("03/04/2026").isAssumed());
        assertFalse(seen("2026-03-04", "04/04/2026", "--").isAssumed());
    }

    @Test
    void a_column_that_contradicts_itself_is_undecided() {
        Dates dates = seen("13/04/2026", "04/13/2026", "03/04/2026");
        assertEquals(DayOrder.UNDECIDED, dates.order(DayOrder.MONTH_FIRST));
        assertTrue(dates.isAssumed());
    }
}
