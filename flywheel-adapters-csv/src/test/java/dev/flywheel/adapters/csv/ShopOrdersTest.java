package dev.flywheel.adapters.csv;

import static dev.flywheel.adapters.csv.Exports.OTHER_PRODUCT;
import static dev.flywheel.adapters.csv.Exports.PRODUCT;
import static dev.flywheel.adapters.csv.Folder.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.performance.FileExplanation;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.RejectedRow;
import dev.flywheel.core.program.ProductId;
import dev.flywheel.core.roster.CreatorId;
import dev.flywheel.core.roster.SampleOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The export of all shop orders: free orders are samples, and personal data is dropped at the door. */
class ShopOrdersTest extends FormatsFixture {

    private static final String ORDER = "576000000000000001";
    private static final String SKU = "1730000000000000009";
    private static final String NAME = "All order-2026-07-31-22_29";

    private static final List<String> PERSONAL = List.of(
            "Cancel By",
            "Cancel Reason",
            "Tracking ID",
            "Buyer Message",
            "Recipient",
            "Phone #",
            "Country",
            "State",
            "City",
            "Zipcode",
            "Detail Address",
            "Address Line 1",
            "Address Line 2",
            "Additional address information",
            "House Name or Number",
            "Delivery Instruction",
            "Payment Method",
            "Package ID",
            "Seller Note",
            "Shipping Information",
            "A column nobody knows");

    private static final List<String> USED = List.of(
            "Order ID",
            "Order Status",
            "SKU ID",
            "Product Name",
            "Quantity",
            "Order Amount",
            "Created Time",
            "Shipped Time",
            "Delivered Time",
            "Cancelled Time",
            "Buyer Username");

    /** The personal columns stand before, between and behind the others. */
    private static final List<String> HEADER = woven(USED, PERSONAL);

