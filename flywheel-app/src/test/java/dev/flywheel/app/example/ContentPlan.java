package dev.flywheel.app.example;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Decides who posts what and when, and what is true of each video. */
final class ContentPlan {

    /** Views are log-normal with the spread seen on the platform; one video in two hundred gets ten times its draw. */
    private static final double MEDIAN_VIEWS = 2_200;

    private static final double VIEWS_SD = 1.8;
    private static final double MOST_VIEWS = 900_000;
    private static final double CONVERSION_RATE = 0.036;

    /** The algorithm feeds viral videos to colder viewers: the conversion rate falls with reach by this slope. */
    private static final double REACH_SLOPE = -0.2;

    private final Dice dice;
    private final List<Video> videos = new ArrayList<>();

    private ContentPlan(long seed) {
        this.dice = new Dice(seed, "content");
    }

    static List<Video> of(Roster roster, long seed) {
        ContentPlan plan = new ContentPlan(seed);
        for (Creator creator : roster.posters()) {
            plan.addPostsOf(creator);
        }
        for (int i = 0; i < Role.ALL.size(); i++) {
            plan.videos.add(plan.cast(Role.ALL.get(i), roster.posters().get(3 + 2 * i)));
        }
        plan.videos.sort(Comparator.comparing(video -> video.id));
        return List.copyOf(plan.videos);
    }

    private void addPostsOf(Creator creator) {
        double day = creator.firstPost();
        for (int i = 0; i < creator.videos() && day < Season.DAYS; i++) {
            videos.add(ordinary(creator, (int) day));
            day += 0.5 + dice.exponential(4.5);
        }
    }

    private Video ordinary(Creator creator, int day) {
        Tags tags = Tags.draw(dice);
        double views = dice.logNormal(MEDIAN_VIEWS, VIEWS_SD) * (dice.chance(0.005) ? 10 : 1);
        views = StrictMath.max(30, StrictMath.min(MOST_VIEWS, views));
        double clickRate = dice.logNormal(0.012, 0.35);
        double conversionRate = CONVERSION_RATE
                * StrictMath.pow(views / MEDIAN_VIEWS, REACH_SLOPE)
                * StrictMath.exp(tags.effect() + creator.skill() + 0.25 * dice.normal());
        Truth truth = new Truth(views, clickRate, StrictMath.min(0.4, conversionRate));
        LocalDateTime postedAt = postTime(day);
        String id = videoId(postedAt);
        return new Video(id, postedAt, creator, products(), tags, Captions.draw(dice), truth, null);
    }

    private Video cast(Role role, Creator creator) {
        Truth truth = new Truth(role.views(), role.clickRate(), role.conversionRate());
        LocalDateTime postedAt = postTime(Season.day(role.postedOn()));
        Tags tags = Tags.of(dice.whole(0, 2), dice.whole(0, 2), dice.whole(0, 2), dice.whole(0, 3));
        List<Product> products = List.of(Product.HERO);
        return new Video(videoId(postedAt), postedAt, creator, products, tags, Captions.draw(dice), truth, role);
    }

    private List<Product> products() {
        double[] shares = Product.ALL.stream().mapToDouble(Product::share).toArray();
        Product first = Product.ALL.get(dice.pickIndex(shares));
        if (!dice.chance(0.04)) {
            return List.of(first);
        }
        Product second = Product.ALL.get((Product.ALL.indexOf(first) + 1) % Product.ALL.size());
        return List.of(first, second);
    }

    private LocalDateTime postTime(int day) {
        return Season.at(day, dice.whole(7 * 3600, 22 * 3600));
    }

    /** A native id carries the Unix second of the post in its upper half. */
    private String videoId(LocalDateTime postedAt) {
        return idOf(postedAt, dice.bits32());
    }

    static String idOf(LocalDateTime postedAt, long lowerHalf) {
        long second = postedAt.atZone(Season.ZONE).toEpochSecond();
        return Long.toString(second << 32 | lowerHalf);
    }
}
