package dev.flywheel.core.performance;

import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.performance.Funnel.Amount;
import dev.flywheel.core.performance.Funnel.Count;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
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
import java.util.stream.Stream;
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
    final List<BlendedDay> blendedDays = new ArrayList<>();
    final VideoHistories.Lags lags;
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
    private LocalDate advertisedSince = LocalDate.MAX;

    HistoryOfVideo(
            PerformanceBook book,
            VideoId video,
            Currency currency,
            ZoneId zone,
            Map<Source, Set<LocalDate>> covered,
            @Nullable LocalDate boostedSince,
            VideoHistories.Lags lags) {
        this.book = book;
        this.video = video;
        this.currency = currency;
        this.zone = zone;
        this.covered = covered;
        this.boostedSince = boostedSince;
        this.lags = lags;
    }

    VideoHistory read() {
        FunnelTotals totals = new FunnelTotals(currency);
        List<Observation> organicRows = observations(Source.FUNNEL_DAILY, Traffic.ORGANIC);
        List<Observation> paidRows = observations(Source.FUNNEL_DAILY, Traffic.PAID);
        List<Observation> blendedRows = observations(Source.FUNNEL_DAILY, Traffic.BLENDED);
        Funnel seen;
        if (organicRows.isEmpty() && paidRows.isEmpty() && blendedRows.isEmpty()) {
            joinNativeReports();
            seen = totals.of(observations(Source.VIDEO_PERFORMANCE, Traffic.BLENDED))
                    .orElse(totals.ofLines(book.orderLines(video)))
                    .orElse(totals.of(ads(), Amount.SPEND));
        } else {
            booking = Source.Booking.CLICK_DAY;
            readDailyFunnel(organicRows, paidRows, blendedRows);
            seen = totals.of(paidRows, Amount.SPEND).orElse(totals.of(once(organicRows, paidRows, blendedRows)));
        }
        return new VideoHistory(video, seen, this);
    }

    /** Blended rows count paid and organic ones again, so on one day either they or their parts are added up. */
    private static List<Observation> once(
            List<Observation> organicRows, List<Observation> paidRows, List<Observation> blendedRows) {
        List<Observation> once = new ArrayList<>(blendedRows);
        once.addAll(without(organicRows, blendedRows));
        once.addAll(without(paidRows, blendedRows));
        return once;
    }

    private static List<Observation> without(List<Observation> rows, List<Observation> counted) {
        return rows.stream()
                .filter(row ->
                        counted.stream().noneMatch(other -> other.period().overlaps(row.period())))
                .toList();
    }

    private void readDailyFunnel(
            List<Observation> organicRows, List<Observation> paidRows, List<Observation> blendedRows) {
        Days organicDays = days(organicRows);
        Days paidDays = days(paidRows);
        Days inseparable = days(without(blendedRows, organicRows));
        exposureIsViews = !organicDays.knowsClicks() && !inseparable.knowsClicks();
        addRateDays(organicDays, organic);
        addRateDays(paidDays, paid);
        addRateDays(inseparable, blended);
        if (!exposureIsViews) {
            blended.forEach(day -> addBlendedDay(
                    day.day(),
                    day.exposure() - paidDays.clicks.getOrDefault(day.day(), UNKNOWN),
                    paidDays.clicks.getOrDefault(day.day(), UNKNOWN),
                    day.orders()));
        }
        pairClicksWithViews(organicDays);
        pairClicksWithViews(inseparable);
        spending.addAll(paidRows.stream()
                .filter(observation -> observation.funnel().get(Amount.SPEND).isPresent())
                .toList());
        List<Observation> once = once(organicRows, paidRows, blendedRows);
        for (Traffic traffic : Traffic.values()) {
            days(once.stream().filter(row -> row.traffic() == traffic).toList())
                    .views
                    .forEach(this::addViews);
        }
    }

    private void pairClicksWithViews(Days days) {
        clicksOfSeenViews += days.clicksOfViews;
        viewsOfSeenClicks += days.viewsOfClicks;
    }

    private void addRateDays(Days days, List<RateDay> target) {
        Map<LocalDate, Double> exposures = exposureIsViews ? days.views : days.clicks;
        exposures.forEach((day, exposure) -> addRateDay(target, day, exposure, days.orders.getOrDefault(day, UNKNOWN)));
    }

    private void joinNativeReports() {
        Days shop = days(observations(Source.VIDEO_PERFORMANCE, Traffic.BLENDED));
        List<Observation> ads = ads();
        Days adDays = days(ads);
        LineDays lines = lineDays(shop);
        advertisedSince = Stream.of(
                        Optional.ofNullable(boostedSince),
                        adDays.clicks.entrySet().stream()
                                .filter(entry -> entry.getValue() > 0)
                                .map(Map.Entry::getKey)
                                .findFirst(),
                        lines.paid.keySet().stream().findFirst())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MAX);
        spending.addAll(ads.stream()
                .filter(observation -> observation.funnel().get(Amount.SPEND).isPresent())
                .toList());
        shop.views.forEach(this::addViews);
        pairClicksWithViews(shop);
        exposureIsViews = !shop.knowsClicks();
        Set<LocalDate> all = new TreeSet<>(shop.orders.keySet());
        all.addAll(shop.clicks.keySet());
        all.addAll(shop.views.keySet());
        all.addAll(adDays.clicks.keySet());
        all.addAll(lines.paid.keySet());
        for (LocalDate day : all) {
            joinDay(day, shop, adDays, lines);
        }
    }

    /** GMV Max lists posts and is believed; Ads Manager stands in where it says nothing of the video. */
    private List<Observation> ads() {
        List<Observation> gmvMax = observations(Source.GMV_MAX_CREATIVE, Traffic.PAID);
        List<Observation> ads = new ArrayList<>(gmvMax);
        ads.addAll(without(observations(Source.ADS_MANAGER, Traffic.PAID), gmvMax));
        return ads;
    }

    private void joinDay(LocalDate day, Days shop, Days ads, LineDays lines) {
        double paidClicks = paidClicks(day, ads);
        double shopExposure = (exposureIsViews ? shop.views : shop.clicks).getOrDefault(day, UNKNOWN);
        double shopOrders = shop.orders.getOrDefault(day, UNKNOWN);
        boolean linesKnow = lines.usable && isCovered(Source.AFFILIATE_ORDERS, day) && !lines.unclear.contains(day);
        if (linesKnow && !Double.isNaN(paidClicks)) {
            double organicExposure = exposureIsViews ? shopExposure : organicClicks(day, shop, ads);
            addRateDay(organic, day, organicExposure, lines.organic.getOrDefault(day, 0.0));
            double paidOrders = lines.paid.getOrDefault(day, 0.0);
            if (paidClicks > 0 || paidOrders > 0 || !day.isBefore(advertisedSince)) {
                addRateDay(paid, day, paidClicks, paidOrders);
            }
        } else if (paidClicks == 0) {
            addRateDay(organic, day, shopExposure, shopOrders);
        } else {
            addRateDay(blended, day, shopExposure, shopOrders);
            if (!exposureIsViews) {
                addBlendedDay(day, organicClicks(day, shop, ads), paidClicks, shopOrders);
            }
        }
    }

    private void addBlendedDay(LocalDate day, double organicClicks, double paidClicks, double orders) {
        if (!Double.isNaN(organicClicks + paidClicks + orders)) {
            blendedDays.add(new BlendedDay(day, Math.max(0, organicClicks), paidClicks, orders));
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
        double paidClicks =
                period.dates().mapToDouble(each -> paidClicks(each, ads)).sum();
        double perDay = shop.clicks.getOrDefault(day, UNKNOWN) - paidClicks / period.days();
        return Double.isNaN(perDay) ? UNKNOWN : Math.max(0, perDay);
    }

    /** Zero before any sign of ads; afterwards unknown where no ad report covers the day. */
    private double paidClicks(LocalDate day, Days ads) {
        Double reported = ads.clicks.get(day);
        if (reported != null) {
            return reported;
        }
        return !day.isBefore(advertisedSince) && !isCovered(Source.GMV_MAX_CREATIVE, day) ? UNKNOWN : 0;
    }

    private boolean isCovered(Source source, LocalDate day) {
        return covered.getOrDefault(source, Set.of()).contains(day);
    }

    private LineDays lineDays(Days shop) {
        LineDays days = new LineDays();
        Map<String, OrderLine> orders = new TreeMap<>();
        book.orderLines(video).stream()
                .filter(OrderLine::isSale)
                .forEach(line -> orders.merge(line.orderId(), line, HistoryOfVideo::tellsMore));
        for (OrderLine line : orders.values()) {
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
                .filter(counted -> !Double.isNaN(counted))
                .sum();
        // A shop that counts orders for a video which no order line names: the lines do not carry this video.
        days.usable = !orders.isEmpty() || shopOrders < 0.5;
        return days;
    }

    /** One Shop Ads commission makes an order paid; one line that does not say leaves an order without it unclear. */
    private static OrderLine tellsMore(OrderLine left, OrderLine right) {
        List<Traffic> mostTelling = List.of(Traffic.PAID, Traffic.BLENDED, Traffic.ORGANIC);
        return mostTelling.indexOf(left.traffic()) <= mostTelling.indexOf(right.traffic()) ? left : right;
    }

    private List<Observation> observations(Source source, Traffic... traffics) {
        List<Observation> found = new ArrayList<>();
        for (Traffic traffic : traffics) {
            found.addAll(book.disjoint(video, source, traffic));
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
            if (clicks >= 0 && views > 0) {
                days.clicksOfViews += clicks;
                days.viewsOfClicks += views;
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

    private static double value(OptionalLong count) {
        return count.isPresent() ? count.getAsLong() : UNKNOWN;
    }

    private static final class Days {
        final TreeMap<LocalDate, Period> periods = new TreeMap<>();
        final TreeMap<LocalDate, Double> clicks = new TreeMap<>();
        final TreeMap<LocalDate, Double> orders = new TreeMap<>();
        final TreeMap<LocalDate, Double> views = new TreeMap<>();

        double clicksOfViews;
        double viewsOfClicks;

        boolean knowsClicks() {
            return clicks.values().stream().anyMatch(value -> !value.isNaN());
        }
    }

    private static final class LineDays {
        final Map<LocalDate, Double> organic = new TreeMap<>();
        final TreeMap<LocalDate, Double> paid = new TreeMap<>();
        final Set<LocalDate> unclear = new HashSet<>();
        boolean usable;
    }
}
