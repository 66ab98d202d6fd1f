package dev.flywheel.core;

import dev.flywheel.core.content.LiveId;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.money.Rate;
import dev.flywheel.core.money.UnitEconomics;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.Funnel.Amount;
import dev.flywheel.core.performance.Funnel.Count;
import dev.flywheel.core.performance.Observation;
import dev.flywheel.core.performance.OrderLine;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.performance.Subject;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.program.Product;
import dev.flywheel.core.program.ProductId;
import dev.flywheel.core.program.Program;
import dev.flywheel.core.roster.CreatorId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Synthetic evidence, a few words a row. Day 1 is Sunday, 1 November 2026, of Los Angeles. */
public final class TestEvidence {

    public static final Currency USD = Currency.getInstance("USD");
    public static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    public static final ProductId SERUM = new ProductId("1729000000000000001");
    public static final ProductId CREAM = new ProductId("1729000000000000002");
    public static final VideoId VIDEO = video(1);
    public static final CreatorId ANNA = new CreatorId("anna");
    public static final CreatorId BEN = new CreatorId("ben");

    /** When reports were exported unless a test says otherwise. */
    public static final Instant EXPORTED = Instant.parse("2026-12-01T12:00:00Z");

    private TestEvidence() {}

    /** A day of November 2026, counted on into December. */
    public static LocalDate day(int number) {
        return LocalDate.of(2026, 10, 31).plusDays(number);
    }

    public static Period days(int first, int last) {
        return new Period(day(first), day(last));
    }

    /** A video whose id says that it went up on 1 October 2026, a second later for each number. */
    public static VideoId video(int number) {
        long second = Instant.parse("2026-10-01T12:00:00Z").getEpochSecond() + number;
        return new VideoId(String.valueOf((second << 32) + 7));
    }

    public static Money usd(String amount) {
        return Money.of(amount, USD);
    }

    public static Product product(ProductId id) {
        return new Product(
                id,
                "Product " + id,
                new UnitEconomics(
                        usd("30.00"),
                        usd("7.00"),
                        usd("4.00"),
                        Rate.ofPercent("6"),
                        usd("2.00"),
                        Rate.ofPercent("15"),
                        Rate.ofPercent("10")));
    }

    public static Program program() {
        return Program.builder("Northpeak", USD, ZONE)
                .dailyAdCap(usd("1500"))
                .products(List.of(product(SERUM), product(CREAM)))
                .build();
    }

    /** One SKU of one order of the video, sold for 30 dollars at noon of the day, organic. */
    public static OrderLine.Builder line(String order, String sku, int day) {
        return OrderLine.builder(order, sku, day(day).atTime(12, 0).atZone(ZONE).toInstant())
                .video(VIDEO)
                .paid(usd("30.00"))
                .commission(usd("4.50"))
                .shopAdsCommission(usd("0.00"));
    }

    public static Report daily(int day, Traffic traffic) {
        return new Report(Source.FUNNEL_DAILY, traffic, days(day, day));
    }

    public static Report shop(int first, int last) {
        return new Report(Source.VIDEO_PERFORMANCE, Traffic.BLENDED, days(first, last));
    }

    public static Report ads(int first, int last) {
        return new Report(Source.GMV_MAX_CREATIVE, Traffic.PAID, days(first, last));
    }

    public static Report adsAndOrganic(int first, int last) {
        return new Report(Source.GMV_MAX_CREATIVE, Traffic.BLENDED, days(first, last));
    }

    public static Report creators(int first, int last) {
        return new Report(Source.CREATOR_PERFORMANCE, Traffic.BLENDED, days(first, last)).of(ANNA);
    }

    public static Report adsManager(int first, int last) {
        return new Report(Source.ADS_MANAGER, Traffic.PAID, days(first, last));
    }

    public static Report live(LiveId live, @Nullable ProductId partFor, int first, int last) {
        return new Report(Source.LIVE_PERFORMANCE, Traffic.BLENDED, days(first, last))
                .about(new Subject.OfLive(live, partFor));
    }

    public static Report products(ProductId product, int first, int last) {
        return new Report(Source.PRODUCT_PERFORMANCE, Traffic.BLENDED, days(first, last))
                .about(new Subject.OfProduct(product));
    }

    public static Report wholeShop(int first, int last) {
        return new Report(Source.SHOP_DAILY, Traffic.BLENDED, days(first, last)).about(new Subject.OfShop());
    }

    /** Collects one report of {@link #VIDEO} as a whole, unless told otherwise. */
    public static final class Report {

        private final Source source;
        private final Traffic traffic;
        private final Period period;
        private final Funnel.Builder funnel = Funnel.builder(USD);
        private Subject subject = new Subject.OfVideo(VIDEO, null);
        private Instant asOf = EXPORTED;

        private Report(Source source, Traffic traffic, Period period) {
            this.source = source;
            this.traffic = traffic;
            this.period = period;
        }

        public Report about(Subject what) {
            subject = what;
            return this;
        }

        public Report of(VideoId video) {
            subject = new Subject.OfVideo(video, null);
            return this;
        }

        public Report of(ProductId product) {
            subject = new Subject.OfVideo(VIDEO, product);
            return this;
        }

        public Report of(CreatorId creator) {
            subject = new Subject.OfCreator(creator);
            return this;
        }

        public Report asOf(String instant) {
            asOf = Instant.parse(instant);
            return this;
        }

        public Report views(long count) {
            return count(Count.VIEWS, count);
        }

        public Report clicks(long count) {
            return count(Count.CLICKS, count);
        }

        public Report orders(long count) {
            return count(Count.ORDERS, count);
        }

        public Report count(Count what, long count) {
            funnel.count(what, count);
            return this;
        }

        public Report gmv(String amount) {
            return amount(Amount.GMV, amount);
        }

        public Report spend(String amount) {
            return amount(Amount.SPEND, amount);
        }

        public Report amount(Amount what, String amount) {
            funnel.amount(what, usd(amount));
            return this;
        }

        public Observation build() {
            return new Observation(subject, period, traffic, funnel.build(), source, asOf);
        }
    }
}
