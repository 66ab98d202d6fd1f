package dev.flywheel.core.cycle;

import dev.flywheel.core.adtest.AdTestReading;
import dev.flywheel.core.adtest.BoostAllocation;
import dev.flywheel.core.adtest.BudgetRules;
import dev.flywheel.core.content.CreativeTags;
import dev.flywheel.core.content.Video;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.money.Rate;
import dev.flywheel.core.money.UnitEconomics;
import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.Observation;
import dev.flywheel.core.performance.OrderLine;
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
import dev.flywheel.core.winner.Rankings;
import dev.flywheel.core.winner.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A small brand for tests: what was observed, and how videos, creators and tags rank. */
final class Scene {

    static final Currency USD = Currency.getInstance("USD");
    static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    static final LocalDate AS_OF = LocalDate.of(2026, 11, 16);
    static final ProductId SERUM = new ProductId("1729000000000000001");
    static final ProductId CREAM = new ProductId("1729000000000000002");

    private final List<Consumer<Evidence.Builder>> evidence = new ArrayList<>();
    private final Map<VideoId, Double> earned = new TreeMap<>();
    private final List<Standing> creators = new ArrayList<>();
    private final List<Standing> hooks = new ArrayList<>();
    private final List<Standing> angles = new ArrayList<>();
    private final List<Standing> placements = new ArrayList<>();
    private final List<String> winners = new ArrayList<>();
    private Policy policy = Policy.defaults().with(PolicyNumber.SAMPLE_DRAWS, "1000");
    private String dailyAdCap = "1500";

    static LocalDate ago(int days) {
        return AS_OF.minusDays(days);
    }

    Scene policy(PolicyNumber number, String value) {
        policy = policy.with(number, value);
        return this;
    }

    Scene dailyAdCap(String cap) {
        dailyAdCap = cap;
        return this;
    }

    Scene prospect(String creator) {
        return add(builder -> builder.add(new CreatorId(creator)));
    }

    Scene add(Consumer<Evidence.Builder> more) {
        evidence.add(more);
        return this;
    }

    /** A post and the orders and money that the daily funnel counts for it two days later; each click is 1/20 order. */
    Scene video(int id, String creator, int daysAgo, int orders) {
        listed(id, creator, daysAgo, CreativeTags.UNKNOWN, SERUM);
        return funnel(id, Math.max(0, daysAgo - 2), orders);
    }

    Scene listed(int id, String creator, int daysAgo, CreativeTags tags, ProductId... products) {
        return add(builder -> builder.add(Video.builder(video(id))
                .creator(new CreatorId(creator))
                .postedAt(noon(daysAgo))
                .products(List.of(products))
                .tags(tags)
                .build()));
    }

    Scene funnel(int id, int daysAgo, int orders) {
        Funnel numbers = Funnel.builder(USD)
                .count(Funnel.Count.VIEWS, 1000)
                .count(Funnel.Count.CLICKS, 20L * orders + 20)
                .count(Funnel.Count.ORDERS, orders)
                .amount(Funnel.Amount.GMV, usd(30 * orders))
                .build();
        return report(id, Period.of(ago(daysAgo)), Source.FUNNEL_DAILY, Traffic.ORGANIC, numbers);
    }

    /** A tagged post of the serum, three weeks old, and its organic clicks and orders since. */
    Scene tagged(int id, String creator, CreativeTags tags, int clicks, int orders) {
        Funnel numbers = Funnel.builder(USD)
                .count(Funnel.Count.VIEWS, 50L * clicks)
                .count(Funnel.Count.CLICKS, clicks)
                .count(Funnel.Count.ORDERS, orders)
                .amount(Funnel.Amount.GMV, usd(30 * orders))
                .build();
        return listed(id, creator, 21, tags, SERUM)
                .report(id, Period.of(ago(19)), Source.FUNNEL_DAILY, Traffic.ORGANIC, numbers);
    }

    Scene shopReport(int id, int firstDaysAgo, int lastDaysAgo, int orders) {
        Funnel numbers = Funnel.builder(USD)
                .count(Funnel.Count.ORDERS, orders)
                .amount(Funnel.Amount.GMV, usd(30 * orders))
                .build();
        Period period = new Period(ago(firstDaysAgo), ago(lastDaysAgo));
        return report(id, period, Source.VIDEO_PERFORMANCE, Traffic.BLENDED, numbers);
    }

    Scene adSpend(int id, int daysAgo, int spend) {
        Funnel numbers = Funnel.builder(USD)
                .count(Funnel.Count.CLICKS, 10)
                .count(Funnel.Count.ORDERS, 0)
                .amount(Funnel.Amount.SPEND, usd(spend))
                .build();
        return report(id, Period.of(ago(daysAgo)), Source.FUNNEL_DAILY, Traffic.PAID, numbers);
    }

    private Scene report(int id, Period period, Source source, Traffic traffic, Funnel numbers) {
        return add(builder -> builder.add(
                new Observation(new Subject.OfVideo(video(id), null), period, traffic, numbers, source, noon(0))));
    }

    Scene orderLine(String order, String creator, @Nullable Integer id, int daysAgo, int paid) {
        OrderLine.Builder line = OrderLine.builder(order, "sku", noon(daysAgo))
                .creator(new CreatorId(creator))
                .paid(usd(paid));
        if (id != null) {
            line.video(video(id));
        }
        return add(builder -> builder.add(line.build(), noon(0)));
    }

