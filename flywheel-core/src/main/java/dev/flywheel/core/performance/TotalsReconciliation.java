package dev.flywheel.core.performance;

import dev.flywheel.core.content.LiveId;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Finding.Kind;
import dev.flywheel.core.performance.Funnel.Amount;
import dev.flywheel.core.program.ProductId;
import dev.flywheel.core.roster.CreatorId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Rules that hold between totals of products, LIVEs, creators, ads and the whole shop when nothing is wrong, with the
 * tolerance of {@link Reconciliation}. Each broken rule is a finding; no number is changed.
 */
public final class TotalsReconciliation {

    private static final String SAME_PERIOD =
            "Export both reports again for the same period; a missing or restated file is the usual cause.";

    private final PerformanceBook book;
    private final ZoneId zone;
    private final TreeSet<Finding> findings = new TreeSet<>();

    private TotalsReconciliation(PerformanceBook book, ZoneId zone) {
        this.book = book;
        this.zone = zone;
    }

    /**
     * Checks everything.
     *
     * @param book everything observed
     * @param coverage days for which a source lists every event
     * @param creatorOf who made each video, as far as known
     * @param hostOf who held each LIVE, as far as known
     * @param zone the zone of the brand's days
     * @return what is broken, in order
     */
    public static List<Finding> check(
            PerformanceBook book,
            Collection<Coverage> coverage,
            Map<VideoId, CreatorId> creatorOf,
            Map<LiveId, CreatorId> hostOf,
            ZoneId zone) {
        TotalsReconciliation rules = new TotalsReconciliation(book, zone);
        rules.productsAgainstLines(coverage);
        rules.creatorsAgainstShop();
        rules.postsAgainstCreators(creatorOf, hostOf);
        book.videos().forEach(rules::twoReportsOfSpend);
        return List.copyOf(rules.findings);
    }

    /** A product's value of orders keeps what was cancelled, so it lies between the lines that count and all lines. */
    private void productsAgainstLines(Collection<Coverage> coverage) {
        Set<LocalDate> known = days(coverage);
        Map<ProductId, List<OrderLine>> linesOf = new HashMap<>();
        for (OrderLine line : book.orderLines()) {
            line.product()
                    .ifPresentOrElse(
                            product -> linesOf.computeIfAbsent(product, any -> new ArrayList<>())
                                    .add(line),
                            () -> known.remove(dayOf(line)));
        }
        for (Observation report : reports(Source.PRODUCT_PERFORMANCE)) {
            Period period = report.period();
            Optional<Money> said = report.funnel().get(Amount.GMV);
            if (said.isPresent()
                    && report.subject() instanceof Subject.OfProduct of
                    && period.dates().allMatch(known::contains)) {
                List<OrderLine> lines = linesOf.getOrDefault(of.product(), List.of()).stream()
                        .filter(line -> period.contains(dayOf(line)) && !line.isSample())
                        .toList();
                productAgainstLines(of, period, said.get(), lines);
            }
        }
    }

    private void productAgainstLines(Subject.OfProduct product, Period period, Money said, List<OrderLine> lines) {
        if (lines.stream().anyMatch(line -> line.paid().isEmpty())) {
            return;
        }
        Money counting = paid(lines.stream().filter(OrderLine::isSale).toList(), said);
        Money all = paid(lines, said);
        if (Reconciliation.aboveTolerance(counting, said) || Reconciliation.aboveTolerance(said, all)) {
            findings.add(new Finding(
                    Kind.TOTALS_DIFFER,
                    product.toString(),
                    "the product report says " + said + " in " + period + " but the order lines add up to " + counting
                            + (all.equals(counting) ? "" : ", or " + all + " with cancelled ones"),
                    SAME_PERIOD));
        }
    }

    private static Money paid(List<OrderLine> lines, Money sameCurrency) {
        return lines.stream()
                .map(line -> line.paid().orElseThrow())
                .reduce(Money.zero(sameCurrency.currency()), Money::plus);
    }

    /** Creators whose value of orders is unknown could only add to the sum. */
    private void creatorsAgainstShop() {
        Map<Period, Money> creators = new TreeMap<>();
        for (Observation report : reports(Source.CREATOR_PERFORMANCE)) {
            report.funnel().get(Amount.GMV).ifPresent(gmv -> creators.merge(report.period(), gmv, Money::plus));
        }
        List<Observation> shop = book.disjoint(new Subject.OfShop(), Source.SHOP_DAILY, Traffic.BLENDED);
        creators.forEach((period, sum) -> within(period, shop)
                .filter(total -> Reconciliation.aboveTolerance(sum, total))
                .ifPresent(total -> findings.add(new Finding(
                        Kind.TOTALS_DIFFER,
                        "shop",
                        "creators add up to " + sum + " in " + period + " but the whole shop's days to " + total,
                        SAME_PERIOD))));
    }

