package dev.flywheel.core.cycle;

import dev.flywheel.core.adtest.AdTestStart;
import dev.flywheel.core.content.Authorization;
import dev.flywheel.core.content.CreativeTags;
import dev.flywheel.core.content.Live;
import dev.flywheel.core.content.LiveId;
import dev.flywheel.core.content.Video;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.halo.AmazonBook;
import dev.flywheel.core.halo.BrandTerms;
import dev.flywheel.core.halo.BrandedSearch;
import dev.flywheel.core.halo.BrandedWeek;
import dev.flywheel.core.halo.BrandedWeeks;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Coverage;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.Finding.Kind;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.ImportReport;
import dev.flywheel.core.performance.MarketProduct;
import dev.flywheel.core.performance.Observation;
import dev.flywheel.core.performance.OrderLine;
import dev.flywheel.core.performance.PerformanceBook;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.performance.Reconciliation;
import dev.flywheel.core.performance.TotalsReconciliation;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.performance.VideoHistories;
import dev.flywheel.core.performance.VideoHistory;
import dev.flywheel.core.program.ProductId;
import dev.flywheel.core.program.Program;
import dev.flywheel.core.roster.CreatorId;
import dev.flywheel.core.roster.Sample;
import dev.flywheel.core.roster.SampleOrder;
import dev.flywheel.core.roster.Samples;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * MEASURE: what do we really know? Everything observed is kept once, what is dated later than the as-of day is refused,
 * and reports are held against each other.
 */
final class Measure {

    private final Program program;
    private final LocalDate asOf;
    private final TreeSet<Finding> findings = new TreeSet<>();

    private Measure(Program program, LocalDate asOf) {
        this.program = program;
        this.asOf = asOf;
    }

    static Measured measure(Evidence evidence, Program program, LocalDate asOf) {
        return new Measure(program, asOf).measure(evidence);
    }

    private Measured measure(Evidence evidence) {
        findings.addAll(evidence.findings());
        evidence.imports().forEach(this::rejectedRows);
        PerformanceBook book = book(evidence);
        Map<VideoId, Video> videos = videos(evidence, book);
        List<Coverage> coverage = coverage(evidence.coverage());
        List<AdTestStart> adTests = adTests(evidence.adTests());
        Map<VideoId, VideoHistory> histories = VideoHistories.of(
                book,
                coverage,
                boostedSince(adTests),
                program.currency(),
                program.zone(),
                ConversionLags.of(evidence, program.zone(), asOf));
        Map<VideoId, CreatorId> creatorOf = new TreeMap<>();
        videos.values().forEach(video -> video.creator().ifPresent(creator -> creatorOf.put(video.id(), creator)));
        findings.addAll(Reconciliation.check(book, coverage, creatorOf, evidence.imports()));
        findings.addAll(TotalsReconciliation.check(book, coverage, creatorOf, hosts(evidence.lives()), program.zone()));
        AmazonBook amazon = amazon(evidence.amazon());
        List<BrandedWeek> brandedWeeks = brandedWeeks(evidence.brandedSearches(), amazon);
        findings.addAll(KeptEvidence.findings(
                book, amazon, marketProducts(evidence.marketProducts()), BrandTerms.of(program.brandTerms())));
        unknownProducts(videos.values());
        findings.addAll(TestedData.findings(adTests, book, histories, program.zone()));
        return new Measured(
                program,
                asOf,
                book,
                coverage,
                videos,
                histories,
                evidence.creators(),
                samples(evidence),
                authorizations(evidence.authorizations()),
                adTests,
                brandedWeeks,
                bySeverity(findings));
    }

    private List<AdTestStart> adTests(List<AdTestStart> given) {
        return upToAsOf(given, AdTestStart::startedOn, "ad tests").stream()
                .distinct()
                .sorted(Comparator.comparing(AdTestStart::video)
                        .thenComparing(AdTestStart::startedOn)
                        .thenComparing(AdTestStart::budgetPerDay)
                        .thenComparing(AdTestStart::kind))
                .toList();
    }

    private static Map<VideoId, LocalDate> boostedSince(List<AdTestStart> adTests) {
        Map<VideoId, LocalDate> since = new TreeMap<>();
        adTests.forEach(test ->
                since.merge(test.video(), test.startedOn(), (left, right) -> left.isBefore(right) ? left : right));
        return since;
    }

    private void unknownProducts(Collection<Video> videos) {
        Map<ProductId, Integer> unknown = new TreeMap<>();
        videos.forEach(video -> video.products().stream()
                .filter(product -> program.product(product).isEmpty())
                .forEach(product -> unknown.merge(product, 1, Integer::sum)));
        unknown.forEach((product, shown) -> findings.add(new Finding(
                Kind.PRODUCT_UNKNOWN,
                "product " + product,
                "shown in " + shown + " videos, but not a product of the programme",
                "Add it with its costs; until then the average of the programme's products stands in for it.")));
    }

