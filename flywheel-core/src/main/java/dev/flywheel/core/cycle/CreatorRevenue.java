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
        return new Counter(window, measured).count();
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

    private static final class Counter {

        private final Period window;
        private final Measured measured;
        private final Map<CreatorId, Double> byCreator = new TreeMap<>();
        private final Set<VideoId> counted = new TreeSet<>();
        private double split;

        Counter(Period window, Measured measured) {
            this.window = window;
            this.measured = measured;
        }

        CreatorRevenue count() {
            measured.videos().values().stream()
                    .filter(video -> window.contains(measured.postedOn(video)))
                    .forEach(video -> video.creator().ifPresent(creator -> add(creator, 0)));
            measured.videos().keySet().forEach(video -> countReports(video, Source.FUNNEL_DAILY, Traffic.values()));
            if (linesCoverWindow()) {
                measured.book().orderLines().stream()
                        .filter(OrderLine::isSale)
                        .filter(line -> line.video().filter(counted::contains).isEmpty())
                        .forEach(this::countLine);
            } else {
                measured.videos().keySet().stream()
                        .filter(video -> !counted.contains(video))
                        .toList()
                        .forEach(video -> countReports(video, Source.VIDEO_PERFORMANCE, Traffic.BLENDED));
            }
            byCreator.replaceAll((creator, amount) -> Math.max(0, amount));
            return new CreatorRevenue(byCreator, split);
        }

        private boolean linesCoverWindow() {
            Set<LocalDate> covered = new TreeSet<>();
            for (Coverage span : measured.coverage()) {
                if (span.source() == Source.AFFILIATE_ORDERS && span.period().overlaps(window)) {
                    span.period()
                            .firstDay()
                            .datesUntil(span.period().lastDay().plusDays(1))
                            .filter(window::contains)
                            .forEach(covered::add);
                }
            }
            return covered.size() == window.days();
        }

        private void countLine(OrderLine line) {
            LocalDate day = line.createdAt().atZone(measured.program().zone()).toLocalDate();
            Optional<CreatorId> creator = line.creator().or(() -> line.video().flatMap(this::creatorOf));
            if (window.contains(day) && creator.isPresent()) {
                add(creator.get(), line.paid().map(Money::asDouble).orElse(0.0));
            }
        }

        private Optional<CreatorId> creatorOf(VideoId video) {
            return Optional.ofNullable(measured.videos().get(video)).flatMap(known -> known.creator());
        }

        private void countReports(VideoId video, Source source, Traffic... traffics) {
            List<Observation> reports = new ArrayList<>();
            for (Subject.OfVideo part : measured.book().partsOf(video)) {
                for (Traffic traffic : traffics) {
                    reports.addAll(measured.book().disjoint(part, source, traffic));
                }
            }
            if (!reports.isEmpty()) {
                counted.add(video);
            }
            creatorOf(video).ifPresent(creator -> reports.forEach(report -> countReport(creator, report)));
        }

        private void countReport(CreatorId creator, Observation report) {
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
