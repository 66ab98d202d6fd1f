package dev.flywheel.app.example;

import java.util.Comparator;
import java.util.List;

/** Creator performance of one week, in the first and the third generation of the export. */
final class CreatorTables {

    private static final List<String> FIRST_GENERATION = List.of(
            "Creator username",
            "Affiliate GMV",
            "Affiliate LIVE GMV",
            "Affiliate shoppable video GMV",
            "Affiliate product card GMV",
            "Affiliate products sold",
            "Items sold",
            "Est. commission",
            "Est. flat fee",
            "Avg. order value",
            "Affiliate product showcase",
            "Affiliate orders",
            "CTR",
            "Product impressions",
            "Avg. affiliate customers",
            "Affiliate LIVE streams",
            "Affiliate shoppable videos",
            "Target collaboration GMV",
            "Target collaboration est. commission",
            "Open collaboration GMV",
            "Open collaboration est. commission",
            "Affiliate refunded GMV",
            "Affiliate items refunded",
            "Affiliate followers");
    private static final List<String> THIRD_GENERATION = List.of(
            "Creator name",
            "Creator-attributed GMV",
            "Creator LIVE-attributed GMV",
            "Creator video-attributed GMV",
            "Refunds",
            "Attributed orders",
            "Creator-attributed items sold",
            "Items refunded",
            "AOV",
            "Affiliate product card-attributed GMV",
            "CTOR",
            "LIVE streams",
            "Videos",
            "Total sample content",
            "Samples shipped",
            "Products added to showcase",
            "CTR",
            "Product impressions",
            "Video views",
            "Customers",
            "Products sold",
            "Est. commission",
            "Est. flat fee");

    /** The same columns as another shop's settings order them. */
    static final List<String> SHUFFLED = List.of(
            "Est. commission",
            "Creator name",
            "Video views",
            "Attributed orders",
            "CTR",
            "Creator-attributed GMV",
            "Videos",
            "LIVE streams",
            "Refunds",
            "Products sold",
            "Creator video-attributed GMV",
            "Customers",
            "AOV",
            "Items refunded",
            "Creator LIVE-attributed GMV",
            "Product impressions",
            "Est. flat fee",
            "Affiliate product card-attributed GMV",
            "Samples shipped",
            "CTOR",
            "Total sample content",
            "Creator-attributed items sold",
            "Products added to showcase");

    /** The short report that the offline task delivers. */
    static final List<String> SHORT = List.of(
            "Creator name",
            "Creator-attributed GMV",
            "Refunds",
            "Est. commission",
            "Attributed orders",
            "Creator-attributed items sold",
            "Items refunded",
            "Videos",
            "LIVE streams",
            "AOV",
            "Samples shipped");

    private final World world;

    CreatorTables(World world) {
        this.world = world;
    }

    Table firstGeneration(Span span) {
        Table table = new Table(FIRST_GENERATION);
        for (Row row : rows(span)) {
            Tally all = row.all;
            boolean sold = all.orders() > 0;
            boolean target = row.creator.invited();
            table.add(List.of(
                    row.creator.handle(),
                    Text.bare(all.gmv),
                    Text.bare(row.live.gmv),
                    Text.bare(row.video.gmv),
                    Text.bare(row.card.gmv),
                    sold ? Long.toString(all.products()) : "--",
                    Long.toString(all.items),
                    Text.bare(all.commission),
                    "--",
                    sold ? Text.bare(Text.average(all.gmv, all.orders())) : "--",
                    "1",
                    Long.toString(all.orders()),
                    row.impressions == 0 ? "--" : Text.percent2(row.clicks, row.impressions),
                    Long.toString(row.impressions),
                    Text.fixed(all.orders(), 7, 2),
                    row.live.orders() > 0 ? "1" : "0",
                    Long.toString(row.posts),
                    Text.bare(target ? all.gmv : 0),
                    Text.bare(target ? all.commission : 0),
                    Text.bare(target ? 0 : all.gmv),
                    Text.bare(target ? 0 : all.commission),
                    Text.bare(all.refunds),
                    Long.toString(all.itemsRefunded),
                    Long.toString(row.creator.followers())));
        }
        return table;
    }

    Table thirdGeneration(Span span) {
        Table table = new Table(THIRD_GENERATION);
        for (Row row : rows(span)) {
            Tally all = row.all;
            table.add(List.of(
                    row.creator.handle(),
                    Text.dollars(all.gmv),
                    Text.dollars(row.live.gmv),
                    Text.dollars(row.video.gmv),
                    Text.dollars(all.refunds),
                    Long.toString(all.orders()),
                    Long.toString(all.items),
                    Long.toString(all.itemsRefunded),
                    Text.dollars(Text.average(all.gmv, all.orders())),
                    Text.dollars(row.card.gmv),
                    Text.percent(all.orders(), row.clicks),
                    row.live.orders() > 0 ? "1" : "0",
                    Long.toString(row.posts),
                    Long.toString(row.posts),
                    Long.toString(row.samplesShipped),
                    "1",
                    Text.percent(row.clicks, row.impressions),
                    Long.toString(row.impressions),
                    Long.toString(row.views),
                    Long.toString(all.orders()),
                    Long.toString(all.products()),
                    Text.dollars(all.commission),
                    "$0.00"));
        }
        return table;
    }

    /** Puts TikTok's row of definitions under the header. */
    static void define(Table table) {
        table.define(table.header.stream()
                .map(column -> column.equals("Creator name") ? "" : "The total of \"" + column + "\" of the creator.")
                .toList());
    }

    private List<Row> rows(Span span) {
        return world.roster.posters().stream()
                .map(creator -> row(creator, span))
                .filter(row -> row.views > 0 || row.all.any())
                .sorted(Comparator.comparingLong((Row row) -> row.all.gmv)
                        .reversed()
                        .thenComparing(row -> row.creator.handle()))
                .toList();
    }

    private Row row(Creator creator, Span span) {
        List<OrderLine> lines = world.linesOf(creator);
        List<Video> videos =
                world.videos.stream().filter(video -> video.creator == creator).toList();
        return new Row(
                creator,
                Tally.of(lines, span),
                Tally.of(World.ofType(lines, "Video"), span),
                Tally.of(World.ofType(lines, "Livestream"), span),
                Tally.of(World.ofType(lines, "Showcase"), span),
                videos.stream().mapToLong(video -> video.views(span)).sum(),
                videos.stream().mapToLong(video -> video.impressions(span)).sum(),
                videos.stream().mapToLong(video -> video.clicks(span)).sum(),
                videos.stream()
                        .filter(video -> span.contains(video.postedAt.toLocalDate()))
                        .count(),
                samplesShipped(creator, span));
    }

    private long samplesShipped(Creator creator, Span span) {
        return world.roster.samples().stream()
                .filter(sample -> sample.creator() == creator)
                .filter(sample -> sample.shipped() != null && span.contains(sample.shipped()))
                .count();
    }

    private record Row(
            Creator creator,
            Tally all,
            Tally video,
            Tally live,
            Tally card,
            long views,
            long impressions,
            long clicks,
            long posts,
            long samplesShipped) {}
}
