package dev.flywheel.adapters.csv;

import static dev.flywheel.adapters.csv.Exports.PRODUCT;
import static dev.flywheel.adapters.csv.Exports.VIDEO;
import static dev.flywheel.adapters.csv.Folder.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.adapters.csv.Folder.Container;
import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.port.out.FlywheelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Traps about days, zones and the clocks, by their number on the formats page. The programme is in Los Angeles. */
class TimeZoneTrapsTest extends TrapsFixture {

    private static ColumnMap zone(String file, String kind, String zone) {
        return ColumnMap.of(List.of(new ColumnMap.Line(file, kind, "", "", zone)));
    }

    private Evidence orders(ColumnMap map, String... times) {
        List<List<String>> table = new ArrayList<>(List.of(Exports.ORDERS_US));
        for (String time : times) {
            table.add(Exports.order("57600000000000000" + table.size(), "1730000000000000001", "Settled", time));
        }
        return folder().columns(map).tableOf(Container.CSV, "orders", table).read();
    }

    private static List<String> instants(Evidence evidence) {
        return evidence.orderLines().stream()
                .map(dated -> dated.line().createdAt().toString())
                .toList();
    }

    @Test
    void trap_10_columns_of_one_file_may_have_different_orders() {
        Evidence evidence = folder().table(
                        Container.CSV,
                        "samples",
                        row("creator", "product_id", "requested_at", "approved_at", "shipped_at", "delivered_at"),
                        row("jo", PRODUCT, "05/07/2026", "07/06/2026", "", ""),
                        row("kim", PRODUCT, "13/07/2026", "07/14/2026", "", ""))
                .read();
        assertEquals("2026-07-05", String.valueOf(evidence.samples().get(0).requestedOn()));
        assertEquals("2026-07-06", String.valueOf(evidence.samples().get(0).approvedOn()));
        assertEquals(List.of(), Folder.findings(evidence, Finding.Kind.DATE_ORDER_ASSUMED));
    }

    @Test
    void trap_10_files_decide_for_themselves() {
        Evidence evidence = folder().table(
                        Container.CSV,
                        "f1",
                        FUNNEL,
                        row("05/07/2026", VIDEO, "PAID", "1", "0", "0.00"),
                        row("13/07/2026", VIDEO, "PAID", "1", "0", "0.00"))
                .table(
                        Container.CSV,
                        "f2",
                        FUNNEL,
                        row("05/07/2026", VIDEO, "ORGANIC", "1", "0", "0.00"),
                        row("07/13/2026", VIDEO, "ORGANIC", "1", "0", "0.00"))
                .read();
        assertEquals(
                List.of("2026-05-07", "2026-07-05", "2026-07-13", "2026-07-13"),
                evidence.observations().stream()
                        .map(observation -> observation.period().firstDay().toString())
                        .sorted()
                        .toList());
    }

