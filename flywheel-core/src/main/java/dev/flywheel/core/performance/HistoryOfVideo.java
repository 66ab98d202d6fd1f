package dev.flywheel.core.performance;

import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.performance.Funnel.Amount;
import dev.flywheel.core.performance.Funnel.Count;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Works out one video's history. A daily funnel is believed where there is one; otherwise shop video reports, GMV Max
 * reports and affiliate order lines are joined day by day. Inside this class an unknown number is NaN; none leaves it.
 */
final class HistoryOfVideo {

    private static final double UNKNOWN = Double.NaN;

    final List<RateDay> organic = new ArrayList<>();
    final List<RateDay> paid = new ArrayList<>();
    final List<RateDay> blended = new ArrayList<>();
    final TreeMap<LocalDate, Double> viewsByDay = new TreeMap<>();
    final List<Observation> spending = new ArrayList<>();
    boolean spread;
    boolean exposureIsViews;
    Source.Booking booking = Source.Booking.ORDER_DAY;
    double clicksOfSeenViews;
    double viewsOfSeenClicks;

    private final PerformanceBook book;
    private final VideoId video;
    private final Currency currency;
    private final ZoneId zone;
    private final Map<Source, Set<LocalDate>> covered;
    private final @Nullable LocalDate boostedSince;

    HistoryOfVideo(
            PerformanceBook book,
            VideoId video,
            Currency currency,
            ZoneId zone,
            Map<Source, Set<LocalDate>> covered,
            @Nullable LocalDate boostedSince) {
        this.book = book;
        this.video = video;
        this.currency = currency;
        this.zone = zone;
        this.covered = covered;
        this.boostedSince = boostedSince;
    }

    VideoHistory read() {
        List<Observation> daily = observations(Source.FUNNEL_DAILY, Traffic.values());
        Funnel seen;
        if (daily.isEmpty()) {
            joinNativeReports();
            seen = total(observations(Source.VIDEO_PERFORMANCE, Traffic.BLENDED))
                    .orElse(totalOfLines())
                    .orElse(total(observations(Source.GMV_MAX_CREATIVE, Traffic.PAID), Amount.SPEND));
        } else {
            booking = Source.Booking.CLICK_DAY;
            readDailyFunnel();
            seen = total(daily);
        }
        return new VideoHistory(video, seen, this);
    }

    private void readDailyFunnel() {
        Days organicDays = days(observations(Source.FUNNEL_DAILY, Traffic.ORGANIC));
        Days paidDays = days(observations(Source.FUNNEL_DAILY, Traffic.PAID));
        Days blendedDays = days(observations(Source.FUNNEL_DAILY, Traffic.BLENDED));
        exposureIsViews = !organicDays.knowsClicks() && !blendedDays.knowsClicks();
        addRateDays(organicDays, organic);
        addRateDays(paidDays, paid);
        addRateDays(blendedDays, blended);
        spending.addAll(observations(Source.FUNNEL_DAILY, Traffic.PAID).stream()
                .filter(observation -> observation.funnel().get(Amount.SPEND).isPresent())
                .toList());
        blendedDays.views.forEach(this::addViews);
        organicDays.views.forEach(this::addViews);
        paidDays.views.forEach(this::addViews);
    }

    private void addRateDays(Days days, List<RateDay> target) {
        Map<LocalDate, Double> exposures = exposureIsViews ? days.views : days.clicks;
        exposures.forEach((day, exposure) -> addRateDay(target, day, exposure, days.orders.getOrDefault(day, UNKNOWN)));
    }

    private void joinNativeReports() {
        Days shop = days(observations(Source.VIDEO_PERFORMANCE, Traffic.BLENDED));
        List<Observation> ads = observations(Source.GMV_MAX_CREATIVE, Traffic.PAID);
        Days adDays = days(ads);
        spending.addAll(ads.stream()
                .filter(observation -> observation.funnel().get(Amount.SPEND).isPresent())
                .toList());
        shop.views.forEach(this::addViews);
        exposureIsViews = !shop.knowsClicks();
        LineDays lines = lineDays(shop);
        Set<LocalDate> all = new TreeSet<>(shop.orders.keySet());
        all.addAll(shop.clicks.keySet());
        all.addAll(shop.views.keySet());
        all.addAll(adDays.clicks.keySet());
        for (LocalDate day : all) {
            joinDay(day, shop, adDays, lines);
        }
    }