    private static List<String> woven(List<String> used, List<String> personal) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < personal.size(); i++) {
            cells.add(personal.get(i));
            if (i < used.size()) {
                cells.add(used.get(i));
            }
        }
        return List.copyOf(cells);
    }

    /** Every personal cell holds words that must be seen nowhere again. */
    private static List<String> order(String... used) {
        return woven(
                List.of(used), PERSONAL.stream().map(name -> "SECRET " + name).toList());
    }

    private static List<String> sample(String order, String sku, String product, String buyer) {
        return order(
                order,
                "Shipped",
                sku,
                product,
                "1",
                "$0.00",
                "07/14/2026 10:11:12",
                "07/15/2026 09:00:00",
                "",
                "",
                buyer);
    }

    private static List<String> paid(String order, String amount) {
        return order(
                order, "Completed", SKU, "Serum", "1", amount, "07/20/2026 10:11:12", "", "", "", "SECRET customer");
    }

    private static List<String> descriptions() {
        List<String> cells = new ArrayList<>(Collections.nCopies(HEADER.size(), "What this column says of the order."));
        cells.set(HEADER.indexOf("Order ID"), "Platform unique order ID.");
        return cells;
    }

    private static void assertNoSecret(Object said) {
        assertFalse(said.toString().contains("SECRET"), said::toString);
    }

    private static Object all(Evidence evidence) {
        return List.of(
                evidence.sampleOrders(),
                evidence.samples(),
                evidence.creators(),
                evidence.orderLines(),
                evidence.observations(),
                evidence.videos(),
                evidence.findings(),
                evidence.imports());
    }

    @Test
    void free_orders_are_samples_and_paid_ones_are_not() {
        List<String> cancelled = new ArrayList<>(sample("576000000000000002", SKU, "Serum", "kim_k"));
        cancelled.set(HEADER.indexOf("Order Status"), "Canceled");
        Evidence evidence = both(
                "USD",
                NAME,
                HEADER,
                descriptions(),
                sample(ORDER, SKU, "Serum", "Jo.Glow"),
                cancelled,
                paid("576000000000000003", "$28.50"));
        counts(Folder.only(evidence), "all shop orders", 2, 3, 0);
        assertEquals(
                Optional.of(Folder.period("2026-07-14", "2026-07-14", 0)),
                Folder.only(evidence).period());
        Instant asOf = Instant.parse("2026-07-16T06:59:59Z");
        LocalDate created = LocalDate.of(2026, 7, 14);
        LocalDate shipped = LocalDate.of(2026, 7, 15);
        ProductId serum = new ProductId(PRODUCT);
        assertEquals(
                List.of(
                        new SampleOrder(ORDER, new CreatorId("jo.glow"), serum, created, shipped, null, false, asOf),
                        new SampleOrder(
                                "576000000000000002",
                                new CreatorId("kim_k"),
                                serum,
                                created,
                                shipped,
                                null,
                                true,
                                asOf)),
                evidence.sampleOrders());
        assertEquals(List.of(), evidence.orderLines());
        assertEquals(
                List.of("1 rows are orders that were paid for, so no samples; nothing of them is kept"),
                Folder.findings(evidence, Finding.Kind.ROWS_WITHOUT_VIDEO));
        assertNoSecret(all(evidence));
    }

    /** The export has no product ids: affiliate orders of the same SKU tell it, whichever file is read first. */
    @Test
    void a_product_is_known_by_an_affiliate_order_of_the_same_sku() throws IOException {
        for (int copy = 0; copy < 5; copy++) {
            Path folder = Files.createTempDirectory(dir, "orders");
            List<String> line = Exports.with(
                    Exports.ORDERS_US,
                    Exports.order("57600000000000001" + copy, SKU, "Settled", "13/07/2026 10:11:12"),
                    "Product ID",
                    OTHER_PRODUCT);
            Evidence evidence = new Folder(folder)
                    .table(Folder.Container.CSV, "affiliate", Exports.ORDERS_US, line)
                    .table(Folder.Container.CSV, NAME, HEADER, sample(ORDER, SKU, "Renamed", "jo"))
                    .read();
            assertEquals(
                    List.of(OTHER_PRODUCT),
                    evidence.sampleOrders().stream()
                            .map(order -> order.product().value())
                            .toList());
            assertEquals(2, evidence.imports().size());
        }
    }

    @Test
    void a_product_that_nothing_tells_is_not_guessed() {
        Evidence evidence = both("USD", NAME, HEADER, sample(ORDER, SKU, "Another serum", "jo"));
        counts(Folder.only(evidence), "all shop orders", 0, 1, 1);
        RejectedRow rejected = Folder.onlyRejected(evidence);
        assertEquals(List.of("SKU ID", SKU), List.of(rejected.column(), rejected.value()));
        assertEquals(
                "a sample of which nothing says the product: no affiliate order names this SKU, and no product of the"
                        + " programme has this name",
                rejected.reason());
        assertEquals(List.of(), evidence.sampleOrders());
    }

    /** Whatever is wrong with a row, nothing personal leaves it: not by message, not by quarantine. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Order Amount|free|not an amount of money",
                "Order Amount|-1.00|an amount below zero",
                "Order Amount|''|empty, but every row needs it",
                "Created Time|yesterday|not a date",
                "Delivered Time|31/31/2026|no such date in the calendar",
                "SKU ID|1.73E+18|an id in scientific notation has lost digits",
                "Buyer Username|''|empty, but every row needs it",
            })
    void a_rejected_row_shows_nothing_personal_and_can_be_mended(String column, String wrong, String reason)
            throws IOException {
        List<String> good = sample(ORDER, SKU, "Serum", "jo.glow");
        List<String> bad = Exports.with(HEADER, good, column, wrong);
        Path folder = Files.createTempDirectory(dir, "bad");
        Path quarantine = dir.resolve("quarantine");
        Evidence evidence = new Folder(folder)
                .quarantine(quarantine)
                .table(Folder.Container.CSV, NAME, HEADER, paid("576000000000000003", "$28.50"), bad)
                .read();
        counts(Folder.only(evidence), "all shop orders", 0, 2, 1);
        assertEquals(
                List.of(3L, column, wrong, reason),
                List.of(
                        Folder.onlyRejected(evidence).line(),
                        Folder.onlyRejected(evidence).column(),
                        Folder.onlyRejected(evidence).value(),
                        Folder.onlyRejected(evidence).reason()));
        assertNoSecret(all(evidence));
        String written = onlyFile(quarantine);
        assertNoSecret(written);
        assertTrue(written.contains("Recipient"), "the header stays, so that the file is recognised again");

        Path mended = Files.createTempDirectory(dir, "mended");
        List<String> cells = new ArrayList<>(List.of(written.split("\r\n")[1].split(",", -1)));
        cells.set(HEADER.indexOf(column), good.get(HEADER.indexOf(column)));
        Evidence again = new Folder(mended)
                .text("mended.csv", written.split("\r\n")[0] + "\r\n" + String.join(",", cells) + "\r\n")
                .read();
        counts(Folder.only(again), "all shop orders", 1, 1, 0);
        Evidence whole = both("USD", NAME, HEADER, good);
        assertEquals(whole.sampleOrders(), again.sampleOrders());
    }

    private static String onlyFile(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.toList();
            assertEquals(1, found.size());
            return Files.readString(found.get(0));
        }
    }

    /** A broken quote or a comma in an address moves cells under harmless names; such a row is closed altogether. */
    @Test
    void a_row_whose_cells_have_moved_is_shown_to_nobody() throws IOException {
        List<String> moved = new ArrayList<>(sample(ORDER, SKU, "Serum", "jo.glow"));
        moved.add(3, "SECRET street 5");
        List<String> torn = new ArrayList<>(sample("SECRET rest of an address", "SECRET", "SECRET", "SECRET"));
        Path folder = Files.createTempDirectory(dir, "moved");
        Path quarantine = dir.resolve("quarantine");
        Evidence evidence = new Folder(folder)
                .quarantine(quarantine)
                .table(Folder.Container.CSV, NAME, row("SECRET line above", "SECRET"), HEADER, moved, torn)
                .read();
        counts(Folder.only(evidence), "all shop orders", 0, 2, 2);
        assertEquals(List.of(), evidence.sampleOrders());
        assertTrue(evidence.creators().isEmpty());
        assertNoSecret(all(evidence));
        String written = onlyFile(quarantine);
        assertNoSecret(written);
        assertFalse(written.contains("jo.glow"), written);
    }

    @Test
    void the_explanation_shows_names_of_columns_and_no_cell() {
        new Folder(dir)
                .table(
                        Folder.Container.CSV,
                        NAME,
                        HEADER,
                        sample(ORDER, SKU, "Serum", "jo.glow"),
                        sample("576000000000000002", "1.73E+18", "Serum", "jo.glow"));
        FileExplanation explanation = FileExplanations.of(
                dir.resolve(NAME + ".csv"),
                ImportSettings.builder(Folder.program(Currency.getInstance("USD")))
                        .build());
        assertNoSecret(explanation);
        assertEquals(1, explanation.report().accepted());
        assertEquals(
                "personal data, which is never looked at",
                explanation.columns().get(HEADER.indexOf("Recipient")).why());
        assertEquals(
                "not known to this format",
                explanation
                        .columns()
                        .get(HEADER.indexOf("A column nobody knows"))
                        .why());
    }

    @Test
    void files_explained_together_tell_each_other_the_products_of_skus() {
        new Folder(dir)
                .table(Folder.Container.CSV, NAME, HEADER, sample(ORDER, SKU, "Renamed", "jo.glow"))
                .table(
                        Folder.Container.CSV,
                        "affiliate",
                        Exports.ORDERS_US,
                        Exports.order(ORDER, SKU, "Settled", "13/07/2026 10:11:12"));
        Path orders = dir.resolve(NAME + ".csv");
        ImportSettings settings = ImportSettings.builder(Folder.program(Currency.getInstance("USD")))
                .build();
        assertEquals(
                List.of("all shop orders", "affiliate orders"),
                FileExplanations.of(List.of(orders, dir.resolve("affiliate.csv")), settings).stream()
                        .map(explanation -> explanation.report().format())
                        .toList());
        assertEquals(
                List.of(1L, 1L),
                FileExplanations.of(List.of(orders, dir.resolve("affiliate.csv")), settings).stream()
                        .map(explanation -> explanation.report().accepted())
                        .toList());
        assertEquals(
                1, FileExplanations.of(orders, settings).report().rejected().size(), "alone nothing tells the product");
    }

    @Test
    void not_even_a_map_makes_a_personal_column_readable() {
        List<String> header = new ArrayList<>(HEADER);
        header.set(HEADER.indexOf("Buyer Username"), "Buyer");
        Evidence evidence = new Folder(dir)
                .columns(ColumnMap.of(List.of(new ColumnMap.Line("", "all shop orders", "creator", "Recipient"))))
                .table(Folder.Container.CSV, NAME, header, sample(ORDER, SKU, "Serum", "jo.glow"))
                .read();
        assertEquals(1, Folder.findings(evidence, Finding.Kind.COLUMN_MISSING).size());
        assertNoSecret(all(evidence));
    }

    @Test
    void a_newer_export_replaces_an_older_one_of_the_same_order() throws IOException {
        Path folder = Files.createTempDirectory(dir, "twice");
        List<String> delivered =
                Exports.with(HEADER, sample(ORDER, SKU, "Serum", "jo.glow"), "Delivered Time", "07/19/2026 12:00:00");
        Evidence evidence = new Folder(folder)
                .table(Folder.Container.CSV, NAME, HEADER, sample(ORDER, SKU, "Serum", "jo.glow"))
                .table(Folder.Container.XLSX, "later", HEADER, delivered)
                .read();
        assertEquals(
                List.of(LocalDate.of(2026, 7, 19)),
                evidence.sampleOrders().stream().map(SampleOrder::deliveredOn).toList());
    }
}
