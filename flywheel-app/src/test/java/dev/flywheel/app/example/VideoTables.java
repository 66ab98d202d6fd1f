package dev.flywheel.app.example;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Video performance of one week, in the three generations of the export; sorted by GMV, as native files are. */
final class VideoTables {

    private static final List<String> FIRST_GENERATION = List.of(
            "Video name",
            "Video link",
            "Video post date",
            "Creator username",
            "GMV",
            "Affiliate items sold ",
            "Affiliate shoppable video GMV",
            "Shoppable video avg. order value",
            "Est. commission",
            "Est. flat fee",
            "Affiliate orders",
            "Shoppable video impressions",
            "Affiliate CTR",
            "Shoppable video GPM",
            "Affiliate items refunded",
            "Affiliate refunded GMV",
            "Shoppable video comments",
            "Shoppable video likes");
    private static final List<String> SECOND_GENERATION = List.of(
            "Video ID",
            "Video title",
            "Video link",
            "Creator name",
            "Product name",
            "Product ID",
            "GMV",
            "Orders",
            "Items sold",
            "Est. commission");
    private static final List<String> THIRD_GENERATION = List.of(
            "Video title",
            "Video ID",
            "Post date",
            "Video link",
            "Creator name",
            "Product ID",
            "Creator video-attributed GMV",
            "Video-attributed orders",
            "AOV",
            "Video-attributed items sold",
            "Refunds",
            "Items refunded",
            "Likes",
            "Comments",
            "Shares",
            "Video product impressions",
            "Video product clicks",
            "Completion rate",
            "Video views",
            "CTR",
            "Video GPM",
            "Engagement",
            "Avg. GMV per customer",
            "Est. commission",
            "Est. flat fee");

    private final World world;

    VideoTables(World world) {
        this.world = world;
    }

    Table firstGeneration(Span span) {
        Table table = new Table(FIRST_GENERATION);
        for (Row row : rows(span)) {
            Tally tally = row.tally;
            Video video = row.video;
            long impressions = video.impressions(span);
            String average = tally.orders() == 0 ? "--" : Text.bare(Text.average(tally.gmv, tally.orders()));
            table.add(List.of(
                    video.caption,
                    video.link() + (video.id.endsWith("7") ? "?lang=en" : ""),
                    video.postedAt.toLocalDate().toString(),
                    video.creator.handle(),
                    Text.bare(tally.gmv),
                    Long.toString(tally.items),
                    Text.bare(tally.gmv),
                    average,
                    Text.bare(tally.commission),
                    "--",
                    Long.toString(tally.orders()),
                    Long.toString(impressions),
                    Text.percent2(video.clicks(span), impressions),
                    Text.bare(Text.average(tally.gmv * 1000, impressions)),
                    Long.toString(tally.itemsRefunded),
                    Text.bare(tally.refunds),
                    Long.toString(row.comments()),
                    Long.toString(row.likes())));
        }
        return table;
    }

    /** This generation repeats a video for each of its products. */
    Table secondGeneration(Span span) {
        Table table = new Table(SECOND_GENERATION);
        for (Row row : rows(span)) {
            Video video = row.video;
            for (Product product : video.products) {
                List<OrderLine> lines = world.linesOf(video).stream()
                        .filter(line -> line.product().equals(product))
                        .toList();
                Tally tally = Tally.of(lines, span);
                table.add(List.of(
                        video.id,
                        video.caption,
                        video.link(),
                        video.creator.handle(),
                        product.name(),
                        product.id(),
                        Text.dollars(tally.gmv),
                        Long.toString(tally.orders()),
                        Long.toString(tally.items),
                        Text.dollars(tally.commission)));
            }
        }
        return table;
    }

    Table thirdGeneration(Span span) {
        Table table = new Table(THIRD_GENERATION);
        for (Row row : rows(span)) {
            table.add(thirdGenerationCells(row, span));
        }
        return table;
    }

    private static List<String> thirdGenerationCells(Row row, Span span) {
        Video video = row.video;
        Tally tally = row.tally;
        long impressions = video.impressions(span);
        String perOrder = Text.dollars(Text.average(tally.gmv, tally.orders()));
        return List.of(
                video.caption,
                video.id,
                Text.MONTH_FIRST.format(video.postedAt),
                video.link(),
                video.creator.handle(),
                video.productIds(),
                Text.dollars(tally.gmv),
                Long.toString(tally.orders()),
                perOrder,
                Long.toString(tally.items),
                Text.dollars(tally.refunds),
                Long.toString(tally.itemsRefunded),
                Long.toString(row.likes()),
                Long.toString(row.comments()),
                Long.toString(row.shares()),
                Long.toString(impressions),
                Long.toString(video.clicks(span)),
                Text.percent(row.shape(7, 40), 100),
                Long.toString(row.views),
                Text.percent(video.clicks(span), impressions),
                Text.dollars(Text.average(tally.gmv * 1000, impressions)),
                Text.percent(row.likes() + row.comments() + row.shares(), row.views),
                perOrder,
                Text.dollars(tally.commission),
                "$0.00");
    }

    /** Puts TikTok's row of definitions under a third-generation header. */
    static void define(Table table) {
        List<String> sentences = new ArrayList<>();
        for (String column : table.header) {
            sentences.add(definitionOf(column));
        }
        table.define(sentences);
    }

    private static String definitionOf(String column) {
        return switch (column) {
            case "Video title", "Video ID", "Post date", "Video link", "Creator name", "Product ID" -> "";
            case "Creator video-attributed GMV" ->
                "GMV from customers who clicked a product link in creator videos and bought directly or later. "
                        + "GMV doesn't subtract cancellations or refunds.";
            case "Refunds" -> "Refunded amount of the period; refunds and GMV are usually mismatched for each period.";
            case "Est. commission" -> "Estimated commission, standard and Shop Ads commissions included.";
            default -> "The total of \"" + column + "\" in the selected period.";
        };
    }

    private List<Row> rows(Span span) {
        return world.videos.stream()
                .map(video -> new Row(video, video.views(span), world.tally(video, span)))
                .filter(row -> row.views > 0 || row.tally.any())
                .sorted(Comparator.comparingLong((Row row) -> row.tally.gmv)
                        .reversed()
                        .thenComparing(row -> row.video.id))
                .toList();
    }

    private record Row(Video video, long views, Tally tally) {

        long likes() {
            return views * shape(0, 50) / 1000;
        }

        long comments() {
            return views * shape(1, 5) / 1000;
        }

        long shares() {
            return views * shape(2, 4) / 1000;
        }

        /** A number from 1 to {@code most} that belongs to the video for good. */
        long shape(int shift, long most) {
            return 1 + (Long.parseLong(video.id) >>> shift) % most;
        }
    }
}