    private void joinDay(LocalDate day, Days shop, Days ads, LineDays lines) {
        double paidClicks = paidClicks(day, ads);
        double shopExposure = (exposureIsViews ? shop.views : shop.clicks).getOrDefault(day, UNKNOWN);
        double shopOrders = shop.orders.getOrDefault(day, UNKNOWN);
        boolean linesKnow = lines.usable && isCovered(Source.AFFILIATE_ORDERS, day) && !lines.unclear.contains(day);
        if (linesKnow) {
            double organicExposure = exposureIsViews ? shopExposure : organicClicks(day, shop, ads);
            addRateDay(organic, day, organicExposure, lines.organic.getOrDefault(day, 0.0));
            double paidOrders = lines.paid.getOrDefault(day, 0.0);
            if (paidClicks > 0 || paidOrders > 0) {
                addRateDay(paid, day, paidClicks, paidOrders);
            }
        } else if (paidClicks == 0) {
            addRateDay(organic, day, shopExposure, shopOrders);
        } else {
            addRateDay(blended, day, shopExposure, shopOrders);
        }
    }

    /**
     * What the shop counts less what ads count, over the shop's whole period: a week that was spread evenly over its days
     * must not be set against single days of ads.
     */
    private double organicClicks(LocalDate day, Days shop, Days ads) {
        Period period = shop.periods.get(day);
        if (period == null) {
            return UNKNOWN;
        }
        double paidClicks = period.firstDay()
                .datesUntil(period.lastDay().plusDays(1))
                .mapToDouble(each -> paidClicks(each, ads))
                .sum();
        double perDay = shop.clicks.getOrDefault(day, UNKNOWN) - paidClicks / period.days();
        return Double.isNaN(perDay) ? UNKNOWN : Math.max(0, perDay);
    }

    /** Zero where no ads ran, unknown where a boost ran and no ad report covers the day. */
    private double paidClicks(LocalDate day, Days ads) {
        Double reported = ads.clicks.get(day);
        if (reported != null) {
            return reported;
        }
        boolean boosted = boostedSince != null && !day.isBefore(boostedSince);
        return boosted && !isCovered(Source.GMV_MAX_CREATIVE, day) ? UNKNOWN : 0;
    }

    private boolean isCovered(Source source, LocalDate day) {
        return covered.getOrDefault(source, Set.of()).contains(day);
    }

