package dev.flywheel.adapters.csv;

import static dev.flywheel.adapters.csv.Exports.PRODUCT;
import static dev.flywheel.adapters.csv.Exports.VIDEO;
import static dev.flywheel.adapters.csv.Folder.row;

import dev.flywheel.adapters.csv.Folder.Container;
import dev.flywheel.core.cycle.Evidence;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of the traps share. */
abstract class TrapsFixture {

    static final String WEEK = "Video_List_20260709-20260715";

    static final List<String> TAGS = row("video_id", "hook", "angle", "placement", "format");

    static final List<String> FUNNEL = row("date", "video_id", "traffic", "clicks", "orders", "gmv");

    @TempDir
    Path dir;

    Folder folder() {
        return new Folder(dir);
    }

    Evidence video(String header, String value) {
        return folder().table(
                        Container.CSV, WEEK, Exports.G3_VIDEO, Exports.with(Exports.G3_VIDEO, good(), header, value))
                .read();
    }

    static List<String> good() {
        return Exports.g3Video(VIDEO, "jo.glow", PRODUCT, "$1,234.56", "40");
    }

    Evidence order(String... headersAndValues) {
        return folder().table(
                        Container.CSV,
                        "orders",
                        Exports.ORDERS_US,
                        Exports.with(
                                Exports.ORDERS_US,
                                Exports.order(
                                        "576000000000000001", "1730000000000000001", "Settled", "13/07/2026 10:11:12"),
                                headersAndValues))
                .read();
    }
}
