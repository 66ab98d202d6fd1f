package dev.flywheel.core.performance;

import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Finding.Kind;
import dev.flywheel.core.performance.Funnel.Amount;
import dev.flywheel.core.performance.Funnel.Count;
import dev.flywheel.core.roster.CreatorId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Rules that hold between reports when nothing is wrong. Each broken rule is a finding; no number is changed.
 *
 * <p>Amounts may differ by 2 % or five units of money, whichever is more: reports round and are restated on different
 * days.
 */
public final class Reconciliation {

    private static final BigDecimal TOLERATED_SHARE = new BigDecimal("0.02");
    private static final BigDecimal TOLERATED_AMOUNT = new BigDecimal("5");

    /** The rows at which TikTok and Amazon cut an export off without saying so. */
    private static final List<Long> EXPORT_CAPS = List.of(5_000L, 1_000L);

    private Reconciliation() {}

    /**
     * Checks everything.
     *
     * @param book everything observed
     * @param coverage days for which a source lists every event
     * @param creatorOf who made each video, as far as known
     * @param imports what each file gave
     * @return what is broken, in order
     */
    public static List<Finding> check(
            PerformanceBook book,
            Collection<Coverage> coverage,
            Map<VideoId, CreatorId> creatorOf,
            Collection<ImportReport> imports) {
        TreeSet<Finding> findings = new TreeSet<>();
        for (Subject subject : book.subjects()) {
            findings.addAll(ordersWithoutClicks(subject, disjoint(book, subject)));
            findings.addAll(refundsAboveGmv(subject, disjoint(book, subject)));
        }
        findings.addAll(videosAgainstCreators(book, creatorOf));
        for (VideoId video : book.videos()) {
            findings.addAll(paidAboveShop(book, video));
        }
        findings.addAll(gaps(book, coverage));
        findings.addAll(overlaps(book));
        imports.forEach(report -> truncated(report).ifPresent(findings::add));
        return List.copyOf(findings);
    }

    private static List<Observation> disjoint(PerformanceBook book, Subject subject) {
        List<Observation> all = new ArrayList<>();
        for (Source source : Source.values()) {
            for (Traffic traffic : Traffic.values()) {
                all.addAll(book.disjoint(subject, source, traffic));
            }
        }
        return all;
    }

    private static List<Finding> ordersWithoutClicks(Subject subject, List<Observation> observations) {
        long orders = 0;
        int reports = 0;
        for (Observation observation : observations) {
            long seen = observation.funnel().get(Count.ORDERS).orElse(0);
            if (seen > 0 && observation.funnel().get(Count.CLICKS).orElse(-1) == 0) {
                orders += seen;
                reports++;
            }
        }
        return reports == 0
                ? List.of()
                : List.of(
                        new Finding(
                                Kind.ORDERS_WITHOUT_CLICKS,
                                subject.toString(),
                                orders + " orders in " + reports + " periods that report 0 clicks",
                                "These orders came from earlier clicks or another counting; rates stay usable, the orders count."));
    }

    private static List<Finding> refundsAboveGmv(Subject subject, List<Observation> observations) {
        List<Finding> findings = new ArrayList<>();
        for (Source source : Source.values()) {
            List<Observation> knowBoth = observations.stream()
                    .filter(observation -> observation.source() == source)
                    .filter(observation -> observation.funnel().get(Amount.GMV).isPresent()
                            && observation.funnel().get(Amount.REFUNDS).isPresent())
                    .toList();
            Optional<Money> gmv = total(knowBoth, Amount.GMV);
            Optional<Money> refunds = total(knowBoth, Amount.REFUNDS);
            if (gmv.isPresent() && refunds.isPresent() && refunds.get().compareTo(gmv.get()) > 0) {
                findings.add(
                        new Finding(
                                Kind.REFUNDS_ABOVE_GMV,
                                subject.toString(),
                                "refunds of " + refunds.get() + " are above orders of " + gmv.get() + " (" + source
                                        + ")",
                                "Refunds count on their own day. If earlier exports are missing, add them; else expect a loss."));
            }
        }
        return findings;
    }

    private static Optional<Money> total(List<Observation> observations, Amount what) {
        return observations.stream()
                .map(observation -> observation.funnel().get(what))
                .flatMap(Optional::stream)
                .reduce(Money::plus);
    }

