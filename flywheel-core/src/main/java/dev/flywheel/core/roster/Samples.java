package dev.flywheel.core.roster;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings the brand's own list of samples and the shop's free orders together, so that one sample counts once.
 *
 * <p>An order and a listed sample are the same if creator and product are the same and their dates lie at most
 * {@link #MOST_DAYS_APART} days apart: the nearest of the steps that both know (approved, shipped, delivered) or, if there
 * is none, what lies between the two. The nearest pair goes first and each is used once, so a second unit stays a second
 * unit. The brand's list holds where it says something; the order fills what it leaves open.
 */
public final class Samples {

    /** How far apart the dates of one sample may be in two lists; a creator seldom gets a product again within it. */
    public static final long MOST_DAYS_APART = 14;

    private static final Comparator<Sample> BY_DAY = Comparator.comparing(
                    (Sample sample) -> sample.firstDay().orElse(LocalDate.MIN))
            .thenComparing(Sample::creator)
            .thenComparing(Sample::product)
            .thenComparing(Sample::toString);

    private Samples() {}

    /**
     * Every sample once.
     *
     * @param listed the brand's own list; the same line twice is one sample
     * @param orders the shop's free orders, each once; cancelled ones send nothing
     * @return the samples in order of day, creator and product
     */
    public static List<Sample> merge(Collection<Sample> listed, Collection<SampleOrder> orders) {
        List<Sample> samples =
                new ArrayList<>(listed.stream().distinct().sorted(BY_DAY).toList());
        List<SampleOrder> sent = orders.stream()
                .filter(order -> !order.cancelled())
                .sorted(Comparator.comparing(SampleOrder::createdOn).thenComparing(SampleOrder::key))
                .toList();
        Set<Integer> usedSamples = new HashSet<>();
        Set<Integer> usedOrders = new HashSet<>();
        for (Pair pair : pairs(samples, sent)) {
            if (!usedSamples.contains(pair.sample) && !usedOrders.contains(pair.order)) {
                usedSamples.add(pair.sample);
                usedOrders.add(pair.order);
                samples.set(pair.sample, filled(samples.get(pair.sample), sent.get(pair.order)));
            }
        }
        for (int order = 0; order < sent.size(); order++) {
            if (!usedOrders.contains(order)) {
                samples.add(sent.get(order).sample());
            }
        }
        return samples.stream().sorted(BY_DAY).toList();
    }

    /** What may be the same, the nearest first. */
    private static List<Pair> pairs(List<Sample> samples, List<SampleOrder> orders) {
        List<Pair> pairs = new ArrayList<>();
        for (int sample = 0; sample < samples.size(); sample++) {
            for (int order = 0; order < orders.size(); order++) {
                long apart = daysApart(samples.get(sample), orders.get(order));
                if (apart <= MOST_DAYS_APART) {
                    pairs.add(new Pair(apart, sample, order));
                }
            }
        }
        pairs.sort(Comparator.comparingLong(Pair::apart)
                .thenComparingInt(Pair::sample)
                .thenComparingInt(Pair::order));
        return pairs;
    }

    private static long daysApart(Sample listed, SampleOrder order) {
        if (!listed.creator().equals(order.creator()) || !listed.product().equals(order.product())) {
            return Long.MAX_VALUE;
        }
        OptionalLong nearest = Stream.of(
                        daysApart(listed.approvedOn(), order.createdOn()),
                        daysApart(listed.shippedOn(), order.shippedOn()),
                        daysApart(listed.deliveredOn(), order.deliveredOn()))
                .flatMapToLong(OptionalLong::stream)
                .min();
        return nearest.orElseGet(() -> daysBetween(listed, order.sample()));
    }

    private static OptionalLong daysApart(@Nullable LocalDate left, @Nullable LocalDate right) {
        return left == null || right == null
                ? OptionalLong.empty()
                : OptionalLong.of(Math.abs(ChronoUnit.DAYS.between(left, right)));
    }

    /** A listed sample without any date may be any of its creator's, so it takes what no dated one wants. */
    private static long daysBetween(Sample listed, Sample order) {
        Optional<LocalDate> from = listed.firstDay();
        Optional<LocalDate> to = listed.lastDay();
        if (from.isEmpty() || to.isEmpty()) {
            return MOST_DAYS_APART;
        }
        long before = ChronoUnit.DAYS.between(to.get(), order.firstDay().orElseThrow());
        long after = ChronoUnit.DAYS.between(order.lastDay().orElseThrow(), from.get());
        return Math.max(0, Math.max(before, after));
    }

    private static Sample filled(Sample listed, SampleOrder order) {
        return new Sample(
                listed.creator(),
                listed.product(),
                listed.requestedOn(),
                Objects.requireNonNullElse(listed.approvedOn(), order.createdOn()),
                listed.shippedOn() == null ? order.shippedOn() : listed.shippedOn(),
                listed.deliveredOn() == null ? order.deliveredOn() : listed.deliveredOn(),
                listed.cost());
    }

    private record Pair(long apart, int sample, int order) {}
}
