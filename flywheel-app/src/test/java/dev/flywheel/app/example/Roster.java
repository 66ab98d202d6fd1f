package dev.flywheel.app.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Everyone the brand deals with: creators who post, creators who do not (yet), and the samples they asked for. */
record Roster(List<Creator> posters, List<Creator> idlers, List<Sample> samples) {

    private static final int POSTERS = 172;
    private static final int IDLERS = 78;
    private static final List<String> NAMES = List.of(
            "ava", "ben", "cleo", "dara", "eli", "fay", "gus", "hana", "ivo", "june", "kai", "lena", "milo", "nora",
            "otis", "pia", "quin", "rhea", "sol", "tess", "uma", "vik", "wren", "xena", "yara", "zed");
    private static final List<String> ORNAMENTS = List.of(" ✨", " 🍒", "", " | skincare", " 🌿", " glow", "");

    static Roster of(long seed) {
        Dice dice = new Dice(seed, "roster");
        List<Creator> posters = new ArrayList<>();
        for (int i = 0; i < POSTERS; i++) {
            int firstPost = (int) (95 * StrictMath.pow(i / (double) POSTERS, 1.35));
            int videos = (int) StrictMath.max(1, StrictMath.min(38, StrictMath.rint(dice.logNormal(4.4, 1.0))));
            posters.add(creator(i + 1, dice, firstPost, videos));
        }
        List<Creator> idlers = new ArrayList<>();
        for (int i = 0; i < IDLERS; i++) {
            idlers.add(creator(POSTERS + i + 1, dice, Season.DAYS, 0));
        }
        List<Sample> samples = new ArrayList<>();
        posters.forEach(poster -> addSamplesOfPoster(poster, dice, samples));
        for (int i = 0; i < idlers.size(); i++) {
            samples.add(sampleOfIdler(idlers.get(i), i, dice));
        }
        return new Roster(List.copyOf(posters), List.copyOf(idlers), List.copyOf(samples));
    }

    private static Creator creator(int number, Dice dice, int firstPost, int videos) {
        String name = NAMES.get(number % NAMES.size());
        String display =
                name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + " " + number + dice.pick(ORNAMENTS);
        return new Creator(
                String.format(Locale.ROOT, "np_demo_%s_%03d", name, number),
                display,
                0.35 * dice.normal(),
                (long) dice.logNormal(9_000, 1.1) + 1_000,
                dice.chance(0.4),
                firstPost,
                videos);
    }

    private static void addSamplesOfPoster(Creator poster, Dice dice, List<Sample> samples) {
        LocalDate delivered = poster.firstPostDate().minusDays(dice.whole(2, 15));
        samples.add(delivered(poster, dice.pick(Product.ALL), delivered, dice));
        for (int repeat = 12; repeat < poster.videos(); repeat += 12) {
            delivered = delivered.plusDays(dice.whole(18, 30));
            if (!delivered.isAfter(Season.LAST)) {
                samples.add(delivered(poster, dice.pick(Product.ALL), delivered, dice));
            }
        }
    }

    private static Sample delivered(Creator creator, Product product, LocalDate delivered, Dice dice) {
        LocalDate shipped = delivered.minusDays(dice.whole(2, 5));
        LocalDate approved = shipped.minusDays(dice.whole(0, 2));
        return new Sample(creator, product, approved.minusDays(dice.whole(0, 3)), approved, shipped, delivered);
    }

    /** Idle creators stand at every stage: a third has had the sample for over 21 days, a third for 6 to 20. */
    private static Sample sampleOfIdler(Creator creator, int index, Dice dice) {
        Product product = dice.pick(Product.ALL);
        return switch (index % 9) {
            case 0, 1, 2 -> delivered(creator, product, Season.LAST.minusDays(dice.whole(22, 80)), dice);
            case 3, 4 -> delivered(creator, product, Season.LAST.minusDays(dice.whole(6, 20)), dice);
            case 5 -> delivered(creator, product, Season.LAST.minusDays(dice.whole(0, 4)), dice);
            case 6 -> open(creator, product, Season.LAST.minusDays(1), Season.LAST.minusDays(dice.whole(2, 4)), dice);
            case 7 -> open(creator, product, null, Season.LAST.minusDays(dice.whole(0, 1)), dice);
            default -> new Sample(creator, product, Season.LAST.minusDays(dice.whole(0, 3)), null, null, null);
        };
    }

    private static Sample open(
            Creator creator, Product product, @Nullable LocalDate shipped, LocalDate approved, Dice dice) {
        return new Sample(creator, product, approved.minusDays(dice.whole(0, 3)), approved, shipped, null);
    }
}
