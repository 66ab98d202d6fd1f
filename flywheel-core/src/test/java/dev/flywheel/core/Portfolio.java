package dev.flywheel.core;

import dev.flywheel.core.adtest.AdTestStart;
import dev.flywheel.core.content.Authorization;
import dev.flywheel.core.content.CreativeTags;
import dev.flywheel.core.content.Video;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.cycle.Action;
import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.cycle.Proposal;
import dev.flywheel.core.cycle.Rotation;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.money.Rate;
import dev.flywheel.core.money.UnitEconomics;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.Funnel.Amount;
import dev.flywheel.core.performance.Funnel.Count;
import dev.flywheel.core.performance.Observation;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.performance.Subject;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.program.Policy;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.program.Product;
import dev.flywheel.core.program.ProductId;
import dev.flywheel.core.program.Program;
import dev.flywheel.core.roster.CreatorId;
import dev.flywheel.core.roster.Sample;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A synthetic brand that a test fills row by row and then rotates. An organic order of its one product leaves 10.13, an
 * order that ads delivered 11.48 (at 10 % returns). Rows are daily funnels unless told otherwise.
 */
public final class Portfolio {

    public static final Currency USD = Currency.getInstance("USD");
    public static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    public static final LocalDate AS_OF = LocalDate.of(2026, 11, 16);
    /** So long ago that every order has been seen. */
    public static final LocalDate LONG_AGO = AS_OF.minusDays(40);

    public static final ProductId SERUM = new ProductId("1729000000000000001");

    private static final Instant EXPORTED = Instant.parse("2026-11-17T08:00:00Z");

    public final Evidence.Builder evidence = Evidence.builder();
    private Policy policy = Policy.defaults();
    private String dailyAdCap = "1500";

    public Portfolio() {}

    public static Money usd(String amount) {
        return Money.of(amount, USD);
    }

    /** A video that went up on 1 September 2026, a second later for each number. */
    public static VideoId video(int number) {
        return postedAt(Instant.parse("2026-09-01T12:00:00Z").plusSeconds(number));
    }

    public static VideoId postedAt(Instant instant) {
        return new VideoId(String.valueOf((instant.getEpochSecond() << 32) + 7));
    }

    public static UnitEconomics economics() {
        return new UnitEconomics(
                usd("30"),
                usd("7"),
                usd("4"),
                Rate.ofPercent("6"),
                usd("2"),
                Rate.ofPercent("15"),
                Rate.ofPercent("10"));
    }

    public Portfolio policy(UnaryOperator<Policy> change) {
        policy = change.apply(policy);
        return this;
    }

    public Portfolio policy(PolicyNumber number, String value) {
        return policy(old -> old.with(number, value));
    }

    public Portfolio dailyAdCap(String cap) {
        dailyAdCap = cap;
        return this;
    }

    public Program program() {
        return Program.builder("Northpeak", USD, ZONE)
                .dailyAdCap(usd(dailyAdCap))
                .products(List.of(new Product(SERUM, "Serum", economics())))
                .policy(policy)
                .build();
    }

    public Portfolio post(VideoId video, String creator) {
        evidence.add(Video.builder(video)
                .creator(new CreatorId(creator))
                .products(List.of(SERUM))
                .build());
        return this;
    }

    public Portfolio tag(VideoId video, @Nullable String hook, @Nullable String angle, @Nullable String placement) {
        evidence.tag(video, new CreativeTags(hook, angle, placement, null));
        return this;
    }

    /** Organic numbers of one day long ago; null is unknown. */
    public Portfolio organic(VideoId video, @Nullable Long views, @Nullable Long clicks, long orders) {
        return row(video, Traffic.ORGANIC, LONG_AGO, views, clicks, orders, null);
    }

    /** The same organic numbers on each of these days. */
    public Portfolio organic(VideoId video, LocalDate first, LocalDate last, long views, long clicks, long orders) {
        first.datesUntil(last.plusDays(1))
                .forEach(day -> row(video, Traffic.ORGANIC, day, views, clicks, orders, null));
        return this;
    }

    /** The same paid numbers on each of these days. */
    public Portfolio paid(
            VideoId video, LocalDate first, LocalDate last, long clicks, long orders, @Nullable String spend) {
        first.datesUntil(last.plusDays(1)).forEach(day -> row(video, Traffic.PAID, day, null, clicks, orders, spend));
        return this;
    }

    public Portfolio row(
            VideoId video,
            Traffic traffic,
            LocalDate day,
            @Nullable Long views,
            @Nullable Long clicks,
            @Nullable Long orders,
            @Nullable String spend) {
        Funnel.Builder funnel = Funnel.builder(USD);
        if (views != null) {
            funnel.count(Count.VIEWS, views);
        }
        if (clicks != null) {
            funnel.count(Count.CLICKS, clicks);
        }
        if (orders != null) {
            funnel.count(Count.ORDERS, orders)
                    .count(Count.ITEMS, orders)
                    .amount(Amount.GMV, usd("30").times(orders));
        }
        if (spend != null) {
            funnel.amount(Amount.SPEND, usd(spend));
        }
        evidence.add(new Observation(
                new Subject.OfVideo(video, null),
                Period.of(day),
                traffic,
                funnel.build(),
                Source.FUNNEL_DAILY,
                EXPORTED));
        return this;
    }

    public Portfolio boost(VideoId video, LocalDate startedOn, String perDay) {
        evidence.add(new AdTestStart(video, startedOn, usd(perDay), AdTestStart.Kind.GMV_MAX_BOOST));
        return this;
    }

    public Portfolio permit(VideoId video, LocalDate lastDay) {
        return permit(video, lastDay, Authorization.Kind.SPARK_CODE);
    }

    public Portfolio permit(VideoId video, LocalDate lastDay, Authorization.Kind kind) {
        evidence.add(new Authorization(video, lastDay.minusDays(99), 100, kind));
        return this;
    }

    public Portfolio sample(String creator, @Nullable String cost) {
        evidence.add(new Sample(
                new CreatorId(creator),
                SERUM,
                LONG_AGO.minusDays(9),
                LONG_AGO.minusDays(8),
                LONG_AGO.minusDays(7),
                LONG_AGO.minusDays(3),
                cost == null ? null : usd(cost)));
        return this;
    }

    /** Videos of many creators with middling numbers, so that a ranking has something to shrink towards. */
    public Portfolio crowd(int from, int videos, long seed) {
        Random random = new Random(seed);
        for (int i = from; i < from + videos; i++) {
            VideoId video = video(i);
            long clicks = 40 + random.nextInt(400);
            post(video, "crowd" + i % 17);
            tag(video, "hook" + i % 4, "angle" + i % 3, "placement" + i % 2);
            organic(video, clicks * 40, clicks, Math.round(clicks * (0.01 + 0.04 * random.nextDouble())));
        }
        return this;
    }

    public Rotation rotate() {
        return rotate(20261116);
    }

    public Rotation rotate(long seed) {
        return Flywheel.of(program()).rotate(evidence.build(), AS_OF, seed);
    }

    public static <T extends Action> List<T> actions(Rotation rotation, Class<T> kind) {
        return rotation.actions().stream()
                .map(Proposal::action)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    public static <T extends Action> Optional<T> action(Rotation rotation, Class<T> kind, String subject) {
        return actions(rotation, kind).stream()
                .filter(action -> action.subject().equals(subject))
                .findFirst();
    }
}
