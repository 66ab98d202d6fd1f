package dev.flywheel.benchmarks.csv;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * The measured file: the daily performance of a brand's videos, 20 columns and about 210 bytes a row, the same bytes for
 * the same seed. Three ids of 19 digits, eight counts, three amounts such as {@code "$1,234.56"}, a rate such as
 * {@code 2.34%}, two ISO dates and three texts, one of them a quoted caption with commas, quotes, emoji and line breaks.
 */
final class PerformanceFile {

    static final int ROWS = 2_000_000;
    static final String HEADER =
            "date,traffic,video_id,creator,product_id,title,views,clicks,add_to_carts,orders,items,"
                    + "gmv,refunds,refunded_items,commission,likes,comments,ctr,posted_on,creator_id\n";

    private static final int DAYS = 50;
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 6, 1);
    private static final String[] WORDS = {
        "glow",
        "serum",
        "night",
        "routine",
        "honest",
        "review",
        "before & after",
        "unboxing",
        "#skin",
        "\uD83D\uDE0D",
        "\u2728 new",
        "said \"\"wow\"\"",
        "day 7, wow",
        "link below",
        "my 3 tips",
        "for dry skin",
        "must have",
        "sale!"
    };

    private final SplittableRandom random;
    private final StringBuilder row = new StringBuilder(512);

    private PerformanceFile(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Writes the header and so many rows: every video on each of fifty days. */
    static void write(Path target, int rows, long seed) throws IOException {
        PerformanceFile file = new PerformanceFile(seed);
        int videos = Math.max(1, rows / DAYS);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 20)) {
            out.write(HEADER.getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < rows; i++) {
                out.write(file.row(i % videos, i / videos).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private String row(int video, int day) {
        row.setLength(0);
        int creator = Math.floorMod(video * 31, 5_003);
        long views = random.nextLong(10, 250_000);
        long clicks = views * random.nextInt(1, 60) / 1_000;
        long orders = clicks * random.nextInt(0, 80) / 1_000;
        row.append(FIRST_DAY.plusDays(day)).append(',');
        row.append("BLENDED,").append(videoId(video)).append(',');
        row.append("creator_").append(creator).append(',');
        row.append(1_729_000_000_000_000_000L + video % 37 * 7_919L).append(',');
        title();
        row.append(',').append(views).append(',').append(clicks).append(',').append(clicks / 3);
        row.append(',').append(orders).append(',').append(orders + orders / 5).append(',');
        money(orders * random.nextLong(900, 4_900));
        money(orders * random.nextLong(0, 300));
        row.append(orders / 20).append(',');
        money(orders * random.nextLong(90, 490));
        row.append(views / 30).append(',').append(views / 700).append(',');
        long points = views == 0 ? 0 : clicks * 10_000 / views;
        row.append(points / 100)
                .append('.')
                .append(points / 10 % 10)
                .append(points % 10)
                .append("%,");
        row.append(FIRST_DAY.minusDays(video % 90)).append(',');
        return row.append(7_100_000_000_000_000_000L + creator * 1_000_003L)
                .append('\n')
                .toString();
    }

    /** The upper 32 bits are the second of posting, as in genuine ids. */
    private static long videoId(int video) {
        long second = FIRST_DAY.minusDays(video % 90).toEpochDay() * 86_400 + video % 86_400;
        return second << 32 | (video * 2_654_435_761L & 0xFFFF_FFFFL);
    }

    private void title() {
        row.append('"');
        int words = random.nextInt(2, 9);
        for (int i = 0; i < words; i++) {
            row.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        row.append(random.nextInt(100) < 21 ? "\nmore, tomorrow\"" : "\"");
    }

    private void money(long cents) {
        String whole = String.valueOf(cents / 100);
        row.append("\"$");
        for (int i = 0; i < whole.length(); i++) {
            row.append(i > 0 && (whole.length() - i) % 3 == 0 ? "," : "").append(whole.charAt(i));
        }
        row.append('.').append(cents / 10 % 10).append(cents % 10).append("\",");
    }
}
