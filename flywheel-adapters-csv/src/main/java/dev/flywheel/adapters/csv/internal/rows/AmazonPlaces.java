package dev.flywheel.adapters.csv.internal.rows;

import dev.flywheel.adapters.csv.internal.cell.Numbers;
import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.format.Header;
import dev.flywheel.adapters.csv.internal.reading.Cells;
import dev.flywheel.adapters.csv.internal.reading.RowRejected;
import dev.flywheel.core.halo.Marketplace;
import dev.flywheel.core.performance.Finding;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where a row of an ad report is from: its own country says so, else the file's name, else its currency where only one
 * marketplace has it, else the user. An account's currency is that of its marketplace. Not thread-safe.
 */
final class AmazonPlaces {

    private static final String REMEDY = "begin the file's name with the country's code, such as US_, or name the"
            + " marketplace with --marketplace";

    private final AmazonFile file;
    private final TreeSet<Marketplace> byCurrency = new TreeSet<>();

    AmazonPlaces(AmazonFile file) {
        this.file = file;
    }

    /** Where a row is from and what its amounts are in. */
    record Place(Marketplace marketplace, Currency currency) {}

    Place of(Cells cells) throws RowRejected {
        Currency currency = currency(cells);
        String country = cells.text(Field.MARKETPLACE);
        Optional<Marketplace> said = country == null ? Optional.ofNullable(file.marketplace()) : named(country);
        if (country != null && said.isEmpty()) {
            throw cells.rejected(Field.MARKETPLACE, "no marketplace of Amazon's that is known", "write US, GB, DE ...");
        }
        Marketplace place = said.orElse(null);
        if (place == null) {
            place = onlyOne(cells, currency);
        }
        if (place == null) {
            place = file.given();
        }
        if (place == null) {
            throw cells.rejected(
                    currency == null ? Field.SPEND : Field.CURRENCY,
                    "nothing says from which marketplace this is",
                    REMEDY);
        }
        if (currency == null && !fits(cells.header(), place)) {
            throw cells.rejected(
                    Field.SPEND,
                    "amounts of " + place + " are in " + place.currency() + ", not in the sign of their column",
                    REMEDY);
        }
        return new Place(place, currency == null ? place.currency() : currency);
    }

    private static @Nullable Currency currency(Cells cells) throws RowRejected {
        String code = cells.text(Field.CURRENCY);
        try {
            return code == null ? null : Currency.getInstance(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw cells.rejected(Field.CURRENCY, "no currency", "write its code, such as USD");
        }
    }

    private static Optional<Marketplace> named(String country) {
        return Marketplace.named(country)
                .or(() -> Arrays.stream(Marketplace.values())
                        .filter(one -> new Locale("", one.name())
                                .getDisplayCountry(Locale.ENGLISH)
                                .equalsIgnoreCase(country))
                        .findFirst());
    }

    private @Nullable Marketplace onlyOne(Cells cells, @Nullable Currency currency) {
        boolean known = currency != null
                || cells.header().currencySign(Field.SPEND).isPresent()
                || cells.header().currencySign(Field.GMV).isPresent();
        Predicate<Marketplace> wanted = currency == null
                ? one -> fits(cells.header(), one)
                : one -> one.currency().equals(currency);
        List<Marketplace> possible =
                known ? Arrays.stream(Marketplace.values()).filter(wanted).toList() : List.of();
        if (possible.size() != 1) {
            return null;
        }
        byCurrency.add(possible.get(0));
        return possible.get(0);
    }

    /** Whether the signs behind the names of the amounts, if there are any, are the marketplace's. */
    private static boolean fits(Header header, Marketplace place) {
        return List.of(Field.SPEND, Field.GMV).stream()
                .map(header::currencySign)
                .flatMap(Optional::stream)
                .allMatch(sign -> Numbers.isSignOf(sign, place.currency()));
    }

    void finish(FileSink out) {
        if (!byCurrency.isEmpty()) {
            out.finding(
                    Finding.Kind.MARKETPLACE_ASSUMED,
                    "no country; by the currency it is "
                            + String.join(
                                    ", ",
                                    byCurrency.stream().map(Marketplace::name).toList())
                            + ", the only marketplace that has it",
                    "if that is wrong, " + REMEDY);
        }
    }
}