    /** A workbook that counts from 1904 and one that counts from 1900 hold the same day. */
    @ParameterizedTest
    @CsvSource({"true,44756", "false,46218"})
    void trap_10_a_workbook_may_count_its_days_from_1904(boolean since1904, String serial) throws IOException {
        StringBuilder rows = new StringBuilder("<row r=\"1\">");
        FUNNEL.forEach(name -> rows.append("<c t=\"inlineStr\"><is><t>" + name + "</t></is></c>"));
        rows.append("</row><row r=\"2\"><c s=\"1\"><v>" + serial + "</v></c>");
        List.of(VIDEO, "PAID", "1", "0", "0.00")
                .forEach(cell -> rows.append("<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>"));
        var parts = XlsxFile.parts(XlsxFile.sheetOf(rows + "</row>"));
        parts.put(
                "xl/styles.xml",
                "<styleSheet xmlns=\"" + XlsxFile.MAIN
                        + "\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
        if (since1904) {
            parts.computeIfPresent(
                    "xl/workbook.xml", (name, xml) -> xml.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>"));
        }
        XlsxFile.write(dir.resolve("f.xlsx"), parts);
        assertEquals(
                "2026-07-15..2026-07-15",
                folder().read().observations().get(0).period().toString());
    }

    @Test
    void trap_11_times_of_utc_are_converted_once() {
        Evidence evidence = orders(zone("", "affiliate orders", "UTC"), "14/07/2026 02:30:00", "14/07/2026 23:30:00");
        assertEquals(List.of("2026-07-14T02:30:00Z", "2026-07-14T23:30:00Z"), instants(evidence));
        assertEquals(
                "2026-07-13..2026-07-14",
                Folder.only(evidence).period().orElseThrow().toString(),
                "the first order is of the evening before in Los Angeles");
        assertEquals(List.of(), Folder.findings(evidence, Finding.Kind.DAYS_OF_ANOTHER_ZONE));
    }

    @Test
    void trap_11_a_time_with_its_own_offset_is_left_alone() {
        assertEquals(
                List.of("2026-07-14T02:30:00Z", "2026-07-14T02:30:00Z"),
                instants(orders(
                        zone("", "affiliate orders", "Asia/Seoul"),
                        "2026-07-14T02:30:00Z",
                        "2026-07-14T11:30:00+09:00")));
    }

    @Test
    void trap_11_a_zone_said_of_one_file_is_that_files_alone_and_goes_before_that_of_its_kind() {
        ColumnMap map = ColumnMap.of(List.of(
                new ColumnMap.Line("a.csv", "affiliate orders", "", "", "UTC"),
                new ColumnMap.Line("", "affiliate orders", "", "", "Asia/Seoul")));
        Evidence evidence = folder().columns(map)
                .table(
                        Container.CSV,
                        "a",
                        Exports.ORDERS_US,
                        Exports.order("576000000000000001", "1730000000000000001", "Settled", "14/07/2026 12:00:00"))
                .table(
                        Container.CSV,
                        "b",
                        Exports.ORDERS_US,
                        Exports.order("576000000000000002", "1730000000000000001", "Settled", "14/07/2026 12:00:00"))
                .read();
        assertEquals(
                List.of("2026-07-14T03:00:00Z", "2026-07-14T12:00:00Z"),
                instants(evidence).stream().sorted().toList());
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Seoul,2026-07-09,2026-07-15,16 hours before",
        "UTC,2026-07-09,2026-07-15,7 hours before",
        "UTC,2026-03-01,2026-03-15,7 to 8 hours before",
        "Asia/Kolkata,2026-07-09,2026-07-15,12.5 hours before",
        "Pacific/Honolulu,2026-07-09,2026-07-15,3 hours after",
        "Europe/Berlin,2026-03-01,2026-03-15,8 to 9 hours before"
    })
    void trap_11_days_of_an_ad_account_of_another_zone_keep_their_date_and_are_said_to(
            String zone, String first, String last, String apart) {
        Evidence evidence = folder().columns(zone("", "GMV Max creative report", zone))
                .table(
                        Container.CSV,
                        "Creative data " + first + " - " + last,
                        Exports.GMV_MAX,
                        Exports.ad("177", Exports.videoId("2026-02-10T18:00:00Z", 5), "15.00", "4", "120.00"))
                .read();
        assertEquals(
                first + ".." + last, evidence.observations().get(0).period().toString());
        assertEquals(
                List.of("GMV Max creative report: its days are those of " + zone + ", which begin " + apart
                        + " those of the programme's zone America/Los_Angeles; numbers of whole days cannot be"
                        + " converted and keep their day"),
                Folder.findings(evidence, Finding.Kind.DAYS_OF_ANOTHER_ZONE));
    }

    @Test
    void trap_11_days_without_times_inside_a_file_keep_their_date_too() {
        Evidence evidence = folder().columns(zone("", "daily funnel", "UTC"))
                .table(Container.CSV, "f", FUNNEL, row("2026-07-14", VIDEO, "PAID", "1", "0", "0.00"))
                .read();
        assertEquals(
                "2026-07-14..2026-07-14",
                evidence.observations().get(0).period().toString());
        assertEquals(
                1, Folder.findings(evidence, Finding.Kind.DAYS_OF_ANOTHER_ZONE).size());
    }

    @Test
    void trap_11_the_programmes_own_zone_says_nothing() {
        Evidence evidence = folder().columns(zone("", "daily funnel", "America/Los_Angeles"))
                .table(Container.CSV, "f", FUNNEL, row("2026-07-14", VIDEO, "PAID", "1", "0", "0.00"))
                .read();
        assertEquals(List.of(), Folder.findings(evidence, Finding.Kind.DAYS_OF_ANOTHER_ZONE));
    }

    private Evidence posts(ColumnMap map, String... times) {
        List<List<String>> table = new ArrayList<>(List.of(Exports.G3_VIDEO));
        for (String time : times) {
            table.add(Exports.with(
                    Exports.G3_VIDEO,
                    Exports.g3Video(Exports.videoId("2026-07-10T18:00:00Z", table.size()), "jo", PRODUCT, "$1.00", "1"),
                    "Post date",
                    time));
        }
        return folder().columns(map).tableOf(Container.CSV, WEEK, table).read();
    }

    /** The ids are of 11:00 in Los Angeles, 02:00 of the next day in Malaysia. */
    @Test
    void trap_08_post_times_that_do_not_fit_the_ids_betray_another_zone() {
        String[] malaysian = new String[12];
        java.util.Arrays.fill(malaysian, "07/11/2026 02:10");
        malaysian[3] = "07/13/2026 09:00";
        assertEquals(
                List.of(
                        "11 of 12 post times are 15 hours later than the ids of their videos, as if they were written in"
                                + " another time zone than America/Los_Angeles"),
                Folder.findings(posts(ColumnMap.EMPTY, malaysian), Finding.Kind.ZONE_DOUBTFUL));
        assertEquals(
                List.of(),
                Folder.findings(
                        posts(zone("", "video performance", "Asia/Kuala_Lumpur"), malaysian),
                        Finding.Kind.ZONE_DOUBTFUL));
        java.util.Arrays.fill(malaysian, "07/10/2026 11:20");
        assertEquals(List.of(), Folder.findings(posts(ColumnMap.EMPTY, malaysian), Finding.Kind.ZONE_DOUBTFUL));
        assertEquals(
                List.of(),
                Folder.findings(
                        posts(ColumnMap.EMPTY, "07/11/2026 02:10", "07/11/2026 02:10"), Finding.Kind.ZONE_DOUBTFUL),
                "two videos are too few");
    }

    /** 8 March 2026 has 23 hours and 1 November 25; the first and the last of them are of the same day. */
    @Test
    void trap_11_a_day_may_have_23_or_25_hours() {
        Evidence evidence = orders(
                ColumnMap.EMPTY,
                "08/03/2026 00:30:00",
                "08/03/2026 02:30:00",
                "08/03/2026 23:30:00",
                "01/11/2026 00:30:00",
                "01/11/2026 01:30:00",
                "01/11/2026 23:30:00",
                "13/11/2026 12:00:00");
        assertEquals(
                List.of(
                        "2026-03-08T08:30:00Z",
                        "2026-03-08T10:30:00Z",
                        "2026-03-09T06:30:00Z",
                        "2026-11-01T07:30:00Z",
                        "2026-11-01T08:30:00Z",
                        "2026-11-02T07:30:00Z",
                        "2026-11-13T20:00:00Z"),
                instants(evidence));
        assertEquals(
                "2026-03-08..2026-11-13",
                Folder.only(evidence).period().orElseThrow().toString());
    }

    @Test
    void trap_11_a_map_file_may_say_the_zone() throws IOException {
        Path map = Files.writeString(
                dir.resolveSibling(dir.getFileName() + "-map.csv"),
                "file,kind,field,name,zone\n,affiliate orders,,,UTC\n");
        assertEquals(List.of("2026-07-14T02:30:00Z"), instants(orders(ColumnMap.read(map), "14/07/2026 02:30:00")));
        Files.writeString(map, "file,kind,field,name,zone\n,affiliate orders,,,Los Angeles\n");
        String message = assertThrows(FlywheelException.SourceFailed.class, () -> ColumnMap.read(map))
                .getMessage();
        assertTrue(
                message.contains("line 2, column zone, \"Los Angeles\": no time zone; write one such as UTC"), message);
        Files.writeString(map, "file,kind,field,name,zone\n,affiliate orders,,,UTC\n,affiliate orders,,,Asia/Seoul\n");
        message = assertThrows(FlywheelException.SourceFailed.class, () -> ColumnMap.read(map))
                .getMessage();
        assertTrue(message.contains("an earlier line says that these times are of UTC"), message);
        Files.delete(map);
    }
}
