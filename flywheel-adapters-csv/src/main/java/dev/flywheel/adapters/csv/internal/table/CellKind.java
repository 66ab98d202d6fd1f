package dev.flywheel.adapters.csv.internal.table;

/** How a cell was stored, because a number that a spreadsheet typed may already have lost digits. */
public enum CellKind {
    /** Text, as in every CSV and in the native workbooks. */
    TEXT,
    /** A number held as a double by the workbook. */
    NUMBER,
    /** A number held as a double and shown as a percentage: the value is a fraction. */
    PERCENT,
    /** A serial day shown as a date; the row holds it as ISO text. */
    DATE,
    /** An error value such as {@code #REF!}. */
    ERROR
}