    private LineDays lineDays(Days shop) {
        LineDays days = new LineDays();
        Set<String> counted = new HashSet<>();
        for (OrderLine line : book.orderLines(video)) {
            if (!line.isSale() || !counted.add(line.orderId())) {
                continue;
            }
            LocalDate day = line.createdAt().atZone(zone).toLocalDate();
            if (line.traffic() == Traffic.BLENDED) {
                days.unclear.add(day);
            } else {
                (line.traffic() == Traffic.PAID ? days.paid : days.organic).merge(day, 1.0, Double::sum);
            }
        }
        double shopOrders = shop.orders.entrySet().stream()
                .filter(entry -> isCovered(Source.AFFILIATE_ORDERS, entry.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .filter(orders -> !Double.isNaN(orders))
                .sum();
        // A shop that counts orders for a video which no order line names: the lines do not carry this video.
        days.usable = !counted.isEmpty() || shopOrders < 0.5;
        return days;
    }

    private List<Observation> observations(Source source, Traffic... traffics) {
        List<Observation> found = new ArrayList<>();
        for (Subject.OfVideo part : book.partsOf(video)) {
            for (Traffic traffic : traffics) {
                found.addAll(book.disjoint(part, source, traffic));
            }
        }
        return found;
    }

    private Days days(List<Observation> observations) {
        Map<Observation, List<Observation>> reports = new LinkedHashMap<>();
        Map<String, Observation> firstParts = new TreeMap<>();
        for (Observation part : observations) {
            Observation first = firstParts.computeIfAbsent(part.traffic() + " " + part.period(), any -> part);
            reports.computeIfAbsent(first, any -> new ArrayList<>()).add(part);
        }
        Days days = new Days();
        reports.forEach((first, parts) -> {
            double clicks = sum(parts, Count.CLICKS);
            double orders = sum(parts, Count.ORDERS);
            double views = viewsOf(parts);
            if (first.traffic() != Traffic.PAID && clicks >= 0 && views > 0) {
                clicksOfSeenViews += clicks;
                viewsOfSeenClicks += views;
            }
            double length = first.period().days();
            spread |= length > 1;
            LocalDate day = first.period().firstDay();
            for (int i = 0; i < length; i++, day = day.plusDays(1)) {
                days.periods.put(day, first.period());
                days.clicks.merge(day, clicks / length, Double::sum);
                days.orders.merge(day, orders / length, Double::sum);
                days.views.merge(day, views / length, Double::sum);
            }
        });
        return days;
    }

    private static double sum(List<Observation> parts, Count what) {
        return parts.stream()
                .mapToDouble(part -> value(part.funnel().get(what)))
                .sum();
    }

    /** Product parts of one video repeat the video's views, so the largest of them is the video's. */
    private static double viewsOf(List<Observation> parts) {
        return parts.stream()
                .map(part -> part.funnel().get(Count.VIEWS))
                .filter(OptionalLong::isPresent)
                .mapToDouble(OptionalLong::getAsLong)
                .max()
                .orElse(UNKNOWN);
    }

    private void addViews(LocalDate day, double views) {
        if (!Double.isNaN(views)) {
            viewsByDay.merge(day, views, Double::sum);
        }
    }

    private static void addRateDay(List<RateDay> target, LocalDate day, double exposure, double orders) {
        if (!Double.isNaN(exposure) && !Double.isNaN(orders)) {
            target.add(new RateDay(day, exposure, orders));
        }
    }

    private Funnel total(List<Observation> observations, Amount... onlyAmounts) {
        Funnel.Builder sum = Funnel.builder(currency);
        if (onlyAmounts.length == 0) {
            for (Count what : Count.values()) {
                total(observations, what).ifPresent(value -> sum.count(what, value));
            }
        }
        for (Amount what : onlyAmounts.length == 0 ? Amount.values() : onlyAmounts) {
            observations.stream()
                    .map(observation -> observation.funnel().get(what))
                    .flatMap(Optional::stream)
                    .reduce((left, right) -> left.plus(right))
                    .ifPresent(value -> sum.amount(what, value));
        }
        return sum.build();
    }

    private static OptionalLong total(List<Observation> observations, Count what) {
        if (what != Count.VIEWS) {
            return observations.stream()
                    .map(observation -> observation.funnel().get(what))
                    .filter(OptionalLong::isPresent)
                    .mapToLong(OptionalLong::getAsLong)
                    .reduce(Math::addExact);
        }
        Map<String, Long> byPeriod = new TreeMap<>();
        for (Observation observation : observations) {
            observation
                    .funnel()
                    .get(what)
                    .ifPresent(value ->
                            byPeriod.merge(observation.traffic() + " " + observation.period(), value, Math::max));
        }
        return byPeriod.values().stream().mapToLong(Long::longValue).reduce(Math::addExact);
    }

    private Funnel totalOfLines() {
        List<OrderLine> sales =
                book.orderLines(video).stream().filter(OrderLine::isSale).toList();
        Funnel.Builder sum = Funnel.builder(currency);
        if (!sales.isEmpty()) {
            sum.count(
                    Count.ORDERS,
                    sales.stream().map(OrderLine::orderId).distinct().count());
            sum.count(Count.ITEMS, sales.stream().mapToLong(OrderLine::quantity).sum());
            sum.count(
                    Count.REFUNDED_ITEMS,
                    sales.stream()
                            .filter(OrderLine::refunded)
                            .mapToLong(OrderLine::quantity)
                            .sum());
            sales.stream()
                    .map(OrderLine::paid)
                    .flatMap(Optional::stream)
                    .reduce((left, right) -> left.plus(right))
                    .ifPresent(gmv -> sum.amount(Amount.GMV, gmv));
            sales.stream()
                    .map(OrderLine::commission)
                    .flatMap(Optional::stream)
                    .reduce((left, right) -> left.plus(right))
                    .ifPresent(commission -> sum.amount(Amount.COMMISSION, commission));
        }
        return sum.build();
    }

    private static double value(OptionalLong count) {
        return count.isPresent() ? count.getAsLong() : UNKNOWN;
    }

    private static final class Days {
        final TreeMap<LocalDate, Period> periods = new TreeMap<>();
        final TreeMap<LocalDate, Double> clicks = new TreeMap<>();
        final TreeMap<LocalDate, Double> orders = new TreeMap<>();
        final TreeMap<LocalDate, Double> views = new TreeMap<>();

        boolean knowsClicks() {
            return clicks.values().stream().anyMatch(value -> !value.isNaN());
        }
    }

    private static final class LineDays {
        final Map<LocalDate, Double> organic = new TreeMap<>();
        final Map<LocalDate, Double> paid = new TreeMap<>();
        final Set<LocalDate> unclear = new HashSet<>();
        boolean usable;
    }
}