    Scene requested(String creator, int daysAgo) {
        return sample(creator, SERUM, daysAgo, null, null, "10.00");
    }

    Scene delivered(String creator, int daysAgo) {
        return sample(creator, SERUM, daysAgo + 8, daysAgo + 6, daysAgo, "10.00");
    }

    Scene sample(
            String creator,
            ProductId product,
            @Nullable Integer requested,
            @Nullable Integer approved,
            @Nullable Integer arrived,
            @Nullable String cost) {
        return add(builder -> builder.add(new Sample(
                new CreatorId(creator),
                product,
                requested == null ? null : ago(requested),
                approved == null ? null : ago(approved),
                null,
                arrived == null ? null : ago(arrived),
                cost == null ? null : Money.of(cost, USD))));
    }

    /** What the ranking says that a video has earned. */
    Scene earned(int id, double money) {
        earned.put(video(id), money);
        return this;
    }

    Scene winner(int id) {
        winners.add(video(id).value());
        return this;
    }

    Scene creatorStanding(String creator, int videos, double qValue, boolean winner) {
        creators.add(standing(creator, videos, 1, 100, 10, qValue, winner));
        return this;
    }

    Scene hook(String name, int videos, int behind, double total, double deviation) {
        hooks.add(standing(name, videos, behind, total, deviation, 0.5, false));
        return this;
    }

    Scene angle(String name, int videos, int behind, double total, double deviation) {
        angles.add(standing(name, videos, behind, total, deviation, 0.5, false));
        return this;
    }

    Scene placement(String name, int videos, int behind, double total, double deviation) {
        placements.add(standing(name, videos, behind, total, deviation, 0.5, false));
        return this;
    }

    Measured measured() {
        return Measure.measure(evidence(evidence), program(), AS_OF);
    }

    /** The same evidence collected in another order. */
    Measured shuffled(long seed) {
        List<Consumer<Evidence.Builder>> other = new ArrayList<>(evidence);
        Collections.shuffle(other, new Random(seed));
        return Measure.measure(evidence(other), program(), AS_OF);
    }

    Selected selected() {
        List<Rankings.VideoStanding> videos = new ArrayList<>();
        measured().videos().values().forEach(video -> {
            Double money = earned.get(video.id());
            String name = video.id().value();
            boolean winner = winners.contains(name);
            if (money != null || winner) {
                videos.add(new Rankings.VideoStanding(
                        video, standing(name, 1, 1, money == null ? 0 : money, 1, winner ? 0.01 : 0.5, winner)));
            }
        });
        return new Selected(
                new Rankings(videos, creators, hooks, angles, placements),
                List.of(),
                List.of(),
                new PhaseReport(Phase.SELECT, "ranked", List.of()));
    }

    Seeded seed(long seed) {
        return Seed.seed(measured(), selected(), seed);
    }

    Compounded compound(long seed) {
        return compound(measured(), seed);
    }

    Compounded compound(Measured known, long seed) {
        return Compound.compound(
                known,
                selected(),
                Select.rank(known, seed),
                amplified(List.of()),
                Seed.seed(known, selected(), seed),
                seed);
    }

    static Amplified amplified(List<AdTestReading> readings) {
        BoostAllocation nothing = BoostAllocation.of(
                "Northpeak",
                AS_OF,
                Money.zero(USD),
                BudgetRules.of(Policy.defaults(), USD),
                new BoostAllocation.Exponent(0.85, 0.1),
                List.of(),
                1);
        return new Amplified(readings, List.of(), new PhaseReport(Phase.AMPLIFY, "tested", List.of()), nothing);
    }

    /** Ids carry an instant; this one is later than every listed post, so that the listing's day holds. */
    static VideoId video(int id) {
        return new VideoId(Long.toString((noon(0).getEpochSecond() << 32) + id));
    }

    static Money usd(int amount) {
        return Money.of(Integer.toString(amount), USD);
    }

    static double number(PhaseReport report, String name) {
        return report.facts().stream()
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no fact " + name))
                .estimate()
                .orElseThrow()
                .mean();
    }

    static Estimate interval(double mean, double deviation) {
        return Draws.normal(mean, deviation);
    }

    private static Instant noon(int daysAgo) {
        return ago(daysAgo).atTime(12, 0).atZone(ZONE).toInstant();
    }

    private static Evidence evidence(List<Consumer<Evidence.Builder>> parts) {
        Evidence.Builder builder = Evidence.builder();
        parts.forEach(part -> part.accept(builder));
        return builder.build();
    }

    private Program program() {
        return Program.builder("Northpeak", USD, ZONE)
                .dailyAdCap(Money.of(dailyAdCap, USD))
                .products(List.of(product(SERUM, "Serum"), product(CREAM, "Cream")))
                .policy(policy)
                .build();
    }

    private static Product product(ProductId id, String name) {
        return new Product(
                id,
                name,
                new UnitEconomics(
                        usd(30),
                        usd(7),
                        usd(4),
                        Rate.ofFraction("0.06"),
                        usd(2),
                        Rate.ofFraction("0.15"),
                        Rate.ofFraction("0.10")));
    }

    private static Standing standing(
            String name, int videos, int behind, double total, double deviation, double qValue, boolean winner) {
        return new Standing(
                1,
                name,
                videos,
                behind,
                Funnel.builder(USD).build(),
                interval(total, deviation),
                interval(0.03, 0.01),
                true,
                null,
                null,
                null,
                0.9,
                qValue,
                interval(1, 0.1),
                0.5,
                winner);
    }
}