    private static List<Finding> videosAgainstCreators(PerformanceBook book, Map<VideoId, CreatorId> creatorOf) {
        List<Finding> findings = new ArrayList<>();
        gmvOfCreators(book, creatorOf).forEach((creator, byPeriod) -> {
            for (Observation total : book.of(new Subject.OfCreator(creator))) {
                Money videos = byPeriod.get(total.period());
                if (total.source() == Source.CREATOR_PERFORMANCE && videos != null) {
                    videosAgainstCreator(creator, total, videos).ifPresent(findings::add);
                }
            }
        });
        return findings;
    }

    /** What the videos of each creator are reported to have sold. */
    static Map<CreatorId, Map<Period, Money>> gmvOfCreators(PerformanceBook book, Map<VideoId, CreatorId> creatorOf) {
        Map<CreatorId, Map<Period, Money>> ofCreators = new TreeMap<>();
        book.videos().forEach(video -> add(ofCreators, creatorOf.get(video), gmvByPeriod(book, video)));
        return ofCreators;
    }

    static void add(
            Map<CreatorId, Map<Period, Money>> ofCreators, @Nullable CreatorId creator, Map<Period, Money> gmv) {
        if (creator != null) {
            Map<Period, Money> ofCreator = ofCreators.computeIfAbsent(creator, any -> new TreeMap<>());
            gmv.forEach((period, amount) -> ofCreator.merge(period, amount, Money::plus));
        }
    }

    /** Every period that a report names, also those that a finer report overlaps: like is held against like. */
    private static Map<Period, Money> gmvByPeriod(PerformanceBook book, VideoId video) {
        Map<Period, Money> wholes = new TreeMap<>();
        Map<Period, Money> parts = new TreeMap<>();
        for (Subject.OfVideo part : book.partsOf(video)) {
            List<Observation> reports = book.of(part).stream()
                    .filter(observation -> observation.source() == Source.VIDEO_PERFORMANCE
                            && observation.traffic() == Traffic.BLENDED)
                    .toList();
            add(reports, part.product().isPresent() ? parts : wholes);
        }
        parts.putAll(wholes);
        return parts;
    }

