package dev.flywheel.adapters.csv;

import static dev.flywheel.adapters.csv.Exports.PRODUCT;
import static dev.flywheel.adapters.csv.Exports.VIDEO;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.flywheel.adapters.csv.Folder.Container;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.Funnel.Amount;
import dev.flywheel.core.performance.ImportReport;
import dev.flywheel.core.performance.Observation;
import dev.flywheel.core.performance.OrderLine;
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.performance.Subject;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.roster.CreatorId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Traps about the same events told by several files, by their number on the formats page. */
class OverlapTrapsTest extends TrapsFixture {

    private Path folderNamed(String name) throws IOException {
        return Files.createDirectory(dir.resolve(name));
    }

    private static List<String> creator(String gmv, String refunds) {
        return Exports.with(Exports.G3_CREATOR, Exports.g3Creator("jo", gmv), "Refunds", refunds);
    }

    private static String compact(LocalDate day) {
        return day.toString().replace("-", "");
    }

    @Test
    void trap_14_six_exports_of_sliding_windows_never_add() {
        Folder folder = folder();
        LocalDate first = LocalDate.of(2026, 7, 1);
        for (int i = 0; i < 6; i++) {
            folder.table(
                    Container.CSV,
                    "Creator_List_" + compact(first.plusDays(i)) + "-" + compact(first.plusDays(i + 6L)),
                    Exports.G3_CREATOR,
                    creator("$" + (700 + i) + ".00", "$10.00"));
        }
        Evidence evidence = folder.read();
        assertEquals(6, evidence.observations().size());
        List<Observation> added = Books.book(evidence)
                .disjoint(new Subject.OfCreator(new CreatorId("jo")), Source.CREATOR_PERFORMANCE, Traffic.BLENDED);
        assertEquals(
                List.of("2026-07-06..2026-07-12 705.00 USD"),
                added.stream()
                        .map(seen -> seen.period() + " "
                                + seen.funnel().get(Amount.GMV).orElseThrow())
                        .toList(),
                "of seven days that overlap, those of the newest file alone");
    }

    @Test
    void trap_14_a_week_and_its_days_never_add_for_a_video() {
        Folder folder = folder().table(
                        Container.CSV,
                        "Video_List_20260701-20260707",
                        Exports.G3_VIDEO,
                        Exports.g3Video(VIDEO, "jo", PRODUCT, "$70.00", "7"));
        for (int day = 1; day <= 7; day++) {
            String name = "2026070" + day;
            folder.table(
                    Container.CSV,
                    "Video_List_" + name + "-" + name,
                    Exports.G3_VIDEO,
                    Exports.g3Video(VIDEO, "jo", PRODUCT, "$1" + day + ".00", "1"));
        }
        assertEquals(
                98_00,
                Books.book(folder.read())
                        .disjoint(new VideoId(VIDEO), Source.VIDEO_PERFORMANCE, Traffic.BLENDED)
                        .stream()
                        .mapToLong(seen ->
                                seen.funnel().get(Amount.GMV).orElseThrow().minorUnits())
                        .sum());
    }

    @Test
    void trap_14_refunds_of_orders_of_another_period_are_kept_in_theirs() {
        Evidence evidence = folder().table(
                        Container.CSV, "Creator_List_20260701-20260707", Exports.G3_CREATOR, creator("$90.00", "$0.00"))
                .table(Container.CSV, "Creator_List_20260708-20260714", Exports.G3_CREATOR, creator("$0.00", "$89.99"))
                .read();
        assertEquals(
                List.of("90.00 USD/0.00 USD", "0.00 USD/89.99 USD"),
                Books.book(evidence)
                        .disjoint(
                                new Subject.OfCreator(new CreatorId("jo")), Source.CREATOR_PERFORMANCE, Traffic.BLENDED)
                        .stream()
                        .map(seen -> seen.funnel().get(Amount.GMV).orElseThrow() + "/"
                                + seen.funnel().get(Amount.REFUNDS).orElseThrow())
                        .toList());
    }

