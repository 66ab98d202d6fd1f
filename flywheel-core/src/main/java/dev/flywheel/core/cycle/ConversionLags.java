package dev.flywheel.core.cycle;

import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.LagCurve;
import dev.flywheel.core.performance.Observation;
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.performance.VideoHistories;
import dev.flywheel.core.stats.ChainLadder;
import dev.flywheel.core.stats.ConversionLag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * How late the brand's orders and returns are seen, learned from the same report taken on many days (statistics 2.5). A
 * daily funnel that is dropped in day after day shows each click day's orders at one age after another; affiliate order
 * exports show the returns of each order day. The usual curve holds until thirty days of reports are there, and for ages
 * that no two reports in a row show. A report's newest day is taken for the day it was made.
 */
final class ConversionLags {

    private static final int ENOUGH_SNAPSHOTS = 30;
    private static final int OLDEST = 60;

    private ConversionLags() {}

    static VideoHistories.Lags of(Evidence evidence, ZoneId zone, LocalDate asOf) {
        return new VideoHistories.Lags(orders(evidence, asOf), returns(evidence, zone, asOf));
    }

    private static LagCurve orders(Evidence evidence, LocalDate asOf) {
        Snapshots snapshots = new Snapshots();
        for (Observation seen : evidence.observations()) {
            if (seen.source() == Source.FUNNEL_DAILY && seen.period().days() == 1) {
                seen.funnel()
                        .get(Funnel.Count.ORDERS)
                        .ifPresent(orders -> snapshots.add(
                                seen.asOf(), seen.period().firstDay(), seen.subject() + " " + seen.traffic(), orders));
            }
        }
        return snapshots.curve(asOf, ConversionLag.conversions());
    }

    private static LagCurve returns(Evidence evidence, ZoneId zone, LocalDate asOf) {
        Snapshots snapshots = new Snapshots();
        for (Evidence.DatedLine dated : evidence.orderLines()) {
            if (dated.line().isSale()) {
                LocalDate day = dated.line().createdAt().atZone(zone).toLocalDate();
                snapshots.add(dated.asOf(), day, "", dated.line().refunded() ? 1 : 0);
            }
        }
        return snapshots.curve(asOf, ConversionLag.refunds());
    }

    /** Cumulative counts by the report that gave them, the cohort's day and what was counted. */
    private static final class Snapshots {

        private final TreeMap<Instant, TreeMap<LocalDate, TreeMap<String, Double>>> reports = new TreeMap<>();

        void add(Instant report, LocalDate day, String what, long count) {
            reports.computeIfAbsent(report, any -> new TreeMap<>())
                    .computeIfAbsent(day, any -> new TreeMap<>())
                    .merge(what, (double) count, Double::sum);
        }

        LagCurve curve(LocalDate asOf, ConversionLag usual) {
            // A report that reaches beyond the as-of day was made later than its days up to then can tell.
            reports.values().removeIf(report -> report.lastKey().isAfter(asOf));
            long made =
                    reports.values().stream().map(TreeMap::lastKey).distinct().count();
            if (made < ENOUGH_SNAPSHOTS) {
                return usual.curve();
            }
            Map<String, double[]> rows = new TreeMap<>();
            for (TreeMap<LocalDate, TreeMap<String, Double>> report : reports.values()) {
                report.forEach((day, counts) -> {
                    long age = ChronoUnit.DAYS.between(day, report.lastKey());
                    counts.forEach((what, count) -> put(rows, day + " " + what, age, count));
                });
            }
            Collection<double[]> triangle = rows.values();
            return ConversionLag.learned(ChainLadder.of(triangle.toArray(new double[0][])), usual)
                    .curve();
        }

        /** Of two reports made on one day the later one holds. */
        private static void put(Map<String, double[]> rows, String row, long age, double count) {
            if (age <= OLDEST) {
                rows.computeIfAbsent(row, any -> unknown())[(int) age] = count;
            }
        }

        private static double[] unknown() {
            double[] row = new double[OLDEST + 1];
            Arrays.fill(row, Double.NaN);
            return row;
        }
    }
}
