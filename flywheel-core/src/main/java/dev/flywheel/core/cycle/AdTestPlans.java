package dev.flywheel.core.cycle;

import dev.flywheel.core.adtest.AdTestPlan;
import dev.flywheel.core.adtest.AdTestStart;
import dev.flywheel.core.adtest.DayNoiseBelief;
import dev.flywheel.core.adtest.PastTests;
import dev.flywheel.core.content.Video;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.performance.RateDay;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.performance.VideoHistory;
import dev.flywheel.core.stats.GammaPrior;
import dev.flywheel.core.stats.PaidEconomics;
import dev.flywheel.core.stats.RatioPrior;
import dev.flywheel.core.stats.SparkTotals;
import dev.flywheel.core.winner.ConversionModel;
import dev.flywheel.core.winner.RateBelief;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Works out what was fixed when a test started from evidence dated before that day: without a memory of its own, a
 * rotation finds the same plan each day. (Late corrections of days before the start still move it.)
 */
final class AdTestPlans {

    /** So wide that a past test speaks for itself. */
    private static final RatioPrior OPEN = new RatioPrior(0, 2);

    private final Measured measured;
    private final Map<LocalDate, ConversionModel> models = new HashMap<>();
    private final Map<LocalDate, DayNoiseBelief> noises = new HashMap<>();

    /** By first day the videos that are tested from then on: their own orders may not shape the prior they are held to. */
    private final Map<LocalDate, Set<VideoId>> testedFrom = new HashMap<>();

    AdTestPlans(Measured measured) {
        this.measured = measured;
        for (AdTestStart test : measured.adTests()) {
            testedFrom(test.startedOn()).add(test.video());
            restart(test).ifPresent(again -> testedFrom(again.day()).add(test.video()));
        }
    }

    private Set<VideoId> testedFrom(LocalDate day) {
        return testedFrom.computeIfAbsent(day, any -> new TreeSet<>());
    }

    private Offers offers(AdTestStart start) {
        return new Offers(
                measured.book().orderLines(start.video()), measured.program().zone());
    }

    private Optional<AdTestPlan.Restart> restart(AdTestStart start) {
        return offers(start).changedAfter(start.startedOn());
    }

    AdTestPlan of(AdTestStart start) {
        VideoId video = start.video();
        Optional<AdTestPlan.Restart> restart = restart(start);
        LocalDate startedOn = restart.map(AdTestPlan.Restart::day).orElse(start.startedOn());
        return AdTestPlan.of(
                start,
                model(startedOn).prior(video),
                measured.program().policy(),
                pastTests(startedOn),
                noise(startedOn),
                offers(start)
                        .from(
                                startedOn,
                                measured.videos()
                                        .getOrDefault(
                                                video, Video.builder(video).build())),
                restart.orElse(null));
    }

    private ConversionModel model(LocalDate startedOn) {
        return models.computeIfAbsent(
                startedOn.minusDays(1),
                day -> ConversionModel.fit(
                        measured.program(),
                        measured.videos(),
                        measured.histories(),
                        day,
                        measured.asOf(),
                        testedFrom(startedOn)));
    }

    private DayNoiseBelief noise(LocalDate before) {
        return noises.computeIfAbsent(before, day -> DayNoises.before(measured, day));
    }

    /** Tests that had ended before a day: another one of the same video took their place, or their budget is zero. */
    private PastTests pastTests(LocalDate before) {
        Map<AdTestStart, LocalDate> ended = new LinkedHashMap<>();
        for (AdTestStart test : measured.adTests()) {
            VideoHistory history = measured.histories().get(test.video());
            if (history != null && test.startedOn().isBefore(before)) {
                endOf(test, history).filter(end -> end.isBefore(before)).ifPresent(end -> ended.put(test, end));
            }
        }
        if (ended.size() < PastTests.ENOUGH) {
            return PastTests.tooFew(ended.size());
        }
        List<PastTests.Ended> told = new ArrayList<>();
        ended.forEach((test, end) -> told(test, end).ifPresent(told::add));
        return PastTests.of(told);
    }

    private Optional<LocalDate> endOf(AdTestStart test, VideoHistory history) {
        Optional<LocalDate> next = measured.adTests().stream()
                .filter(other -> other.video().equals(test.video()))
                .map(AdTestStart::startedOn)
                .filter(day -> day.isAfter(test.startedOn()))
                .min(LocalDate::compareTo)
                .map(day -> day.minusDays(1));
        if (next.isPresent() || test.budgetPerDay().isPositive()) {
            return next;
        }
        return history.rateDays(Traffic.PAID).stream()
                .filter(day -> day.exposure() > 0)
                .map(RateDay::day)
                .max(LocalDate::compareTo);
    }

    private Optional<PastTests.Ended> told(AdTestStart test, LocalDate end) {
        VideoHistory history = Objects.requireNonNull(measured.histories().get(test.video()));
        double[] organic = sum(history, Traffic.ORGANIC, day -> !day.day().isAfter(end));
        double[] paid = sum(
                history,
                Traffic.PAID,
                day -> !day.day().isBefore(test.startedOn()) && !day.day().isAfter(end));
        if (paid[1] == 0) {
            return Optional.empty();
        }
        RateBelief prior = model(test.startedOn()).prior(test.video());
        PaidEconomics told = PaidEconomics.of(
                new GammaPrior(prior.shape(), prior.rate()),
                OPEN,
                new SparkTotals(organic[0], organic[1], paid[0], paid[1]),
                1 / noise(test.startedOn()).ratio());
        return Optional.of(new PastTests.Ended(told.meanLogRatio(), told.sdLogRatio()));
    }

    /** Orders and matured clicks. */
    private double[] sum(VideoHistory history, Traffic traffic, Predicate<RateDay> counts) {
        double[] sum = new double[2];
        history.rateDays(traffic).stream().filter(counts).forEach(day -> {
            sum[0] += day.orders();
            sum[1] +=
                    day.exposure() * history.orderLag().seenShare(ChronoUnit.DAYS.between(day.day(), measured.asOf()));
        });
        return sum;
    }
}
