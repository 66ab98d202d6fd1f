package dev.flywheel.app.example;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The files that no platform exports and the brand keeps by hand. */
final class SmallFiles {

    private static final int EXPIRED = 6;
    private static final int EXPIRING = 5;
    private static final int AUTHORIZED_WINNERS = 25;
    private static final int SEARCH_WEEKS = 60;

    private final World world;
    private final Dice dice;

    SmallFiles(World world, long seed) {
        this.world = world;
        this.dice = new Dice(seed, "small files");
    }

    static String program() {
        StringBuilder text = new StringBuilder("""
                brand = "Northpeak"
                currency = "USD"
                zone = "America/Los_Angeles"
                brand_terms = ["northpeak", "north peak"]
                daily_ad_cap = "1500.00"
                """);
        for (Product product : Product.ALL) {
            text.append(String.format(
                    Locale.ROOT,
                    """

                    [[products]]
                    id = "%s"
                    name = "%s"
                    price = "%s"
                    cogs = "%s"
                    shipping = "%s"
                    fee_rate = %.2f
                    return_cost = "%s"
                    commission_rate = %.2f
                    shop_ads_commission_rate = %.2f
                    """,
                    product.id(),
                    product.name(),
                    Text.plain(product.price()),
                    Text.plain(product.cogs()),
                    Text.plain(product.shipping()),
                    Product.FEE_RATE,
                    Text.plain(product.returnCost()),
                    Product.COMMISSION_PERCENT / 100.0,
                    Product.SHOP_ADS_COMMISSION_PERCENT / 100.0));
        }
        return text.toString();
    }

    /** About one video in twenty has not been tagged yet; the cast always has. */
    Table creativeTags() {
        Table table = new Table(List.of("video_id", "hook", "angle", "placement", "format"));
        for (Video video : world.videos) {
            if (dice.chance(0.95) || video.role != null) {
                Tags tags = video.tags;
                table.add(List.of(video.id, tags.hook(), tags.angle(), tags.placement(), tags.format()));
            }
        }
        return table;
    }

    Table samples() {
        Table table = new Table(
                List.of("creator", "product_id", "requested_at", "approved_at", "shipped_at", "delivered_at", "cost"));
        world.roster.samples().stream()
                .sorted(Comparator.comparing(Sample::requested)
                        .thenComparing(sample -> sample.creator().handle()))
                .forEach(sample -> table.add(List.of(
                        sample.creator().handle(),
                        sample.product().id(),
                        Text.date(sample.requested()),
                        Text.date(sample.approved()),
                        Text.date(sample.shipped()),
                        Text.date(sample.delivered()),
                        Text.plain(sample.cost()))));
        return table;
    }

    Table adTests() {
        Table table = new Table(List.of("video_id", "started_on", "daily_budget", "kind"));
        for (Role role : Role.ALL) {
            AdPlan plan = role.plan();
            if (plan != null) {
                table.add(List.of(
                        world.videoOf(role).id,
                        plan.startedOn().toString(),
                        Text.plain(plan.budgetPerDay() * 100L),
                        plan.kind()));
            }
        }
        return table;
    }

    Table authorizations() {
        Table table = new Table(List.of("video_id", "granted_at", "duration_days", "kind"));
        for (Role role : Role.ALL) {
            AdPlan plan = role.plan();
            if (plan != null) {
                LocalDate granted = plan.startedOn().minusDays(2);
                int duration = plan.startedOn().equals(LocalDate.of(2026, 10, 27)) ? 30 : 60;
                table.add(authorization(world.videoOf(role), granted, duration, "SPARK_CODE"));
            }
        }
        List<Video> winners = world.videos.stream()
                .filter(video -> video.plan() == null && video.postDay() < 58)
                .sorted(Comparator.comparingInt(
                                (Video video) -> -world.linesOf(video).size())
                        .thenComparing(video -> video.id))
                .limit(AUTHORIZED_WINNERS)
                .toList();
        for (int i = 0; i < winners.size(); i++) {
            table.add(winnersAuthorization(winners.get(i), i));
        }
        return table;
    }

    private List<String> winnersAuthorization(Video video, int index) {
        LocalDate granted = video.postedAt.toLocalDate().plusDays(2);
        String kind = index % 6 == 4 ? "FLAT_FEE" : index % 6 == 5 ? "ACCOUNT" : "SPARK_CODE";
        int turn = index % 4;
        if (turn == 1 && index / 4 < EXPIRED) {
            return authorization(video, granted, 7, kind);
        }
        if (turn == 2 && index / 4 < EXPIRING) {
            LocalDate lastDay = Season.LAST.plusDays(dice.whole(2, 12));
            return authorization(video, lastDay.minusDays(30), 30, kind);
        }
        return authorization(video, granted, 365, kind);
    }

    private static List<String> authorization(Video video, LocalDate granted, int duration, String kind) {
        return List.of(video.id, granted.toString(), Integer.toString(duration), kind);
    }

    /** Weekly volume that drifts, follows the season and rises with the content after the programme starts. */
    Table brandedSearch() {
        Table table = new Table(List.of("period_start", "period_end", "marketplace", "query", "volume"));
        List<String> queries = List.of("northpeak", "north peak", "northpeak serum");
        double[] base = {820, 260, 140};
        double drift = 0;
        LocalDate firstSunday = LocalDate.of(2026, 11, 8).minusWeeks(SEARCH_WEEKS - 1L);
        for (int week = 0; week < SEARCH_WEEKS; week++) {
            LocalDate start = firstSunday.plusWeeks(week);
            drift = 0.6 * drift + 0.05 * dice.normal();
            double season = 0.08 * StrictMath.sin(2 * StrictMath.PI * week / 52);
            double lift = start.isBefore(Season.FIRST) ? 0 : 0.012 * (Season.day(start) / 7 + 1);
            for (int query = 0; query < queries.size(); query++) {
                double level = base[query] * StrictMath.exp(drift + season + lift + 0.03 * dice.normal());
                boolean droppedOut = query == 2 && (week == 7 || week == 21);
                table.add(List.of(
                        start.toString(),
                        start.plusDays(6).toString(),
                        "US",
                        queries.get(query),
                        droppedOut ? "" : Long.toString((long) level)));
            }
        }
        return table;
    }
}
