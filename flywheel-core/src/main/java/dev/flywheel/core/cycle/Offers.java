package dev.flywheel.core.cycle;

import dev.flywheel.core.adtest.AdTestOffer;
import dev.flywheel.core.adtest.AdTestPlan;
import dev.flywheel.core.content.Video;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.OrderLine;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.program.ProductId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a video sold, when, at which price and commission, as far as its order lines show it (statistics 2.9). A step is
 * believed when at least five lines stand on each side of it and four in five of them nearer to their own side's median.
 * An edited post, or a price without orders, cannot be seen.
 */
final class Offers {

    private static final int FEWEST_LINES = 5;
    private static final double CLEAR = 0.8;
    private static final int DAYS_BEFORE = 28;
    private static final double PRICE_STEP = 0.05;
    private static final double RATE_STEP = 0.01;

    private final List<OrderLine> sales;
    private final ZoneId zone;

    Offers(List<OrderLine> lines, ZoneId zone) {
        this.zone = zone;
        this.sales = lines.stream()
                .filter(OrderLine::isSale)
                .sorted(Comparator.comparing(OrderLine::createdAt).thenComparing(OrderLine::describe))
                .toList();
    }

    /** The latest change of the offer after a test's first day. */
    Optional<AdTestPlan.Restart> changedAfter(LocalDate startedOn) {
        Optional<AdTestPlan.Restart> latest = Optional.empty();
        LocalDate since = startedOn;
        Optional<AdTestPlan.Restart> next = next(since, since.minusDays(DAYS_BEFORE));
        while (next.isPresent()) {
            latest = next;
            since = next.get().day();
            next = next(since, since);
        }
        return latest;
    }

    AdTestOffer from(LocalDate day, Video video) {
        List<OrderLine> lines = sales.stream()
                .filter(line -> !dayOf(line).isBefore(day.minusDays(DAYS_BEFORE)))
                .toList();
        String sku = mostSold(lines, OrderLine::skuId);
        return new AdTestOffer(
                video.products().stream()
                        .sorted(Comparator.comparing(ProductId::value))
                        .toList(),
                usual(lines, line -> line.skuId().equals(sku), Offers::unitPrice),
                usual(lines, line -> line.traffic() == Traffic.ORGANIC, Offers::commissionRate),
                usual(lines, line -> line.traffic() == Traffic.PAID, Offers::commissionRate));
    }

    private Optional<AdTestPlan.Restart> next(LocalDate after, LocalDate from) {
        List<OrderLine> lines =
                sales.stream().filter(line -> !dayOf(line).isBefore(from)).toList();
        String sku = mostSold(lines, OrderLine::skuId);
        List<OrderLine> first =
                lines.stream().filter(line -> !dayOf(line).isAfter(after)).toList();
        String product = mostSold(first.isEmpty() ? lines : first, Offers::productOf);
        return Stream.of(
                        step(
                                after,
                                lines,
                                line -> line.skuId().equals(sku),
                                Offers::unitPrice,
                                true,
                                "price of a unit"),
                        step(
                                after,
                                lines,
                                line -> line.traffic() == Traffic.ORGANIC,
                                Offers::commissionRate,
                                false,
                                "commission"),
                        step(
                                after,
                                lines,
                                line -> line.traffic() == Traffic.PAID,
                                Offers::commissionRate,
                                false,
                                "Shop Ads commission"),
                        step(
                                after,
                                lines,
                                any -> true,
                                line -> productOf(line).equals(product) ? 1 : 0,
                                false,
                                "share of its main product"))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(AdTestPlan.Restart::day).thenComparing(AdTestPlan.Restart::why));
    }

    /** The day that splits the values with the least scatter on both sides, if it is a step at all. */
    private Optional<AdTestPlan.Restart> step(
            LocalDate after,
            List<OrderLine> lines,
            Predicate<OrderLine> kind,
            ToDoubleFunction<OrderLine> value,
            boolean isPrice,
            String what) {
        List<Double> values = new ArrayList<>();
        List<LocalDate> days = new ArrayList<>();
        for (OrderLine line : lines) {
            double known = kind.test(line) ? value.applyAsDouble(line) : Double.NaN;
            if (!Double.isNaN(known)) {
                values.add(known);
                days.add(dayOf(line));
            }
        }
        Optional<AdTestPlan.Restart> best = Optional.empty();
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = FEWEST_LINES; i <= values.size() - FEWEST_LINES; i++) {
            boolean firstOfDay =
                    days.get(i).isAfter(days.get(i - 1)) && days.get(i).isAfter(after);
            double before = median(values.subList(0, i));
            double since = median(values.subList(i, values.size()));
            double least = isPrice ? PRICE_STEP * before : RATE_STEP;
            double scatter = scatter(values.subList(0, i)) + scatter(values.subList(i, values.size()));
            if (firstOfDay
                    && scatter < smallest
                    && Math.abs(since - before) > least
                    && clearness(values, i, before, since) >= CLEAR) {
                smallest = scatter;
                best = Optional.of(new AdTestPlan.Restart(days.get(i), words(what, before, since, isPrice)));
            }
        }
        return best;
    }

    /** The smaller of the two shares of values that are as near to their own side's median. */
    private static double clearness(List<Double> values, int split, double before, double since) {
        long left = values.subList(0, split).stream()
                .filter(value -> Math.abs(value - before) <= Math.abs(value - since))
                .count();
        long right = values.subList(split, values.size()).stream()
                .filter(value -> Math.abs(value - since) <= Math.abs(value - before))
                .count();
        return Math.min((double) left / split, (double) right / (values.size() - split));
    }

    private static double scatter(List<Double> values) {
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        return values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
    }

    private static String words(String what, double before, double since, boolean isPrice) {
        return isPrice
                ? String.format(Locale.ROOT, "the %s went from %.2f to %.2f", what, before, since)
                : String.format(Locale.ROOT, "the %s went from %.0f %% to %.0f %%", what, 100 * before, 100 * since);
    }

    private LocalDate dayOf(OrderLine line) {
        return line.createdAt().atZone(zone).toLocalDate();
    }

    private static String productOf(OrderLine line) {
        return line.product().map(ProductId::value).orElse("");
    }

    private static double unitPrice(OrderLine line) {
        return line.quantity() > 0 ? line.paid().map(Money::asDouble).orElse(Double.NaN) / line.quantity() : Double.NaN;
    }

    private static double commissionRate(OrderLine line) {
        double paid = line.paid().map(Money::asDouble).orElse(Double.NaN);
        double commission = line.commission().map(Money::asDouble).orElse(Double.NaN);
        return paid > 0 ? commission / paid : Double.NaN;
    }

    private static @Nullable Double usual(
            List<OrderLine> lines, Predicate<OrderLine> kind, ToDoubleFunction<OrderLine> value) {
        double[] known = lines.stream()
                .filter(kind)
                .mapToDouble(value)
                .filter(each -> !Double.isNaN(each))
                .toArray();
        OptionalDouble usual = known.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(median(Arrays.stream(known).boxed().toList()));
        return usual.isPresent() ? usual.getAsDouble() : null;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static String mostSold(List<OrderLine> lines, Function<OrderLine, String> name) {
        Map<String, Integer> sold = new TreeMap<>();
        lines.forEach(line -> sold.merge(name.apply(line), 1, Integer::sum));
        return sold.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
