package dev.flywheel.adapters.csv.internal.rows;

import dev.flywheel.adapters.csv.internal.cell.Texts;
import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.format.Header;
import dev.flywheel.adapters.csv.internal.reading.Cells;
import dev.flywheel.adapters.csv.internal.reading.RowRejected;
import dev.flywheel.core.halo.AmazonAdTerm;
import dev.flywheel.core.halo.Marketplace;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.Funnel.Amount;
import dev.flywheel.core.performance.Funnel.Count;
import dev.flywheel.core.performance.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Search terms and keywords of Amazon's Sponsored Products and Sponsored Brands, by day or for a whole period. Names of
 * campaigns are not unique, so rows with the same names are parts and are added; a row that stands twice is used once.
 * Numbers of another attribution window than the file's first are left unknown.
 */
final class AmazonAdRows implements RowMapper {

    private static final Pattern WINDOW = Pattern.compile("([0-9]{1,3})day.*");

    private record Key(
            Period period,
            Marketplace place,
            String campaign,
            String adGroup,
            String targeting,
            String matchType,
            String term) {}

    private record Numbers(
            Funnel funnel,
            @Nullable Long newToBrandOrders,
            @Nullable Long brandedSearches) {

        private Numbers plus(Numbers more) {
            return new Numbers(
                    funnel.plus(more.funnel),
                    sum(newToBrandOrders, more.newToBrandOrders),
                    sum(brandedSearches, more.brandedSearches));
        }

        private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
            return one == null || other == null ? null : (Long) Math.addExact(one, other);
        }
    }

    private final AmazonAdTerm.Kind kind;
    private final AmazonPlaces places;
    private final Sums<Key, Numbers> sums =
            new Sums<>(Key::campaign, Numbers::plus, "nothing to do if files were joined that overlap");
    private final RowPeriods periods = new RowPeriods();
    private int window;

    AmazonAdRows(AmazonAdTerm.Kind kind, AmazonFile file) {
        this.kind = kind;
        places = new AmazonPlaces(file);
    }

    @Override
    public void map(Cells cells) throws RowRejected {
        window = window(cells);
        AmazonPlaces.Place place = places.of(cells);
        Key key = key(cells, place);
        Numbers numbers = numbers(cells, place);
        Numbers before = sums.soFar(key);
        if (before != null && !before.funnel().currency().equals(place.currency())) {
            throw cells.rejected(
                    Field.CURRENCY,
                    "the same campaign and term are listed in "
                            + before.funnel().currency() + " too",
                    "keep the rows of one account in one file");
        }
        if (sums.add(key, List.of(), numbers, cells.line())) {
            periods.add(key.period());
        }
    }

    private static Key key(Cells cells, AmazonPlaces.Place place) throws RowRejected {
        return new Key(
                period(cells),
                place.marketplace(),
                cells.required(Field.CAMPAIGN, cells.words(Field.CAMPAIGN)),
                words(cells, Field.AD_GROUP),
                words(cells, Field.TARGETING),
                words(cells, Field.MATCH_TYPE),
                words(cells, Field.QUERY));
    }

    @Override
    public Optional<Object> about(Cells cells) throws RowRejected {
        return Optional.of(key(cells, places.of(cells)));
    }

    @Override
    public void refuse(Object about, long line) {
        sums.refuse(about, line);
    }

    private static String words(Cells cells, Field field) {
        String words = cells.words(field);
        return words == null ? "" : words;
    }

    private static Period period(Cells cells) throws RowRejected {
        LocalDate day = cells.day(Field.DATE);
        return day == null ? RowPeriods.named(cells) : Period.of(day);
    }

    private Numbers numbers(Cells cells, AmazonPlaces.Place place) throws RowRejected {
        Funnel.Builder funnel = Funnel.builder(place.currency());
        cells.count(funnel, Count.PRODUCT_IMPRESSIONS, Field.IMPRESSIONS);
        cells.count(funnel, Count.CLICKS, Field.CLICKS);
        cells.amount(funnel, Amount.SPEND, Field.SPEND, place.currency());
        if (isOfWindow(cells.header(), Field.GMV)) {
            cells.amount(funnel, Amount.GMV, Field.GMV, place.currency());
        }
        if (isOfWindow(cells.header(), Field.ORDERS)) {
            cells.count(funnel, Count.ORDERS, Field.ORDERS);
        }
        if (isOfWindow(cells.header(), Field.ITEMS)) {
            cells.count(funnel, Count.ITEMS, Field.ITEMS);
        }
        return new Numbers(
                funnel.build(),
                isOfWindow(cells.header(), Field.NEW_TO_BRAND_ORDERS) ? cells.count(Field.NEW_TO_BRAND_ORDERS) : null,
                isOfWindow(cells.header(), Field.BRANDED_SEARCHES) ? cells.count(Field.BRANDED_SEARCHES) : null);
    }

    /** The days after a click within which a sale counts stand in the names of the columns. */
    private static int window(Cells cells) throws RowRejected {
        for (Field field : List.of(Field.ORDERS, Field.GMV, Field.ITEMS)) {
            OptionalInt days = window(cells.header(), field);
            if (days.isPresent()) {
                return days.getAsInt();
            }
        }
        throw cells.rejected(
                Field.ORDERS,
                "no column says how many days after a click a sale counts",
                "keep the names of the download, such as 7 Day Total Orders (#)");
    }

    private static OptionalInt window(Header header, Field field) {
        Matcher name = WINDOW.matcher(
                header.position(field).isEmpty()
                        ? ""
                        : Texts.normal(header.row().text(header.column(field))));
        return name.matches() && Integer.parseInt(name.group(1)) > 0
                ? OptionalInt.of(Integer.parseInt(name.group(1)))
                : OptionalInt.empty();
    }

    private boolean isOfWindow(Header header, Field field) {
        OptionalInt days = window(header, field);
        return days.isPresent() && days.getAsInt() == window;
    }

    @Override
    public OptionalLong kept() {
        return sums.kept();
    }

    @Override
    public void finish(FileSink out) {
        sums.whole(out)
                .forEach((key, numbers) -> out.evidence()
                        .add(new AmazonAdTerm(
                                key.period(),
                                key.place(),
                                kind,
                                key.campaign(),
                                key.adGroup(),
                                key.targeting(),
                                key.matchType(),
                                key.term(),
                                window,
                                numbers.funnel(),
                                numbers.newToBrandOrders(),
                                numbers.brandedSearches(),
                                out.asOf(key.period().lastDay()))));
        periods.cover(out);
        places.finish(out);
        sums.finish(out);
    }
}