    private static Optional<Finding> videosAgainstCreator(CreatorId creator, Observation total, Money videos) {
        Optional<Money> videoPart = total.funnel().get(Amount.VIDEO_GMV);
        Optional<Money> whole = total.funnel().get(Amount.GMV);
        boolean differs = videoPart
                .map(part -> aboveTolerance(videos, part) || aboveTolerance(part, videos))
                .orElseGet(() -> whole.isPresent() && aboveTolerance(videos, whole.get()));
        if (!differs) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                Kind.TOTALS_DIFFER,
                "creator " + creator,
                "videos add up to " + videos + " in " + total.period() + " but the creator report says "
                        + videoPart.or(() -> whole).orElseThrow(),
                "Export both reports again for the same period; a missing or restated file is the usual cause."));
    }

    static boolean aboveTolerance(Money larger, Money smaller) {
        BigDecimal excess = larger.minus(smaller).amount();
        return excess.compareTo(TOLERATED_AMOUNT.max(
                        TOLERATED_SHARE.multiply(smaller.amount().abs())))
                > 0;
    }

    /** GMV Max revenue holds paid and organic orders of a video, so it cannot be above the shop's own total. */
    private static List<Finding> paidAboveShop(PerformanceBook book, VideoId video) {
        Map<Period, Money> shop = new TreeMap<>();
        Map<Period, Money> ads = new TreeMap<>();
        add(book.disjoint(video, Source.VIDEO_PERFORMANCE, Traffic.BLENDED), shop);
        add(book.disjoint(video, Source.GMV_MAX_CREATIVE, Traffic.BLENDED), ads);
        List<Finding> findings = new ArrayList<>();
        shop.forEach((period, shopRevenue) -> {
            Optional<Money> adRevenue = ads.entrySet().stream()
                    .filter(entry -> period.contains(entry.getKey().firstDay())
                            && period.contains(entry.getKey().lastDay()))
                    .map(Map.Entry::getValue)
                    .reduce(Money::plus);
            if (adRevenue.isPresent() && aboveTolerance(adRevenue.get(), shopRevenue)) {
                findings.add(new Finding(
                        Kind.PAID_REVENUE_ABOVE_SHOP,
                        "video " + video,
                        "ads report revenue of " + adRevenue.get() + " in " + period + " but the shop counts only "
                                + shopRevenue,
                        "Ads claim orders of other content or another attribution window; trust the order lines."));
            }
        });
        return findings;
    }

    private static void add(List<Observation> observations, Map<Period, Money> target) {
        for (Observation observation : observations) {
            observation.funnel().get(Amount.GMV).ifPresent(gmv -> target.merge(observation.period(), gmv, Money::plus));
        }
    }

    private static List<Finding> gaps(PerformanceBook book, Collection<Coverage> coverage) {
        Map<Source, TreeSet<Period>> periods = new EnumMap<>(Source.class);
        coverage.forEach(span ->
                periods.computeIfAbsent(span.source(), any -> new TreeSet<>()).add(span.period()));
        for (Subject subject : book.subjects()) {
            book.of(subject)
                    .forEach(observation -> periods.computeIfAbsent(observation.source(), any -> new TreeSet<>())
                            .add(observation.period()));
        }
        List<Finding> findings = new ArrayList<>();
        periods.forEach((source, known) -> {
            LocalDate coveredThrough = known.first().lastDay();
            for (Period period : known) {
                if (period.firstDay().isAfter(coveredThrough.plusDays(1))) {
                    Period gap = new Period(
                            coveredThrough.plusDays(1), period.firstDay().minusDays(1));
                    findings.add(new Finding(
                            Kind.PERIOD_MISSING,
                            source.toString(),
                            "no report covers " + gap + " (" + gap.days() + " days)",
                            "Export this period; until then its numbers are unknown, not zero."));
                }
                if (period.lastDay().isAfter(coveredThrough)) {
                    coveredThrough = period.lastDay();
                }
            }
        });
        return findings;
    }

    private static List<Finding> overlaps(PerformanceBook book) {
        Map<Source, TreeSet<String>> overlapping = new EnumMap<>(Source.class);
        Map<Source, Integer> subjects = new EnumMap<>(Source.class);
        for (Subject subject : book.subjects()) {
            for (Source source : Source.values()) {
                overlap(book.of(subject), source).ifPresent(example -> {
                    overlapping.computeIfAbsent(source, any -> new TreeSet<>()).add(example);
                    subjects.merge(source, 1, Integer::sum);
                });
            }
        }
        List<Finding> findings = new ArrayList<>();
        overlapping.forEach((source, examples) -> findings.add(new Finding(
                Kind.PERIODS_OVERLAP,
                source.toString(),
                "reports of " + subjects.get(source) + " " + subjectsOf(source) + " share days, such as "
                        + examples.first(),
                "Overlapping reports are never added up: the shorter one is used, and of the longer one nothing."
                        + " Export periods that meet without sharing days.")));
        return findings;
    }

    private static String subjectsOf(Source source) {
        return switch (source) {
            case PRODUCT_PERFORMANCE -> "products";
            case LIVE_PERFORMANCE -> "LIVEs";
            case SHOP_DAILY -> "shops";
            default -> "videos or creators";
        };
    }

    /** The first two periods of one source that share days without being the same. */
    private static Optional<String> overlap(List<Observation> observations, Source source) {
        TreeSet<Period> periods = new TreeSet<>();
        observations.stream()
                .filter(observation -> observation.source() == source)
                .forEach(observation -> periods.add(observation.period()));
        Period before = null;
        for (Period period : periods) {
            if (before != null && before.overlaps(period)) {
                return Optional.of(before + " and " + period);
            }
            before = before == null || period.lastDay().isAfter(before.lastDay()) ? period : before;
        }
        return Optional.empty();
    }

    private static Optional<Finding> truncated(ImportReport report) {
        long dataRows = report.accepted() + report.rejected().size();
        return EXPORT_CAPS.contains(dataRows)
                ? Optional.of(new Finding(
                        Kind.EXPORT_TRUNCATED,
                        "file " + report.contentId(),
                        "exactly " + dataRows + " data rows (" + report.format() + ")",
                        "Exports stop at this number and drop the smallest rows: export shorter periods."))
                : Optional.empty();
    }
}
