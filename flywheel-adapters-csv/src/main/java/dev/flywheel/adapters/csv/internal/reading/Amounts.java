package dev.flywheel.adapters.csv.internal.reading;

import dev.flywheel.adapters.csv.internal.cell.Canonical;
import dev.flywheel.adapters.csv.internal.cell.NumberHabit;
import dev.flywheel.adapters.csv.internal.cell.Numbers;
import dev.flywheel.adapters.csv.internal.cell.Texts;
import dev.flywheel.adapters.csv.internal.format.Column;
import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.format.Header;
import dev.flywheel.adapters.csv.internal.table.CellKind;
import dev.flywheel.core.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The amounts and counts of a row, and what amounts are in: the programme's currency, unless the file names another.
 * Which mark parts their decimals, only their columns know. Not thread-safe.
 */
final class Amounts {

    private final WrittenCells cells;
    private final Currency currency;
    private final ColumnFacts facts;
    private final ColumnFacts seen;
    private final Canonical canonical;
    private final NumberHabit habit;
    private final Set<Field> foreign;

    Amounts(WrittenCells cells, Currency currency, ColumnFacts facts, ColumnFacts seen, Canonical canonical) {
        this.cells = cells;
        this.currency = currency;
        this.facts = facts;
        this.seen = seen;
        this.canonical = canonical;
        habit = NumberHabit.of(currency);
        foreign = foreign(cells.header(), currency);
    }

    /** The amounts whose column says that they are in another currency than the programme's. */
    private static Set<Field> foreign(Header header, Currency currency) {
        Set<Field> found = EnumSet.noneOf(Field.class);
        for (Column column : header.format().columns()) {
            header.currencySign(column.field())
                    .filter(sign -> !Numbers.isSignOf(sign, currency))
                    .ifPresent(sign -> found.add(column.field()));
        }
        return found;
    }

    @Nullable
    Money money(Field field) throws RowRejected {
        if (!foreign.isEmpty()) {
            requireOwnCurrency(field);
        }
        long minorUnits = canonical.minorUnits(cells.row(), cells.header().column(field));
        return minorUnits == Canonical.UNKNOWN ? written(field, currency) : new Money(minorUnits, currency);
    }

    /** An amount in a currency that the file names itself. */
    @Nullable
    Money money(Field field, Currency named) throws RowRejected {
        String sign = sign(field);
        if (!sign.isEmpty() && !Texts.isMissing(cells.raw(field)) && !Numbers.isSignOf(sign, named)) {
            throw cells.rejected(
                    field,
                    "an amount in \"" + sign + "\", as its column is called, in a report in " + named,
                    "download the report again, for one marketplace");
        }
        return written(field, named);
    }

    private @Nullable Money written(Field field, Currency in) throws RowRejected {
        return number(field, () -> Numbers.money(cells.raw(field), cells.kind(field), in, facts.decimalMark(field)));
    }

    private String sign(Field field) {
        return cells.header().currencySign(field).orElse("");
    }

    private void requireOwnCurrency(Field field) throws RowRejected {
        if (foreign.contains(field) && !Texts.isMissing(cells.raw(field))) {
            throw cells.rejected(
                    field,
                    "an amount in \"" + sign(field) + "\", as its column is called, in a programme that counts in "
                            + currency.getCurrencyCode(),
                    "import only files of this programme's shop, or correct currency in program.toml");
        }
    }

    @Nullable
    Money notNegative(Field field, @Nullable Money value) throws RowRejected {
        if (value != null && value.isNegative()) {
            throw cells.rejected(
                    field, "an amount below zero", "correct the amount; refunds have a column of their own");
        }
        return value;
    }

    @Nullable
    BigDecimal decimal(Field field) throws RowRejected {
        return number(
                field, () -> Numbers.decimal(cells.raw(field), cells.kind(field), habit, facts.decimalMark(field)));
    }

    @Nullable
    Long count(Field field) throws RowRejected {
        return number(field, () -> Numbers.count(cells.raw(field), cells.kind(field), habit));
    }

    /** Reads a number from its text, which shows something of its column whether it can be read or not. */
    private <T> @Nullable T number(Field field, Reading<T> reading) throws RowRejected {
        if (cells.kind(field) == CellKind.TEXT && !cells.isEmpty(field)) {
            seen.seeNumber(field, cells.raw(field));
        }
        return cells.read(field, reading);
    }

    /** Whether the row, or the name of an amount's column, says in which currency the amount is. */
    boolean namesCurrency(Field amount) {
        String text = cells.text(amount);
        return text == null
                || cells.text(Field.CURRENCY) != null
                || cells.header().currencySign(amount).isPresent()
                || text.chars()
                        .anyMatch(c -> Character.isLetter(c) || Character.getType(c) == Character.CURRENCY_SYMBOL);
    }

    /** An amount whose currency stands in a column of its own must be in the programme's. */
    void requireCurrency(String amount, String remedy) throws RowRejected {
        String text = cells.text(Field.CURRENCY);
        String own = currency.getCurrencyCode();
        if (text != null && !text.toUpperCase(Locale.ROOT).equals(own)) {
            throw cells.rejected(
                    Field.CURRENCY, amount + " in " + text + " in a programme that counts in " + own, remedy);
        }
    }
}
