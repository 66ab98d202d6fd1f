package dev.flywheel.core.cycle;

import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Coverage;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.Observation;
import dev.flywheel.core.performance.OrderLine;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.performance.Subject;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.roster.CreatorId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The value of orders that each active creator brought within a window. Active is who posted or sold in it. Each video is
 * counted from one source: its daily funnel, else order lines if they cover the window, else shop reports. A report that
 * reaches beyond the window counts in proportion to its days.
 *
 * @param byCreator money by active creator, never below zero
 * @param split the part of the money that comes from reports reaching beyond the window
 */
record CreatorRevenue(Map<CreatorId, Double> byCreator, double split) {

    static CreatorRevenue within(Period window, Measured measured) {
        return within(List.of(window), measured).get(0);
    }

    /** Several windows at once, because reports are read once for all of them. */
    static List<CreatorRevenue> within(List<Period> windows, Measured measured) {
        List<Counter> counters =
                windows.stream().map(window -> new Counter(window, measured)).toList();
        new Reports(measured, counters).count();
        return counters.stream().map(Counter::result).toList();
    }

    double[] amounts() {
        return byCreator.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    double total() {
        return byCreator.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Whether too much of the money was spread over days to compare this window with its neighbour. */
    boolean blurred() {
        return split > 0.1 * total();
    }

    /** Which report of which video counts in every window. */
    private record Reports(Measured measured, List<Counter> counters) {

        void count() {
            Set<VideoId> funnels = new TreeSet<>();
            measured.videos().keySet().forEach(video -> {
                if (count(video, counters, Source.FUNNEL_DAILY, Traffic.values())) {
                    funnels.add(video);
                }
            });
            List<Counter> withLines =
                    counters.stream().filter(Counter::linesCoverWindow).toList();
            measured.book().orderLines().stream()
                    .filter(OrderLine::isSale)
                    .filter(line -> line.video().filter(funnels::contains).isEmpty())
                    .forEach(line -> withLines.forEach(counter -> counter.add(line)));
            List<Counter> withoutLines = counters.stream()
                    .filter(counter -> !withLines.contains(counter))
                    .toList();
            if (!withoutLines.isEmpty()) {
                measured.videos().keySet().stream()
                        .filter(video -> !funnels.contains(video))
                        .forEach(video -> count(video, withoutLines, Source.VIDEO_PERFORMANCE, Traffic.BLENDED));
            }
        }

        private boolean count(VideoId video, List<Counter> into, Source source, Traffic... traffics) {
            List<Observation> reports = new ArrayList<>();
            for (Subject.OfVideo part : measured.book().partsOf(video)) {
                for (Traffic traffic : traffics) {
                    reports.addAll(measured.book().disjoint(part, source, traffic));
                }
            }
            creatorOf(measured, video)
                    .ifPresent(creator ->
                            into.forEach(counter -> reports.forEach(report -> counter.add(creator, report))));
            return !reports.isEmpty();
        }
    }

    private static Optional<CreatorId> creatorOf(Measured measured, VideoId video) {
        return Optional.ofNullable(measured.videos().get(video)).flatMap(known -> known.creator());
    }

    private static final class Counter {

        private final Period window;
        private final Measured measured;
        private final Map<CreatorId, Double> byCreator = new TreeMap<>();
        private double split;

        Counter(Period window, Measured measured) {
            this.window = window;
            this.measured = measured;
            measured.videos().values().stream()
                    .filter(video -> window.contains(measured.postedOn(video)))
                    .forEach(video -> video.creator().ifPresent(creator -> add(creator, 0)));
        }

        CreatorRevenue result() {
            byCreator.replaceAll((creator, amount) -> Math.max(0, amount));
            return new CreatorRevenue(byCreator, split);
        }

        boolean linesCoverWindow() {
            Set<LocalDate> covered = new TreeSet<>();
            for (Coverage span : measured.coverage()) {
                if (span.source() == Source.AFFILIATE_ORDERS && span.period().overlaps(window)) {
                    span.period().dates().filter(window::contains).forEach(covered::add);
                }
            }
            return covered.size() == window.days();
        }

        void add(OrderLine line) {
            LocalDate day = line.createdAt().atZone(measured.program().zone()).toLocalDate();
            Optional<CreatorId> creator =
                    line.creator().or(() -> line.video().flatMap(video -> creatorOf(measured, video)));
            if (window.contains(day) && creator.isPresent()) {
                add(creator.get(), line.paid().map(Money::asDouble).orElse(0.0));
            }
        }

        void add(CreatorId creator, Observation report) {
            Period period = report.period();
            double gmv =
                    report.funnel().get(Funnel.Amount.GMV).map(Money::asDouble).orElse(0.0);
            if (gmv == 0 || !period.overlaps(window)) {
                return;
            }
            LocalDate first = later(period.firstDay(), window.firstDay());
            LocalDate last = period.lastDay().isBefore(window.lastDay()) ? period.lastDay() : window.lastDay();
            double share = new Period(first, last).days() / (double) period.days();
            add(creator, gmv * share);
            split += share < 1 ? gmv * share : 0;
        }

        private static LocalDate later(LocalDate left, LocalDate right) {
            return left.isAfter(right) ? left : right;
        }

        private void add(CreatorId creator, double amount) {
            byCreator.merge(creator, amount, Double::sum);
        }
    }
}
