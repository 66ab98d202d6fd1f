package dev.flywheel.adapters.csv.internal.rows;

import dev.flywheel.adapters.csv.internal.cell.Texts;
import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.frame.ImportFrame;
import dev.flywheel.adapters.csv.internal.frame.SkuProducts;
import dev.flywheel.adapters.csv.internal.reading.Cells;
import dev.flywheel.adapters.csv.internal.reading.RowRejected;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.program.Product;
import dev.flywheel.core.program.ProductId;
import dev.flywheel.core.roster.CreatorId;
import dev.flywheel.core.roster.SampleOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The export of all shop orders, of which only free orders are used: a free order is a sample, and its buyer the creator.
 * Of an order that was paid nothing but its amount is looked at. The table says which columns are personal; no method
 * here has a field for them.
 */
final class ShopOrderRows implements RowMapper {

    private static final Set<String> CANCELLED = Set.of("cancelled", "canceled", "dibatalkan", "\u0111\u00E3h\u1EE7y");

    /** A free order as read; when the file knew it is only clear once all its days were seen. */
    private record Line(
            String order,
            CreatorId creator,
            ProductId product,
            LocalDate createdOn,
            @Nullable LocalDate shippedOn,
            @Nullable LocalDate deliveredOn,
            boolean cancelled) {

        private SampleOrder knownAt(Instant asOf) {
            return new SampleOrder(order, creator, product, createdOn, shippedOn, deliveredOn, cancelled, asOf);
        }
    }

    private final ImportFrame frame;
    private final List<Line> lines = new ArrayList<>();
    private final TreeSet<LocalDate> created = new TreeSet<>();
    private final TreeSet<LocalDate> days = new TreeSet<>();
    private long paid;

    ShopOrderRows(ImportFrame frame) {
        this.frame = frame;
    }

    @Override
    public boolean isBesidesTheSubject(Cells cells) {
        if (!cells.isInPlace()) {
            return false;
        }
        try {
            Money amount = cells.money(Field.PAID);
            boolean isPaid = amount != null && amount.isPositive();
            paid += isPaid ? 1 : 0;
            return isPaid;
        } catch (RowRejected unreadable) {
            return false;
        }
    }

    @Override
    public void map(Cells cells) throws RowRejected {
        if (!cells.isInPlace()) {
            throw cells.rejected(
                    Field.ORDER_ID,
                    "no order id, or more cells than the header: its cells may have moved, so none is looked at",
                    "export again; such a row cannot be mended without looking at personal data");
        }
        cells.required(Field.PAID, cells.notNegative(Field.PAID));
        LocalDate createdOn = cells.required(Field.CREATED_AT, cells.day(Field.CREATED_AT));
        LocalDate shippedOn = cells.day(Field.SHIPPED_AT);
        LocalDate deliveredOn = cells.day(Field.DELIVERED_AT);
        LocalDate cancelledOn = cells.day(Field.CANCELLED_AT);
        lines.add(new Line(
                cells.required(Field.ORDER_ID, cells.id(Field.ORDER_ID)),
                cells.required(Field.CREATOR, cells.creator(Field.CREATOR)),
                product(cells),
                createdOn,
                shippedOn,
                deliveredOn,
                cancelledOn != null || CANCELLED.contains(Texts.normal(cells.raw(Field.STATUS)))));
        created.add(createdOn);
        for (LocalDate day : new LocalDate[] {createdOn, shippedOn, deliveredOn, cancelledOn}) {
            if (day != null) {
                days.add(day);
            }
        }
    }

    /** The export has SKUs and names; a product is never guessed from them. */
    private ProductId product(Cells cells) throws RowRejected {
        String written = cells.id(Field.PRODUCT);
        if (written != null) {
            return new ProductId(written);
        }
        String sku = cells.id(Field.SKU_ID);
        Optional<ProductId> ofSku = sku == null
                ? Optional.empty()
                : Objects.requireNonNullElse(frame.skus(), SkuProducts.NONE).of(sku);
        String name = Texts.normal(cells.raw(Field.PRODUCT_NAME));
        List<ProductId> called = frame.program().products().stream()
                .filter(product -> Texts.normal(product.name()).equals(name))
                .map(Product::id)
                .toList();
        if (ofSku.isEmpty() && called.size() != 1) {
            throw cells.rejected(
                    Field.SKU_ID,
                    "a sample of which nothing says the product: no affiliate order names this SKU, and no product of"
                            + " the programme has this name",
                    "put an export of affiliate orders with this SKU beside it, call the product in program.toml as the"
                            + " shop does, or add a column Product ID");
        }
        return ofSku.orElseGet(() -> called.get(0));
    }

    @Override
    public OptionalLong kept() {
        return OptionalLong.of(lines.size());
    }

    @Override
    public void finish(FileSink out) {
        if (!created.isEmpty()) {
            out.covers(new Period(created.first(), created.last()));
            Instant asOf = out.asOf(days.last());
            lines.forEach(line -> out.evidence().add(line.knownAt(asOf)).add(line.creator()));
        }
        if (paid > 0) {
            out.finding(
                    Finding.Kind.ROWS_WITHOUT_VIDEO,
                    paid + " rows are orders that were paid for, so no samples; nothing of them is kept",
                    "nothing to do");
        }
    }
}