    /** What reports that share no day say of a period, if they fill it and all know it. */
    private static Optional<Money> within(Period period, List<Observation> reports) {
        List<Observation> inside = reports.stream()
                .filter(report -> period.contains(report.period().firstDay())
                        && period.contains(report.period().lastDay()))
                .toList();
        long days = inside.stream().mapToLong(report -> report.period().days()).sum();
        List<Money> known = inside.stream()
                .map(report -> report.funnel().get(Amount.GMV))
                .flatMap(Optional::stream)
                .toList();
        return days == period.days() && known.size() == inside.size()
                ? known.stream().reduce(Money::plus)
                : Optional.empty();
    }

    /** Product cards come on top, so videos and LIVEs may add up to less than the creator's total, never to more. */
    private void postsAgainstCreators(Map<VideoId, CreatorId> creatorOf, Map<LiveId, CreatorId> hostOf) {
        Map<CreatorId, Map<Period, Money>> lives = new TreeMap<>();
        gmvOfLives().forEach((live, gmv) -> Reconciliation.add(lives, hostOf.get(live), gmv));
        Map<CreatorId, Map<Period, Money>> videos =
                lives.isEmpty() ? Map.of() : Reconciliation.gmvOfCreators(book, creatorOf);
        lives.forEach((creator, byPeriod) -> book.of(new Subject.OfCreator(creator)).stream()
                .filter(total -> total.source() == Source.CREATOR_PERFORMANCE)
                .forEach(total ->
                        postsAgainstCreator(creator, total, byPeriod, videos.getOrDefault(creator, Map.of()))));
    }

    private void postsAgainstCreator(
            CreatorId creator, Observation total, Map<Period, Money> lives, Map<Period, Money> videos) {
        Money ofLives = lives.get(total.period());
        Money ofVideos = videos.get(total.period());
        Optional<Money> whole = total.funnel().get(Amount.GMV);
        if (ofLives != null
                && ofVideos != null
                && whole.isPresent()
                && Reconciliation.aboveTolerance(ofVideos.plus(ofLives), whole.get())) {
            findings.add(new Finding(
                    Kind.TOTALS_DIFFER,
                    "creator " + creator,
                    "videos of " + ofVideos + " and LIVEs of " + ofLives + " in " + total.period()
                            + " are above the creator's total of " + whole.get(),
                    SAME_PERIOD));
        }
    }

    /** A LIVE as a whole where a report says so, else the sum of its products. */
    private Map<LiveId, Map<Period, Money>> gmvOfLives() {
        Map<LiveId, Map<Period, Money>> wholes = new TreeMap<>();
        Map<LiveId, Map<Period, Money>> lives = new TreeMap<>();
        for (Observation report : reports(Source.LIVE_PERFORMANCE)) {
            Optional<Money> gmv = report.funnel().get(Amount.GMV);
            if (gmv.isPresent() && report.subject() instanceof Subject.OfLive of) {
                (of.product().isPresent() ? lives : wholes)
                        .computeIfAbsent(of.live(), any -> new TreeMap<>())
                        .merge(report.period(), gmv.get(), Money::plus);
            }
        }
        wholes.forEach((live, gmv) ->
                lives.computeIfAbsent(live, any -> new TreeMap<>()).putAll(gmv));
        return lives;
    }

    /** The same ads may be in both reports, so their spend is never added. */
    private void twoReportsOfSpend(VideoId video) {
        List<Observation> gmvMax = spending(video, Source.GMV_MAX_CREATIVE);
        List<Observation> adsManager = spending(video, Source.ADS_MANAGER).stream()
                .filter(report ->
                        gmvMax.stream().anyMatch(other -> other.period().overlaps(report.period())))
                .toList();
        if (!adsManager.isEmpty()) {
            findings.add(new Finding(
                    Kind.SPEND_IN_TWO_REPORTS,
                    "video " + video,
                    "GMV Max reports ads of " + spend(gmvMax) + ", Ads Manager of " + spend(adsManager)
                            + " in periods that share days with it",
                    "GMV Max is believed, because it lists posts; the two are never added. If they are different"
                            + " campaigns, the post cost more than is counted."));
        }
    }

    private List<Observation> spending(VideoId video, Source source) {
        return book.disjoint(video, source, Traffic.PAID).stream()
                .filter(report -> report.funnel()
                        .get(Amount.SPEND)
                        .filter(Money::isPositive)
                        .isPresent())
                .toList();
    }

    private static Money spend(List<Observation> reports) {
        return reports.stream()
                .map(report -> report.funnel().get(Amount.SPEND).orElseThrow())
                .reduce(Money::plus)
                .orElseThrow();
    }

    private List<Observation> reports(Source source) {
        return book.subjects().stream()
                .flatMap(subject -> book.of(subject).stream())
                .filter(report -> report.source() == source)
                .toList();
    }

    private LocalDate dayOf(OrderLine line) {
        return line.createdAt().atZone(zone).toLocalDate();
    }

    private static Set<LocalDate> days(Collection<Coverage> coverage) {
        Set<LocalDate> days = new HashSet<>();
        coverage.stream()
                .filter(span -> span.source() == Source.AFFILIATE_ORDERS)
                .forEach(span -> span.period().dates().forEach(days::add));
        return days;
    }
}