    /** The content of the older file differs in each run, so that the order of the digests does not help. */
    @ParameterizedTest
    @ValueSource(strings = {"$1.00", "$999.00", "$5.55", "$70.00", "$0.00"})
    void trap_14_a_restated_file_replaces_the_older_export_whatever_it_says(String before) {
        Evidence evidence = folder().table(
                        Container.CSV,
                        "Creator_List_20260701-20260707_20260708090000",
                        Exports.G3_CREATOR,
                        creator(before, "$0.00"))
                .table(
                        Container.XLSX,
                        "Creator_List_20260701-20260707_20260711090000",
                        Exports.G3_CREATOR,
                        creator("$55.00", "$0.00"))
                .read();
        List<Observation> kept = Books.book(evidence).of(new Subject.OfCreator(new CreatorId("jo")));
        assertEquals(1, kept.size());
        assertEquals(
                "55.00 USD", kept.get(0).funnel().get(Amount.GMV).orElseThrow().toString());
    }

    @Test
    void trap_14_the_same_file_twice_and_under_another_name_gives_the_same() throws IOException {
        Path once = folderNamed("once");
        Path twice = folderNamed("twice");
        String name = "Creator_List_20260701-20260707_20260708090000";
        Evidence alone = new Folder(once)
                .table(Container.CSV, name, Exports.G3_CREATOR, creator("$1.00", "$0.00"))
                .read();
        Files.copy(once.resolve(name + ".csv"), twice.resolve(name + ".csv"));
        Files.copy(once.resolve(name + ".csv"), twice.resolve(name + " (1).csv"));
        Files.copy(once.resolve(name + ".csv"), twice.resolve("a copy.csv"));
        Evidence copies = new Folder(twice).read();
        assertEquals(Books.lines(alone), Books.lines(copies));
        assertEquals(1, copies.imports().size());
        assertEquals(1, Folder.findings(copies, Finding.Kind.FILE_DUPLICATED).size());
        Files.delete(twice.resolve(name + ".csv"));
        Files.delete(twice.resolve("a copy.csv"));
        assertEquals(Books.lines(alone), Books.lines(new Folder(twice).read()));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void trap_14_the_order_of_rows_and_the_container_change_nothing(long seed) throws IOException {
        List<List<String>> orders = new ArrayList<>();
        List<List<String>> videos = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            orders.add(Exports.order(
                    "5760000000000000" + (10 + i / 2),
                    "173000000000000000" + i % 2,
                    "Settled",
                    (10 + i % 5) + "/07/2026 10:11:12"));
            videos.add(Exports.g3Video(
                    Exports.videoId("2026-07-10T18:00:00Z", i / 3),
                    "jo",
                    "172900000000000000" + i % 3,
                    "$" + i + ".00",
                    String.valueOf(i)));
        }
        Evidence before = files(folderNamed("before"), Container.CSV, orders, videos);
        Collections.shuffle(orders, new Random(seed));
        Collections.shuffle(videos, new Random(seed));
        Evidence after = files(folderNamed("after"), Container.XLSX, orders, videos);
        assertEquals(Books.lines(before), Books.lines(after));
        assertEquals(
                80, before.imports().stream().mapToLong(ImportReport::accepted).sum());
    }

    private static Evidence files(
            Path folder, Container container, List<List<String>> orders, List<List<String>> videos) {
        List<List<String>> first = new ArrayList<>(List.of(Exports.ORDERS_US));
        first.addAll(orders);
        List<List<String>> second = new ArrayList<>(List.of(Exports.G3_VIDEO));
        second.addAll(videos);
        return new Folder(folder)
                .tableOf(container, "orders_20260701-20260731", first)
                .tableOf(container, WEEK, second)
                .read();
    }

    @ParameterizedTest
    @CsvSource({"Settled,20260801090000,SETTLED", "Ineligible,20260801090000,VOID"})
    void trap_17_order_lines_of_overlapping_exports_count_once_as_the_newest_says(
            String later, String stamp, OrderLine.Status expected) {
        Folder folder = folder().table(
                        Container.CSV,
                        "orders_20260701-20260714_20260715090000",
                        Exports.ORDERS_US,
                        Exports.order("576000000000000001", "1730000000000000001", "Pending", "13/07/2026 10:11:12"),
                        Exports.order("576000000000000002", "1730000000000000001", "Pending", "13/07/2026 10:11:12"))
                .table(
                        Container.CSV,
                        "orders_20260710-20260724_" + stamp,
                        Exports.ORDERS_US,
                        Exports.order("576000000000000001", "1730000000000000001", later, "13/07/2026 10:11:12"));
        assertEquals(
                List.of(expected, OrderLine.Status.PENDING),
                Books.book(folder.read()).orderLines().stream()
                        .map(OrderLine::status)
                        .toList());
    }
}
