package dev.flywheel.app.example;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The GMV Max creative report. Cost and clicks are paid; SKU orders and revenue are paid and organic together, as the
 * platform reports them, so that videos without any advertising appear with orders but no impressions.
 */
final class CreativeTables {

    private static final List<String> HEADER = List.of(
            "Campaign name",
            "Campaign ID",
            "Product ID",
            "Creative type",
            "Video title",
            "Video ID",
            "TikTok account",
            "Time posted",
            "Status",
            "Exploration secondary status",
            "Authorization type",
            "Cost",
            "SKU orders",
            "Cost per order",
            "Gross revenue",
            "ROI",
            "Product ad impressions",
            "Product ad clicks",
            "Product ad click rate",
            "Ad conversion rate",
            "2-second ad video view rate",
            "6-second ad video view rate",
            "25% ad video view rate",
            "50% ad video view rate",
            "75% ad video view rate",
            "100% ad video view rate",
            "Currency");
    private static final String MISSING = "-";

    private final World world;

    CreativeTables(World world) {
        this.world = world;
    }

    Table of(Span span) {
        Table table = new Table(HEADER);
        table.add(productCard(span));
        world.videos.stream()
                .filter(video -> video.products.contains(Product.HERO))
                .filter(video -> video.paid.clicks(span) > 0 || world.tally(video, span).lines > 0)
                .sorted(Comparator.comparingLong((Video video) -> video.paid.spend(span))
                        .reversed()
                        .thenComparing(video -> video.id))
                .forEach(video -> table.add(video(video, span)));
        return table;
    }

    private List<String> video(Video video, Span span) {
        Tally tally = Tally.of(
                world.linesOf(video).stream()
                        .filter(line -> line.product().equals(Product.HERO))
                        .toList(),
                span);
        long cost = video.paid.spend(span);
        long impressions = video.paid.impressions(span);
        long clicks = video.paid.clicks(span);
        AdPlan plan = video.plan();
        boolean running = plan != null && !plan.startedOn().isAfter(span.to());
        List<String> cells = new ArrayList<>(campaign("Video"));
        cells.addAll(List.of(
                video.caption,
                video.id,
                video.creator.displayName(),
                Text.ISO_SECONDS.format(video.postedAt),
                running ? "Delivering" : "Authorization needed",
                MISSING,
                authorizationType(video),
                Text.plain(cost),
                Long.toString(tally.lines),
                tally.lines == 0 ? MISSING : Text.plain(Text.average(cost, tally.lines)),
                Text.plain(tally.gmv),
                cost == 0 ? MISSING : Text.fixed(tally.gmv, cost, 2),
                Long.toString(impressions),
                Long.toString(clicks),
                impressions == 0 ? MISSING : Text.fraction(clicks, impressions),
                clicks == 0 ? MISSING : Text.fraction(tally.lines, clicks)));
        cells.addAll(impressions == 0 ? viewRatesMissing() : viewRates(video));
        cells.add("USD");
        return cells;
    }

    private static List<String> productCard(Span span) {
        long days = Season.day(span.to()) - Season.day(span.from()) + 1L;
        long cost = 1_137 * days;
        long orders = 2 * days;
        long revenue = orders * Product.HERO.price();
        List<String> cells = new ArrayList<>(campaign("Product card"));
        cells.addAll(List.of(
                MISSING,
                MISSING,
                MISSING,
                MISSING,
                "Delivering",
                MISSING,
                MISSING,
                Text.plain(cost),
                Long.toString(orders),
                Text.plain(Text.average(cost, orders)),
                Text.plain(revenue),
                Text.fixed(revenue, cost, 2),
                Long.toString(1_900 * days),
                Long.toString(31 * days),
                Text.fraction(31, 1_900),
                Text.fraction(orders, 31 * days)));
        cells.addAll(viewRatesMissing());
        cells.add("USD");
        return cells;
    }

    private static List<String> campaign(String creativeType) {
        return List.of("Northpeak GMV Max", "1790000000000000123", Product.HERO.id(), creativeType);
    }

    private static String authorizationType(Video video) {
        AdPlan plan = video.plan();
        if (plan == null) {
            return MISSING;
        }
        return plan.kind().equals("SPARK_AD") ? "Video code" : "Affiliate mass authorization";
    }

    private static List<String> viewRates(Video video) {
        long shape = 20 + Long.parseLong(video.id) % 15;
        return List.of(
                Text.fraction(shape * 9, 500),
                Text.fraction(shape * 5, 500),
                Text.fraction(shape * 4, 500),
                Text.fraction(shape * 2, 500),
                Text.fraction(shape * 3, 1_000),
                Text.fraction(shape, 500));
    }

    private static List<String> viewRatesMissing() {
        return List.of(MISSING, MISSING, MISSING, MISSING, MISSING, MISSING);
    }
}
