package dev.flywheel.adapters.csv.internal.table;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/** Serial days of a spreadsheet. */
public final class XlsxDates {

    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final int LEAP_BUG = 61;
    private static final double MAX = 2_958_466;
    private static final int SECONDS = 86_400;

    private XlsxDates() {}

    /**
     * The local time of a serial day, to the nearest second. The 1900 system counts a 29 February 1900 that never was.
     *
     * @param serial days since the epoch, the time of day in the fraction
     * @param since1904 whether the workbook counts from 1904
     * @return the time, or empty outside the years 1900 to 9999
     */
    public static Optional<LocalDateTime> toDateTime(double serial, boolean since1904) {
        if (!(serial >= 0 && serial < MAX)) {
            return Optional.empty();
        }
        long seconds = Math.round(serial * SECONDS);
        long days = Math.floorDiv(seconds, SECONDS);
        LocalDate epoch = since1904 ? EPOCH_1904 : EPOCH_1900;
        LocalDate day = epoch.plusDays(!since1904 && days < LEAP_BUG ? days + 1 : days);
        return Optional.of(day.atStartOfDay().plusSeconds(Math.floorMod(seconds, SECONDS)));
    }
}
