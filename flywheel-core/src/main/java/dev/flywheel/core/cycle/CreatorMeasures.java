package dev.flywheel.core.cycle;

import dev.flywheel.core.content.Video;
import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.roster.CreatorId;
import dev.flywheel.core.stats.AmountBootstrap;
import dev.flywheel.core.stats.AmountBootstrap.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whether creators come back, what each brings, and on how few it hangs (statistics 6). */
final class CreatorMeasures {

    private final Measured measured;
    private final List<Period> windows;
    private final List<Period> moneyWindows;
    private final List<CreatorRevenue> revenues;
    private final List<Optional<AmountBootstrap>> bootstraps = new ArrayList<>();

    /**
     * Reads the money of every rotation.
     *
     * @param measured what is known
     * @param windows all rotations, newest first
     * @param moneyWindows those of which reports or orders tell: without them nothing sold would look like no sales
     * @param seed of the draws
     */
    CreatorMeasures(Measured measured, List<Period> windows, List<Period> moneyWindows, long seed) {
        this.measured = measured;
        this.windows = windows;
        this.moneyWindows = moneyWindows;
        revenues = CreatorRevenue.within(moneyWindows, measured);
        for (int back = 0; back < revenues.size(); back++) {
            bootstraps.add(AmountBootstrap.of(
                    revenues.get(back).amounts(), Draws.seedFor(seed, "revenue by creator, rotations back: " + back)));
        }
    }

    Momentum.Indicator repeats() {
        List<Set<CreatorId>> posters = windows.stream().map(this::posters).toList();
        List<ShareOverRotations.Count> counts = new ArrayList<>();
        Trends trend = new Trends(Trends.Kind.SHARES);
        for (int back = 0; back + 1 < posters.size(); back++) {
            Set<CreatorId> earlier = posters.get(back + 1);
            long again = posters.get(back).stream().filter(earlier::contains).count();
            counts.add(new ShareOverRotations.Count(again, earlier.size()));
            trend.add(back, (double) again, earlier.size());
        }
        ShareOverRotations share = new ShareOverRotations(counts);
        return new Momentum.Indicator(
                "repeatCreatorRate",
                "percent of the creators who posted in one rotation that post again in the next",
                share.leaning(0).orElse(null),
                share.leaning(1).orElse(null),
                share.probabilityAboveBefore().stream().boxed().findFirst().orElse(null),
                counts.isEmpty()
                        ? "It needs two whole rotations."
                        : again(counts.get(0)) + (counts.size() > 1 ? " Before: " + again(counts.get(1)) : ""),
                Trends.earlier(windows.subList(0, Math.max(1, counts.size())), share::alone),
                trend.trend(Trends.Better.IS_HIGHER));
    }

    private Set<CreatorId> posters(Period window) {
        Set<CreatorId> posters = new TreeSet<>();
        for (Video video : measured.videos().values()) {
            if (window.contains(measured.postedOn(video))) {
                video.creator().ifPresent(posters::add);
            }
        }
        return posters;
    }

    private static String again(ShareOverRotations.Count count) {
        return count.successes() + " of " + count.trials() + " creators posted again.";
    }

    List<Momentum.Indicator> money() {
        return List.of(
                perCreator("gmvPerActiveCreatorMean", "creator who posted or sold in the rotation, mean", Measure.MEAN),
                perCreator(
                        "gmvPerActiveCreatorMedian",
                        "creator who posted or sold in the rotation, median",
                        Measure.MEDIAN),
                perCreator(
                        "gmvPerSellingCreator",
                        "creator who sold in the rotation, geometric mean, which large sellers do not dominate",
                        Measure.GEOMETRIC_MEAN));
    }

    private Momentum.Indicator perCreator(String name, String kind, Measure measure) {
        boolean blurred = revenues.stream().limit(2).anyMatch(CreatorRevenue::blurred);
        Trends trend = new Trends(Trends.Kind.VALUES);
        for (int back = 0; back < revenues.size(); back++) {
            Optional<Estimate> value = estimate(back, measure);
            OptionalDouble deviation = bootstraps.get(back).stream()
                    .map(draws -> draws.logDeviation(measure))
                    .flatMapToDouble(OptionalDouble::stream)
                    .findFirst();
            if (value.isPresent()
                    && deviation.isPresent()
                    && !revenues.get(back).blurred()) {
                trend.add(back, value.get().mean(), deviation.getAsDouble());
            }
        }
        return new Momentum.Indicator(
                name,
                measured.program().currency() + " of orders per " + kind,
                estimate(0, measure).orElse(null),
                estimate(1, measure).orElse(null),
                blurred ? null : probabilityAboveBefore(measure),
                note(blurred),
                Trends.earlier(moneyWindows, back -> estimate(back, measure).orElse(null)),
                trend.trend(Trends.Better.IS_HIGHER));
    }

    private Optional<Estimate> estimate(int back, Measure measure) {
        return back < bootstraps.size()
                ? bootstraps.get(back).flatMap(draws -> draws.estimate(measure))
                : Optional.empty();
    }

    private @Nullable Double probabilityAboveBefore(Measure measure) {
        return estimate(0, measure).isPresent() && estimate(1, measure).isPresent()
                ? bootstraps
                        .get(0)
                        .orElseThrow()
                        .probabilityAbove(measure, bootstraps.get(1).orElseThrow())
                : null;
    }

    private String note(boolean blurred) {
        return creators(revenues.get(0))
                + (revenues.size() > 1 ? "; before: " + creators(revenues.get(1)) : "")
                + "."
                + (blurred
                        ? " Reports reach beyond the rotation and were spread evenly over their days, so rotations are"
                                + " not compared."
                        : "");
    }

    private static String creators(CreatorRevenue revenue) {
        return revenue.byCreator().size() + " creators, " + Facts.number(revenue.total()) + " of orders";
    }

    List<Momentum.Indicator> concentration() {
        return List.of(
                spread(
                        "concentration",
                        "0 if all active creators sell the same, 1 if one sells everything",
                        Measure.CONCENTRATION,
                        estimate(0, Measure.EFFECTIVE_NUMBER)
                                .map(number -> "As concentrated as " + Facts.number(number.mean())
                                        + " equal creators (" + Facts.number(number.low()) + " to "
                                        + Facts.number(number.high()) + ").")),
                spread(
                        "topTenthShare",
                        "percent of orders that the best tenth of active creators brings",
                        Measure.TOP_TENTH_SHARE,
                        estimate(0, Measure.TOP_TENTH_SHARE)
                                .map(share -> String.format(
                                        Locale.ROOT,
                                        "The best tenth brings %s of %s.",
                                        Facts.percent(share.mean()),
                                        Facts.number(revenues.get(0).total())))));
    }

    private Momentum.Indicator spread(String name, String unit, Measure measure, Optional<String> words) {
        double scale = measure == Measure.TOP_TENTH_SHARE ? 100 : 1;
        return new Momentum.Indicator(
                name,
                unit,
                scaled(0, measure, scale),
                scaled(1, measure, scale),
                null,
                words.map(known -> known + " Neither more nor less of it is better in itself.")
                        .orElse("Nobody sold in this rotation."),
                Trends.earlier(moneyWindows, back -> scaled(back, measure, scale)),
                null);
    }

    private @Nullable Estimate scaled(int back, Measure measure, double scale) {
        return estimate(back, measure)
                .map(value -> value.map(one -> scale * one))
                .orElse(null);
    }
}
