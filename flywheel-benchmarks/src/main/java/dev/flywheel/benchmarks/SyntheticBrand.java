package dev.flywheel.benchmarks;

import dev.flywheel.core.adtest.AdTestStart;
import dev.flywheel.core.content.CreativeTags;
import dev.flywheel.core.content.Video;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.money.Rate;
import dev.flywheel.core.money.UnitEconomics;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.Funnel.Amount;
import dev.flywheel.core.performance.Funnel.Count;
import dev.flywheel.core.performance.Observation;
import dev.flywheel.core.performance.PerformanceBook;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.performance.Subject;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.performance.VideoHistories;
import dev.flywheel.core.performance.VideoHistory;
import dev.flywheel.core.program.Product;
import dev.flywheel.core.program.ProductId;
import dev.flywheel.core.program.Program;
import dev.flywheel.core.roster.CreatorId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A made-up brand of any size: a creator for every five videos, six hooks, five angles, four placements, three weeks of
 * which are reported day by day, and a boost on one video of fifty. The same size gives the same brand.
 */
final class SyntheticBrand {

    static final LocalDate AS_OF = LocalDate.of(2026, 11, 16);
    static final int VIDEOS_PER_CREATOR = 5;
    static final int VIDEOS_PER_BOOST = 50;

    private static final Currency USD = Currency.getInstance("USD");
    private static final Instant EXPORTED = Instant.parse("2026-11-17T08:00:00Z");
    private static final Instant FIRST_POST = Instant.parse("2026-09-01T12:00:00Z");
    private static final ProductId PRODUCT = new ProductId("1729000000000000001");
    private static final Money PRICE = Money.of("30", USD);
    private static final int DAYS = 21;
    private static final int BOOST_DAYS = 7;

    private final Random random = new Random(20261116);
    private final List<Video> videos = new ArrayList<>();
    private final List<Observation> observations = new ArrayList<>();
    private final List<AdTestStart> boosts = new ArrayList<>();

    SyntheticBrand(int size) {
        for (int i = 0; i < size; i++) {
            add(i);
        }
    }

    private void add(int number) {
        VideoId id = new VideoId(String.valueOf((FIRST_POST.plusSeconds(number).getEpochSecond() << 32) + 7));
        videos.add(Video.builder(id)
                .creator(new CreatorId("creator" + number / VIDEOS_PER_CREATOR))
                .products(List.of(PRODUCT))
                .tags(new CreativeTags("hook" + number % 6, "angle" + number % 5, "placement" + number % 4, null))
                .build());
        long clicks = 20 + random.nextLong(60);
        double rate = 0.01 + 0.04 * random.nextDouble();
        for (int day = 0; day < DAYS; day++) {
            observe(id, Traffic.ORGANIC, day, clicks, orders(clicks, rate));
        }
        if (number % VIDEOS_PER_BOOST == 0) {
            boosts.add(new AdTestStart(
                    id, AS_OF.minusDays(BOOST_DAYS - 1), Money.of("50", USD), AdTestStart.Kind.SPARK_AD));
            for (int day = 0; day < BOOST_DAYS; day++) {
                observe(id, Traffic.PAID, day, 75, orders(75, 0.8 * rate));
            }
        }
    }

    private void observe(VideoId video, Traffic traffic, int daysAgo, long clicks, long orders) {
        Funnel.Builder funnel = Funnel.builder(USD)
                .count(Count.CLICKS, clicks)
                .count(Count.ORDERS, orders)
                .count(Count.ITEMS, orders)
                .amount(Amount.GMV, PRICE.times(orders));
        if (traffic == Traffic.PAID) {
            funnel.amount(Amount.SPEND, Money.of("50", USD));
        } else {
            funnel.count(Count.VIEWS, 40 * clicks);
        }
        observations.add(new Observation(
                new Subject.OfVideo(video, null),
                Period.of(AS_OF.minusDays(daysAgo)),
                traffic,
                funnel.build(),
                Source.FUNNEL_DAILY,
                EXPORTED));
    }

    private long orders(long clicks, double rate) {
        long orders = 0;
        for (long click = 0; click < clicks; click++) {
            orders += random.nextDouble() < rate ? 1 : 0;
        }
        return orders;
    }

    Program program() {
        UnitEconomics economics = new UnitEconomics(
                PRICE,
                Money.of("7", USD),
                Money.of("4", USD),
                Rate.ofPercent("6"),
                Money.of("2", USD),
                Rate.ofPercent("15"),
                Rate.ofPercent("10"));
        return Program.builder("Synthetic", USD, ZoneOffset.UTC)
                .dailyAdCap(Money.of("1500", USD))
                .products(List.of(new Product(PRODUCT, "Serum", economics)))
                .build();
    }

    Evidence evidence() {
        Evidence.Builder evidence = Evidence.builder();
        videos.forEach(evidence::add);
        observations.forEach(evidence::add);
        boosts.forEach(evidence::add);
        return evidence.build();
    }

    Map<VideoId, Video> videos() {
        Map<VideoId, Video> byId = new TreeMap<>();
        videos.forEach(video -> byId.put(video.id(), video));
        return byId;
    }

    Map<VideoId, VideoHistory> histories() {
        PerformanceBook.Builder book = PerformanceBook.builder();
        observations.forEach(book::record);
        Map<VideoId, LocalDate> since = new TreeMap<>();
        boosts.forEach(boost -> since.put(boost.video(), boost.startedOn()));
        return VideoHistories.of(book.build(), List.of(), since, USD, ZoneOffset.UTC);
    }
}
