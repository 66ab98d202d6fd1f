package dev.flywheel.adapters.csv.internal.reading;

import dev.flywheel.adapters.csv.internal.cell.CellFault;
import dev.flywheel.adapters.csv.internal.cell.Dates;
import dev.flywheel.adapters.csv.internal.cell.DayOrder;
import dev.flywheel.adapters.csv.internal.cell.DecimalMark;
import dev.flywheel.adapters.csv.internal.cell.Moment;
import dev.flywheel.adapters.csv.internal.cell.NumberHabit;
import dev.flywheel.adapters.csv.internal.cell.Numbers;
import dev.flywheel.adapters.csv.internal.format.CellType;
import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.format.Header;
import dev.flywheel.adapters.csv.internal.table.CellKind;
import dev.flywheel.adapters.csv.internal.table.Row;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.money.Rate;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Cells taken out of their column and their workbook. What a date or an amount means may have been decided by other rows, and
 * a number in a workbook by its format; such a cell is written out in full, every other one as it stands.
 */
public final class LoneCells {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(" HH:mm:ss");
    private static final int THOUSANDS_LIKE = 3;

    private final Header header;
    private final ColumnFacts facts;
    private final Currency currency;
    private final NumberHabit habit;

    public LoneCells(Header header, ColumnFacts facts, Currency currency) {
        this.header = header;
        this.facts = facts;
        this.currency = currency;
        habit = NumberHabit.of(currency);
    }

    /** {@return the text that gives in a file of its own what the cell gives in its place; empty for personal data} */
    public String text(Row row, int position) {
        String raw = header.shown(row, position);
        CellKind kind = row.kind(position);
        return header.columnAt(position)
                .map(column -> text(raw, kind, column.field(), column.type()))
                .orElse(raw);
    }

    private String text(String raw, CellKind kind, Field field, CellType type) {
        DecimalMark mark = facts.decimalMark(field);
        return switch (type) {
            case DATE -> {
                Moment here = read(() -> Dates.read(raw, kind, facts.dayOrder(field)));
                DayOrder documented = header.format().dayOrder();
                Moment alone = read(() -> Dates.read(raw, CellKind.TEXT, documented));
                yield here == null || here.equals(alone) ? raw : written(here);
            }
            case MONEY -> {
                Money here = read(() -> Numbers.money(raw, kind, currency, mark));
                Money alone = read(() -> Numbers.money(raw, CellKind.TEXT, currency));
                yield here == null || here.equals(alone) ? raw : written(here.amount());
            }
            case DECIMAL -> {
                BigDecimal here = read(() -> Numbers.decimal(raw, kind, habit, mark));
                BigDecimal alone = read(() -> Numbers.decimal(raw, CellKind.TEXT, habit, DecimalMark.UNKNOWN));
                yield here == null || (alone != null && here.compareTo(alone) == 0) ? raw : written(here);
            }
            case COUNT -> {
                Long here = read(() -> Numbers.count(raw, kind, habit));
                Long alone = read(() -> Numbers.count(raw, CellKind.TEXT, habit));
                yield here == null || Objects.equals(here, alone) ? raw : here.toString();
            }
            case POINTS, FRACTION -> {
                boolean points = type == CellType.POINTS;
                Rate here = read(() -> Numbers.rate(raw, kind, points));
                Rate alone = read(() -> Numbers.rate(raw, CellKind.TEXT, points));
                yield here == null || (alone != null && here.compareTo(alone) == 0)
                        ? raw
                        : here.fraction().movePointRight(2).toPlainString() + "%";
            }
            case ID, VIDEO_ID, PRODUCT_IDS, HANDLE, TEXT -> raw;
        };
    }

    private static String written(Moment moment) {
        String time = moment.time() == null ? "" : TIME.format(moment.time());
        return moment.date() + time + (moment.offset() == null ? "" : moment.offset());
    }

    /** Never three decimals, which could be taken for thousands. */
    private static String written(BigDecimal number) {
        return number.scale() == THOUSANDS_LIKE ? number.toPlainString() + "0" : number.toPlainString();
    }

    private static <T> @Nullable T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (CellFault unreadable) {
            return null;
        }
    }
}
