package dev.flywheel.adapters.csv.internal.rows;

import dev.flywheel.adapters.csv.internal.cell.Moment;
import dev.flywheel.adapters.csv.internal.cell.Texts;
import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.frame.ImportFrame;
import dev.flywheel.adapters.csv.internal.reading.Cells;
import dev.flywheel.adapters.csv.internal.reading.RowRejected;
import dev.flywheel.core.content.Video;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.money.Rate;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.OrderLine;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.program.ProductId;
import dev.flywheel.core.roster.CreatorId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Affiliate order lines. A Shop Ads commission marks a paid order; an order with a standard commission alone is organic.
 * Personal data of buyers is never read. The Japanese words are translations: no Japanese file has been seen.
 */
final class OrderRows implements RowMapper {

    private static final Map<String, OrderLine.Status> STATUSES = Map.ofEntries(
            Map.entry("settled", OrderLine.Status.SETTLED),
            Map.entry("pending", OrderLine.Status.PENDING),
            Map.entry("unpaid", OrderLine.Status.PENDING),
            Map.entry("frozen", OrderLine.Status.PENDING),
            Map.entry("completed", OrderLine.Status.PENDING),
            Map.entry("shipped", OrderLine.Status.PENDING),
            Map.entry("delivered", OrderLine.Status.PENDING),
            Map.entry("processing", OrderLine.Status.PENDING),
            Map.entry("intransit", OrderLine.Status.PENDING),
            Map.entry("awaitingshipment", OrderLine.Status.PENDING),
            Map.entry("tobesettled", OrderLine.Status.PENDING),
            Map.entry("awaitingsettlement", OrderLine.Status.PENDING),
            Map.entry("ineligible", OrderLine.Status.VOID),
            Map.entry("cancelled", OrderLine.Status.VOID),
            Map.entry("canceled", OrderLine.Status.VOID),
            Map.entry("dibatalkan", OrderLine.Status.VOID),
            Map.entry("\u6C7A\u6E08\u6E08\u307F", OrderLine.Status.SETTLED),
            Map.entry("\u4FDD\u7559\u4E2D", OrderLine.Status.PENDING),
            Map.entry("\u672A\u6255\u3044", OrderLine.Status.PENDING),
            Map.entry("\u5BFE\u8C61\u5916", OrderLine.Status.VOID));
    private static final Set<String> YES = Set.of("yes", "ya", "true", "\u306F\u3044");
    private static final Set<String> NO = Set.of("no", "tidak", "false", "\u3044\u3044\u3048");

    private final ImportFrame frame;
    private final List<OrderLine> lines = new ArrayList<>();
    private final Set<Video> videos = new LinkedHashSet<>();
    private final Set<CreatorId> creators = new LinkedHashSet<>();
    private final TreeSet<LocalDate> days = new TreeSet<>();
    private boolean ofPartner;
    private long ofOtherShops;

    OrderRows(ImportFrame frame) {
        this.frame = frame;
    }

    /** A partner's export lists the orders of its campaigns in every shop it works for. */
    @Override
    public boolean isBesidesTheSubject(Cells cells) {
        if (!cells.has(Field.PARTNER)) {
            return false;
        }
        ofPartner = true;
        try {
            List<ProductId> products = cells.products(Field.PRODUCT);
            boolean isOther = products.stream()
                    .noneMatch(product -> frame.program().product(product).isPresent());
            ofOtherShops += isOther ? 1 : 0;
            return isOther;
        } catch (RowRejected unreadable) {
            return false;
        }
    }

    @Override
    public void map(Cells cells) throws RowRejected {
        String order = cells.required(Field.ORDER_ID, cells.id(Field.ORDER_ID));
        String sku = cells.required(Field.SKU_ID, cells.id(Field.SKU_ID));
        Moment created = cells.required(Field.CREATED_AT, cells.moment(Field.CREATED_AT));
        LocalDate day = created.day(frame.zone());
        cells.knows(day);
        cells.requireCurrency("an order", "import only orders of this programme's shop");
        OrderLine.Builder line = OrderLine.builder(order, sku, created.instant(frame.zone()))
                .status(status(cells))
                .refunded(refunded(cells));
        Long quantity = cells.count(Field.QUANTITY);
        if (quantity != null) {
            line.quantity(quantity);
        }
        set(cells.notNegative(Field.PAID), line::paid);
        set(commission(cells), line::commission);
        set(shopAds(cells), line::shopAdsCommission);
        List<ProductId> products = cells.products(Field.PRODUCT);
        products.stream().limit(1).forEach(line::product);
        CreatorId creator = cells.creator(Field.CREATOR);
        VideoId video = video(cells);
        set(creator, line::creator);
        set(video, line::video);
        lines.add(line.build());
        days.add(day);
        remember(video, creator, products);
    }