    private PerformanceBook book(Evidence evidence) {
        PerformanceBook.Builder book = PerformanceBook.builder();
        upToAsOf(evidence.observations(), observation -> observation.period().lastDay(), "observations")
                .forEach(book::record);
        upToAsOf(
                        evidence.orderLines(),
                        dated -> dated.line().createdAt().atZone(program.zone()).toLocalDate(),
                        "order lines")
                .forEach(dated -> book.record(dated.line(), dated.asOf()));
        return book.build();
    }

    private <T> List<T> upToAsOf(Collection<T> all, Function<T, LocalDate> dayOf, String what) {
        List<T> kept =
                all.stream().filter(one -> !dayOf.apply(one).isAfter(asOf)).toList();
        int refused = all.size() - kept.size();
        if (refused > 0) {
            findings.add(new Finding(
                    Kind.AFTER_AS_OF,
                    what,
                    refused + " of " + all.size() + " " + what + " are dated after " + asOf + " and were not used",
                    "Choose a later --as-of date to use them, or check the dates."));
        }
        return kept;
    }

    /** Days after the as-of day are nobody's gap: a source may cover them, this rotation does not look. */
    private List<Coverage> coverage(List<Coverage> all) {
        return all.stream()
                .filter(span -> !span.period().firstDay().isAfter(asOf))
                .map(span -> span.period().lastDay().isAfter(asOf)
                        ? new Coverage(span.source(), new Period(span.period().firstDay(), asOf))
                        : span)
                .distinct()
                .sorted(Comparator.comparing(Coverage::source).thenComparing(Coverage::period))
                .toList();
    }

    private List<Authorization> authorizations(List<Authorization> all) {
        return upToAsOf(all, Authorization::grantedOn, "authorizations").stream()
                .distinct()
                .sorted(Comparator.comparing(Authorization::video)
                        .thenComparing(Authorization::grantedOn)
                        .thenComparing(Authorization::durationDays)
                        .thenComparing(Authorization::kind))
                .toList();
    }

    private List<Sample> samples(Evidence evidence) {
        return Samples.merge(
                upToAsOf(evidence.samples(), sample -> sample.firstDay().orElse(LocalDate.MIN), "samples"),
                upToAsOf(evidence.sampleOrders(), SampleOrder::createdOn, "free orders"));
    }

    private List<BrandedWeek> brandedWeeks(List<BrandedSearch> own, AmazonBook amazon) {
        return BrandedWeeks.of(
                upToAsOf(own, search -> search.period().lastDay(), "branded searches"),
                amazon.searchQueries(),
                BrandTerms.of(program.brandTerms()));
    }

    private AmazonBook amazon(AmazonBook all) {
        return AmazonBook.of(upToAsOf(all.all(), row -> row.period().lastDay(), "rows of Amazon's reports"));
    }

    private List<MarketProduct> marketProducts(List<MarketProduct> all) {
        return upToAsOf(all, product -> product.period().lastDay(), "estimates by third parties");
    }

    /** A LIVE that reports list under two creators is nobody's: its money must not count for both. */
    private static Map<LiveId, CreatorId> hosts(List<Live> lives) {
        Map<LiveId, Set<CreatorId>> listed = new TreeMap<>();
        for (Live live : lives) {
            if (live.creator() != null) {
                listed.computeIfAbsent(live.id(), any -> new TreeSet<>()).add(live.creator());
            }
        }
        Map<LiveId, CreatorId> hosts = new TreeMap<>();
        listed.forEach((live, creators) -> {
            if (creators.size() == 1) {
                hosts.put(live, creators.iterator().next());
            }
        });
        return hosts;
    }

    /** Every video once: listings merged, posts that are only scheduled left out, videos known by their numbers added. */
    private Map<VideoId, Video> videos(Evidence evidence, PerformanceBook book) {
        Map<VideoId, List<Video>> listings = new TreeMap<>();
        evidence.videos()
                .forEach(video -> listings.computeIfAbsent(video.id(), any -> new ArrayList<>())
                        .add(video));
        book.videos()
                .forEach(id -> listings.computeIfAbsent(id, any -> new ArrayList<>())
                        .add(Video.builder(id).build()));
        for (OrderLine line : book.orderLines()) {
            line.video()
                    .ifPresent(id -> line.creator()
                            .ifPresent(creator -> listings.computeIfAbsent(id, any -> new ArrayList<>())
                                    .add(Video.builder(id).creator(creator).build())));
        }
        Map<VideoId, Video> videos = new TreeMap<>();
        listings.forEach((id, listed) -> {
            Video merged = merge(id, listed, evidence.tags().getOrDefault(id, CreativeTags.UNKNOWN));
            LocalDate postedOn = merged.postedAt().atZone(program.zone()).toLocalDate();
            if (!postedOn.isAfter(asOf)) {
                videos.put(id, merged);
            } else {
                findings.add(new Finding(
                        Kind.AFTER_AS_OF,
                        "video " + id,
                        "scheduled for " + postedOn + ", after " + asOf,
                        "Nothing to do: it counts once it is up."));
            }
        });
        return videos;
    }

