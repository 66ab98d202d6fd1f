package dev.flywheel.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A small brand's folder. Its two videos are the ones of the question that started it all: which one is better? */
final class Brand {
    static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 16);
    static final String SEEN = videoId(1);
    static final String SOLD = videoId(2);
    static final String PROGRAM = """
            brand = "Northpeak"
            currency = "USD"
            zone = "America/Los_Angeles"
            daily_ad_cap = "1500.00"

            [[products]]
            id = "1729000000000000001"
            name = "Serum"
            price = "30.00"
            cogs = "7.00"
            shipping = "4.00"
            fee_rate = 0.06
            return_cost = "2.00"
            commission_rate = 0.15
            shop_ads_commission_rate = 0.10

            [policy]
            sample_draws = 200
            """;
    private static final String HEADER = "date,video_id,creator,product_id,traffic,views,clicks,add_to_carts,orders,"
            + "items,gmv,refunds,refunded_items,commission,spend\n";

    private Brand() {}

    /** A folder with the programme and the two videos: 2,000,000 views and 40 orders, 12,000 views and 400 orders. */
    static Path in(Path folder) {
        write(folder, "program.toml", PROGRAM);
        write(folder, "funnel_daily.csv", HEADER + String.join("", rows()));
        return folder;
    }

    /** The same rows in another order under another name. */
    static Path shuffledIn(Path folder, long seed) {
        List<String> rows = new ArrayList<>(rows());
        Collections.shuffle(rows, new Random(seed));
        write(folder, "whatever " + seed + ".csv", HEADER + String.join("", rows));
        write(folder, "program.toml", PROGRAM);
        return folder;
    }

    static Path write(Path folder, String name, String text) {
        try {
            Files.createDirectories(folder);
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Ten days of each video; the ids carry a posting date of their own. */
    private static List<String> rows() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            LocalDate day = LAST_DAY.minusDays(i);
            rows.add(row(day, SEEN, "wide_reach", 200_000, 4_000, 4));
            rows.add(row(day, SOLD, "quiet_seller", 1_200, 120, 40));
        }
        return rows;
    }

    private static String row(LocalDate day, String video, String creator, int views, int clicks, int orders) {
        return "%s,%s,%s,1729000000000000001,ORGANIC,%d,%d,,%d,%d,%d.00,0,0,,\n"
                .formatted(day, video, creator, views, clicks, orders, orders, orders * 30);
    }

    private static String videoId(int number) {
        long posted = LAST_DAY.minusDays(20).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        return String.valueOf((posted << 32) + number);
    }
}
