package dev.flywheel.core.halo;

import dev.flywheel.core.performance.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The weekly series of branded search, from Amazon's Search Query Performance and from what the brand wrote down itself.
 *
 * <p>Only reports of seven days take part: a month cannot be set against a week. The volume of a query is the whole
 * market's, so it counts once however many views show it: of several the newest, of equally new ones the largest. Where
 * both sources know a query of the same week, Amazon's report is believed. Of weeks that share days without being the same
 * one holds: a report's before one of the brand's own list, of reports the newest, of the list the earliest.
 */
public final class BrandedWeeks {

    private static final Comparator<SearchQuery> NEWER =
            Comparator.comparing(SearchQuery::asOf).thenComparing(query -> query.volume() == null ? 0 : query.volume());

    private final Map<String, TreeMap<Period, Map<String, Long>>> volumes = new TreeMap<>();

    private BrandedWeeks() {}

    /**
     * The series.
     *
     * @param own what the brand wrote down, every one a branded search
     * @param reports Search Query Performance; queries without a brand term or without a volume are left out
     * @param terms the brand's terms
     * @return a row for each marketplace and week of which anything is known, in that order; weeks share no day
     */
    public static List<BrandedWeek> of(
            Collection<BrandedSearch> own, Collection<SearchQuery> reports, BrandTerms terms) {
        BrandedWeeks weeks = new BrandedWeeks();
        for (SearchQuery row : reports.stream().sorted(NEWER.reversed()).toList()) {
            Long volume = row.volume();
            if (volume != null && row.period().days() == BrandedWeek.DAYS && terms.areIn(row.query())) {
                weeks.add(row.marketplace().name(), row.period(), row.query(), volume);
            }
        }
        own.stream()
                .filter(search -> search.period().days() == BrandedWeek.DAYS)
                .sorted(Comparator.comparing(BrandedSearch::period)
                        .thenComparing(BrandedSearch::volume, Comparator.reverseOrder()))
                .forEach(search ->
                        weeks.add(place(search.marketplace()), search.period(), search.query(), search.volume()));
        List<BrandedWeek> rows = new ArrayList<>();
        weeks.volumes.forEach((marketplace, byWeek) -> rows.addAll(rows(marketplace, byWeek)));
        return List.copyOf(rows);
    }

    private static String place(String marketplace) {
        return Marketplace.named(marketplace).map(Marketplace::name).orElse(marketplace.strip());
    }

    /** The first to name a week, and the first to name a query in it, is believed. */
    private void add(String marketplace, Period week, String query, long volume) {
        TreeMap<Period, Map<String, Long>> byWeek = volumes.computeIfAbsent(marketplace, any -> new TreeMap<>());
        Period before = byWeek.lowerKey(week);
        Period after = byWeek.higherKey(week);
        boolean free = (before == null || !before.overlaps(week)) && (after == null || !after.overlaps(week));
        if (free) {
            byWeek.computeIfAbsent(week, any -> new TreeMap<>()).putIfAbsent(BrandTerms.words(query), volume);
        }
    }

    private static List<BrandedWeek> rows(String marketplace, Map<Period, Map<String, Long>> byWeek) {
        Set<String> all = new TreeSet<>();
        byWeek.values().forEach(volumes -> all.addAll(volumes.keySet()));
        List<BrandedWeek> rows = new ArrayList<>();
        byWeek.forEach((week, known) -> {
            List<String> missing =
                    all.stream().filter(query -> !known.containsKey(query)).toList();
            long volume = known.values().stream().reduce(0L, Math::addExact);
            rows.add(new BrandedWeek(marketplace, week, List.copyOf(known.keySet()), missing, volume));
        });
        return rows;
    }
}