    private Video merge(VideoId id, List<Video> listed, CreativeTags tags) {
        Video.Builder merged = Video.builder(id);
        TreeSet<CreatorId> creators = new TreeSet<>();
        TreeSet<ProductId> products = new TreeSet<>();
        CreativeTags listedTags = CreativeTags.UNKNOWN;
        for (Video listing : listed) {
            listing.creator().ifPresent(creators::add);
            products.addAll(listing.products());
            listedTags = listedTags.merge(listing.tags());
        }
        merged.tags(tags.equals(CreativeTags.UNKNOWN) ? listedTags : tags);
        // A scheduled post's id is older than the post, so the moment in the id only stands in for a reported one.
        listed.stream()
                .map(Video::postedAt)
                .filter(postedAt -> !postedAt.equals(id.createdAt()))
                .min(Comparator.naturalOrder())
                .ifPresent(merged::postedAt);
        merged.products(products);
        if (!creators.isEmpty()) {
            merged.creator(creators.first());
        }
        if (creators.size() > 1) {
            findings.add(new Finding(
                    Kind.VIDEO_UNDER_TWO_CREATORS,
                    "video " + id,
                    "listed under " + creators + "; counted for " + creators.first(),
                    "A renamed handle or a copied row: correct the creator in the source."));
        }
        return merged.build();
    }

    private void rejectedRows(ImportReport report) {
        if (!report.rejected().isEmpty()) {
            findings.add(new Finding(
                    Kind.ROWS_REJECTED,
                    "file " + report.contentId(),
                    report.rejected().size() + " of " + report.rows() + " rows could not be used (" + report.format()
                            + ")",
                    "Repair the quarantined rows and import them again."));
        }
    }

    private static List<Finding> bySeverity(Collection<Finding> all) {
        return all.stream()
                .sorted(Comparator.comparing((Finding finding) -> finding.kind().severity())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** What MEASURE says for itself. */
    static PhaseReport report(Measured measured) {
        long separable = measured.histories().values().stream()
                .filter(history -> !history.rateDays(Traffic.PAID).isEmpty())
                .count();
        Money gmv = measured.histories().values().stream()
                .map(history -> history.seen().get(Funnel.Amount.GMV))
                .flatMap(Optional::stream)
                .reduce(Money.zero(measured.program().currency()), Money::plus);
        long blocking = measured.findings().stream()
                .filter(finding -> finding.kind().severity() == Finding.Severity.BLOCKING)
                .count();
        long spread = measured.histories().values().stream()
                .filter(VideoHistory::spread)
                .count();
        String headline = measured.videos().size() + " videos of "
                + measured.creators().size() + " creators are known up to " + measured.asOf() + "; "
                + measured.findings().size() + " findings about the data, " + blocking + " of them blocking.";
        return new PhaseReport(
                Phase.MEASURE,
                headline,
                List.of(
                        Facts.count("videos", "videos known", measured.videos().size()),
                        Facts.count(
                                "creators",
                                "creators known",
                                measured.creators().size()),
                        Facts.count(
                                "orderLines",
                                "affiliate order lines",
                                measured.book().orderLines().size()),
                        Facts.count("videosWithPaidApart", "videos with paid and organic orders told apart", separable),
                        Facts.count(
                                "videosSpread",
                                "videos whose periods were spread evenly over their days, because the source reports no"
                                        + " days",
                                spread),
                        Facts.money("videoGmv", "value of orders that videos led to, before refunds", gmv)));
    }

    /** What must be repaired before decisions lean on it: one action for all that is wrong with one file or video. */
    static List<Action> actions(Measured measured) {
        Map<String, List<Finding>> bySubject = new LinkedHashMap<>();
        measured.findings().stream()
                .filter(finding -> finding.kind().severity() == Finding.Severity.BLOCKING)
                .forEach(finding -> bySubject
                        .computeIfAbsent(finding.subject(), any -> new ArrayList<>())
                        .add(finding));
        Money free = Money.zero(measured.program().currency());
        return bySubject.values().stream()
                .<Action>map(wrong -> repair(wrong, free))
                .toList();
    }

    private static Action repair(List<Finding> wrong, Money free) {
        Finding worst = wrong.get(0);
        String messages = wrong.stream().map(Finding::message).collect(Collectors.joining("; "));
        return new Action.FixData(
                worst,
                new Explanation(
                        "Repair the data of " + worst.subject() + ": " + messages + ".",
                        null,
                        free,
                        wrong.stream()
                                .flatMap(finding -> Stream.of(finding.message(), finding.remedy()))
                                .distinct()
                                .toList(),
                        "Leave it if nothing that you decide leans on " + worst.subject() + ".",
                        false));
    }

    /** The newest day that some source covers wholly. */
    static Optional<LocalDate> newestCompleteDay(Evidence evidence) {
        List<LocalDate> days = new ArrayList<>();
        evidence.observations().stream().map(Observation::period).forEach(period -> days.add(period.lastDay()));
        evidence.coverage().forEach(span -> days.add(span.period().lastDay()));
        return days.stream().max(Comparator.naturalOrder());
    }
}
