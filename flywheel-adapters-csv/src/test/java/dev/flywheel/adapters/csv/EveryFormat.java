package dev.flywheel.adapters.csv;

import static dev.flywheel.adapters.csv.Folder.row;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/** A file of every format that is read, as long as one likes: most rows are good, some are wrong, empty or totals. */
public enum EveryFormat {
    VIDEO_G3(
            Exports.G3_VIDEO,
            (random, i) -> Exports.with(
                    Exports.G3_VIDEO,
                    Exports.g3Video(video(random), creator(random), product(random), money(random), count(random)))),
    VIDEO_G1(
            Exports.G1_VIDEO,
            (random, i) -> Exports.g1Video(
                    "https://www.tiktok.com/@jo/video/" + video(random),
                    creator(random),
                    money(random),
                    count(random),
                    "1.5%")),
    CREATOR_G3(Exports.G3_CREATOR, (random, i) -> Exports.g3Creator("maker_" + i, money(random))),
    CREATOR_G1(Exports.G1_CREATOR, (random, i) -> Exports.g1Creator("maker_" + i, money(random), count(random))),
    ORDERS(
            Exports.ORDERS_US,
            (random, i) -> Exports.order(
                    Long.toString(576_000_000_000_000_000L + i),
                    "173000000000000000" + random.nextInt(3),
                    random.nextBoolean() ? "Settled" : "Ineligible",
                    (1 + random.nextInt(28)) + "/07/2026 10:11:12")),
    GMV_MAX(
            Exports.GMV_MAX,
            (random, i) -> Exports.ad(
                    "18000000000000" + random.nextInt(5), video(random), money(random), count(random), money(random))),
    TAGS(
            row("video_id", "hook", "angle", "placement", "format"),
            (random, i) -> row(Exports.videoId("2026-07-10T18:00:00Z", i), "question", "=angle", "end, \"so\"", "")),
    SAMPLES(
            row("creator", "product_id", "requested_at", "approved_at", "shipped_at", "delivered_at", "cost"),
            (random, i) -> row("maker_" + i, product(random), day(random), "", "", "", money(random))),
    AUTHORIZATIONS(
            row("video_id", "granted_at", "duration_days", "kind"),
            (random, i) -> row(Exports.videoId("2026-07-10T18:00:00Z", i), day(random), "30", "SPARK_CODE")),
    AD_TESTS(
            row("video_id", "started_on", "daily_budget", "kind"),
            (random, i) -> row(Exports.videoId("2026-07-10T18:00:00Z", i), day(random), "50", "SPARK_AD")),
    FUNNEL(
            row("date", "traffic", "video_id", "creator", "product_id", "views", "clicks", "orders", "gmv"),
            (random, i) -> row(
                    day(random),
                    random.nextBoolean() ? "ORGANIC" : "PAID",
                    video(random),
                    creator(random),
                    product(random),
                    count(random),
                    count(random),
                    "3",
                    money(random))),
    SEARCH(
            row("period_start", "period_end", "marketplace", "query", "volume"),
            (random, i) -> row("2026-07-05", "2026-07-11", "amazon.com", "serum " + i, count(random)));

    /** A name that carries the period of the formats that have no dates. */
    public static final String NAME = "Export_20260709-20260715.csv";

    private static final int WRONG_ONE_IN = 20;
    private static final String[] WRONG = {"7.64E+18", "soon", "-5", "", "--", "99/99/2026", "=1+1", "Total"};

    private final List<String> header;
    private final BiFunction<SplittableRandom, Integer, List<String>> make;

    EveryFormat(List<String> header, BiFunction<SplittableRandom, Integer, List<String>> make) {
        this.header = header;
        this.make = make;
    }

    public List<String> header() {
        return header;
    }

    /** A good row. */
    public List<String> good(SplittableRandom random, int index) {
        return new ArrayList<>(make.apply(random, index));
    }

    /** The file as CSV. */
    public String csv(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder(Folder.csv(List.of(header)));
        for (int i = 0; i < rows; i++) {
            List<String> cells = good(random, i);
            if (random.nextInt(WRONG_ONE_IN) == 0) {
                cells.set(random.nextInt(cells.size()), WRONG[random.nextInt(WRONG.length)]);
            }
            text.append(Folder.csv(List.of(cells)));
            text.append(random.nextInt(300) == 0 ? "\r\n" : "");
        }
        return text.toString();
    }

    private static String video(SplittableRandom random) {
        return Exports.videoId("2026-07-10T18:00:00Z", random.nextInt(400));
    }

    private static String creator(SplittableRandom random) {
        return "jo.glow" + random.nextInt(40);
    }

    private static String product(SplittableRandom random) {
        return random.nextBoolean() ? Exports.PRODUCT : Exports.OTHER_PRODUCT;
    }

    private static String money(SplittableRandom random) {
        return "$" + (1 + random.nextInt(9)) + ",234." + (10 + random.nextInt(89));
    }

    private static String count(SplittableRandom random) {
        return Integer.toString(random.nextInt(900));
    }

    private static String day(SplittableRandom random) {
        return "2026-07-" + (10 + random.nextInt(15));
    }
}
