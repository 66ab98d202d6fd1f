package dev.flywheel.adapters.csv.internal.cell;

/** Which of day and month comes first in dates such as 03/04/2026. */
public enum DayOrder {
    /** 31/12/2026. */
    DAY_FIRST,
    /** 12/31/2026. */
    MONTH_FIRST,
    /** Nobody can tell: only ISO dates and those with a number above twelve are read. */
    UNDECIDED
}
