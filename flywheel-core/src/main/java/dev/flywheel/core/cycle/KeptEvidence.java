package dev.flywheel.core.cycle;

import dev.flywheel.core.halo.AmazonBook;
import dev.flywheel.core.halo.BrandTerms;
import dev.flywheel.core.halo.SearchQuery;
import dev.flywheel.core.halo.TopSearchTerm;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.Finding.Kind;
import dev.flywheel.core.performance.MarketProduct;
import dev.flywheel.core.performance.Observation;
import dev.flywheel.core.performance.PerformanceBook;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.performance.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** Says what was read that no decision leans on yet, so that nobody wonders where a file went. */
final class KeptEvidence {

    private static final String FOR_HALO = "Kept for the halo measure; not used for decisions yet.";
    private static final String AGAINST_CREATORS = "Held against the creators' totals; not used for decisions yet.";
    private static final String AGAINST_LINES = "Held against the order lines; not used for decisions yet.";
    private static final String ADS_BESIDES_POSTS =
            "Ads that name no post cannot be set against one: put the post's id into the ad's name. Not used for"
                    + " decisions yet.";

    private final List<Finding> findings = new ArrayList<>();

    private KeptEvidence() {}

    static List<Finding> findings(
            PerformanceBook book, AmazonBook amazon, Collection<MarketProduct> market, BrandTerms terms) {
        KeptEvidence kept = new KeptEvidence();
        kept.observations(book, Source.LIVE_PERFORMANCE, AGAINST_CREATORS);
        kept.observations(book, Source.PRODUCT_PERFORMANCE, AGAINST_LINES);
        kept.observations(book, Source.SHOP_DAILY, AGAINST_CREATORS);
        kept.observations(
                book,
                Source.ADS_MANAGER,
                subject -> !(subject instanceof Subject.OfVideo),
                "ADS_MANAGER without a post",
                ADS_BESIDES_POSTS);
        kept.amazon(amazon, terms);
        kept.rows(
                "estimates by third parties",
                market.stream().map(MarketProduct::period).toList(),
                "",
                "Kept to look at; an estimate from outside is not used for decisions.");
        return List.copyOf(kept.findings);
    }

    private void observations(PerformanceBook book, Source source, String use) {
        observations(book, source, any -> true, source.toString(), use);
    }

    private void observations(PerformanceBook book, Source source, Predicate<Subject> wanted, String name, String use) {
        List<Observation> kept = book.subjects().stream()
                .filter(wanted)
                .flatMap(subject -> book.of(subject).stream())
                .filter(seen -> seen.source() == source)
                .toList();
        List<Period> periods = kept.stream().map(Observation::period).toList();
        long subjects =
                kept.stream().map(seen -> whole(seen.subject())).distinct().count();
        rows(name, periods, source == Source.SHOP_DAILY ? "" : " about " + subjects + " " + subjectsOf(source), use);
    }

    private static Object whole(Subject subject) {
        return subject instanceof Subject.OfLive of ? of.live() : subject;
    }

    private static String subjectsOf(Source source) {
        return switch (source) {
            case LIVE_PERFORMANCE -> "LIVEs";
            case PRODUCT_PERFORMANCE -> "products";
            default -> "creators or shops";
        };
    }

    private void amazon(AmazonBook amazon, BrandTerms terms) {
        long branded = amazon.searchQueries().stream()
                .map(SearchQuery::query)
                .filter(terms::areIn)
                .count();
        rows(
                "Amazon search queries",
                amazon.searchQueries().stream().map(SearchQuery::period).toList(),
                ", " + branded + " of them with a brand term",
                FOR_HALO);
        rows(
                "Amazon search catalog",
                amazon.catalogProducts().stream().map(row -> row.period()).toList(),
                "",
                FOR_HALO);
        rows(
                "Amazon top search terms",
                amazon.topSearchTerms().stream().map(TopSearchTerm::period).toList(),
                "",
                FOR_HALO);
        rows("Amazon ads", amazon.adTerms().stream().map(row -> row.period()).toList(), "", FOR_HALO);
    }

    private void rows(String name, List<Period> periods, String more, String use) {
        if (!periods.isEmpty()) {
            LocalDate first = periods.stream()
                    .map(Period::firstDay)
                    .min(LocalDate::compareTo)
                    .orElseThrow();
            LocalDate last = periods.stream()
                    .map(Period::lastDay)
                    .max(LocalDate::compareTo)
                    .orElseThrow();
            findings.add(new Finding(
                    Kind.EVIDENCE_KEPT, name, periods.size() + " rows from " + first + " to " + last + more, use));
        }
    }
}