    private void remember(@Nullable VideoId video, @Nullable CreatorId creator, List<ProductId> products) {
        if (creator != null) {
            creators.add(creator);
        }
        if (video != null) {
            Video.Builder listed = Video.builder(video).products(products);
            if (creator != null) {
                listed.creator(creator);
            }
            videos.add(listed.build());
        }
    }

    private static <T> void set(@Nullable T value, Consumer<T> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }

    /** Only a video's content id is a video id; a LIVE's is its room. */
    private static @Nullable VideoId video(Cells cells) throws RowRejected {
        return Texts.normal(cells.raw(Field.CONTENT_TYPE)).equals("video") ? cells.video(Field.CONTENT_ID) : null;
    }

    private static OrderLine.Status status(Cells cells) throws RowRejected {
        String text = cells.text(Field.STATUS);
        if (text == null) {
            return OrderLine.Status.PENDING;
        }
        OrderLine.Status status = STATUSES.get(Texts.normal(text));
        if (status == null) {
            throw cells.rejected(
                    Field.STATUS,
                    "an order status that is not known, so nobody can say whether it was a sale",
                    "use one of " + new TreeSet<>(STATUSES.keySet()));
        }
        return status;
    }

    private static boolean refunded(Cells cells) throws RowRejected {
        String text = cells.text(Field.REFUNDED);
        String normal = text == null ? "no" : Texts.normal(text);
        if (!YES.contains(normal) && !NO.contains(normal)) {
            throw cells.rejected(Field.REFUNDED, "neither Yes nor No", "write Yes or No");
        }
        return YES.contains(normal);
    }

    /** Standard, Shop Ads and co-funded together, each as settled where above zero and else as estimated. */
    private @Nullable Money commission(Cells cells) throws RowRejected {
        Money standard = settledOrEstimated(cells, Field.ACTUAL_COMMISSION, Field.EST_COMMISSION);
        if (standard == null) {
            return null;
        }
        Money shopAds = shopAds(cells);
        Money coFunded = settledOrEstimated(cells, Field.ACTUAL_CO_FUNDED, Field.EST_CO_FUNDED);
        Money zero = Money.zero(frame.currency());
        return standard.plus(shopAds == null ? zero : shopAds).plus(coFunded == null ? zero : coFunded);
    }

    private static @Nullable Money settledOrEstimated(Cells cells, Field actual, Field estimated) throws RowRejected {
        Money settled = cells.money(actual);
        if (settled != null && settled.isPositive()) {
            return settled;
        }
        Money expected = cells.money(estimated);
        return expected == null ? settled : expected;
    }

    /**
     * The Shop Ads commission, the rate standing in where no amount is printed. Where the file has the columns, an empty
     * cell beside a standard commission means none; where it has not, nobody knows.
     */
    private @Nullable Money shopAds(Cells cells) throws RowRejected {
        Money amount = settledOrEstimated(cells, Field.ACTUAL_SHOP_ADS, Field.EST_SHOP_ADS);
        if (amount != null) {
            return amount;
        }
        Rate rate = cells.points(Field.SHOP_ADS_RATE);
        if (rate != null && rate.compareTo(Rate.ZERO) > 0) {
            Money base = cells.money(Field.COMMISSION_BASE);
            Money paid = base == null ? cells.money(Field.PAID) : base;
            Money estimate = paid == null ? null : paid.times(rate);
            return estimate != null && estimate.isPositive() ? estimate : null;
        }
        boolean hasColumns = cells.has(Field.ACTUAL_SHOP_ADS) || cells.has(Field.EST_SHOP_ADS);
        Money standard = settledOrEstimated(cells, Field.ACTUAL_COMMISSION, Field.EST_COMMISSION);
        return hasColumns && standard != null && standard.isPositive() ? Money.zero(frame.currency()) : null;
    }

    @Override
    public OptionalLong kept() {
        return OptionalLong.of(lines.size());
    }

    @Override
    public void finish(FileSink out) {
        if (ofOtherShops > 0) {
            out.finding(
                    Finding.Kind.ROWS_WITHOUT_VIDEO,
                    ofOtherShops + " rows of a partner's export name no product of the programme and were left out",
                    "nothing to do if they are of other shops; otherwise add the product to program.toml");
        }
        if (days.isEmpty()) {
            return;
        }
        Period covered = out.hasPeriod() ? out.period() : new Period(days.first(), days.last());
        out.covers(covered);
        if (!ofPartner) {
            frame.known(covered).ifPresent(known -> out.evidence().covers(Source.AFFILIATE_ORDERS, known));
        }
        lines.forEach(line -> out.evidence().add(line, out.asOf(days.last())));
        videos.forEach(out.evidence()::add);
        creators.forEach(out.evidence()::add);
    }
}
