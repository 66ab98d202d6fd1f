package dev.flywheel.core.performance;

import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.money.Money;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What is known of one video, day by day, with organic and paid traffic apart where they can be told apart. Immutable
 * and thread-safe; {@link VideoHistories} makes it.
 */
public final class VideoHistory {

    private final VideoId video;
    private final Funnel seen;
    private final Map<Traffic, List<RateDay>> rateDays;
    private final List<BlendedDay> blendedDays;
    private final TreeMap<LocalDate, Double> viewsByDay;
    private final List<Observation> spending;
    private final boolean spread;
    private final boolean exposureIsViews;
    private final Source.Booking booking;
    private final LagCurve orderLag;
    private final LagCurve returnLag;
    private final double clicksOfSeenViews;
    private final double viewsOfSeenClicks;

    VideoHistory(VideoId video, Funnel seen, HistoryOfVideo from) {
        this.video = Objects.requireNonNull(video, "video");
        this.seen = Objects.requireNonNull(seen, "seen");
        rateDays = new EnumMap<>(Traffic.class);
        rateDays.put(Traffic.ORGANIC, List.copyOf(from.organic));
        rateDays.put(Traffic.PAID, List.copyOf(from.paid));
        rateDays.put(Traffic.BLENDED, List.copyOf(from.blended));
        blendedDays = List.copyOf(from.blendedDays);
        orderLag = from.lags.orders();
        returnLag = from.lags.returns();
        viewsByDay = new TreeMap<>(from.viewsByDay);
        spending = List.copyOf(from.spending);
        spread = from.spread;
        exposureIsViews = from.exposureIsViews;
        booking = from.booking;
        clicksOfSeenViews = from.clicksOfSeenViews;
        viewsOfSeenClicks = from.viewsOfSeenClicks;
    }

    /** {@return the video} */
    public VideoId video() {
        return video;
    }

    /** {@return totals over all traffic and time; a total adds what is known, and is unknown if nothing is} */
    public Funnel seen() {
        return seen;
    }

    /**
     * The days on which a conversion rate can be formed.
     *
     * @param traffic which traffic; BLENDED holds only what could not be told apart
     * @return the days, in order
     */
    public List<RateDay> rateDays(Traffic traffic) {
        return Objects.requireNonNull(rateDays.get(traffic));
    }

    /** {@return blended days of which the paid clicks are known, in order} */
    public List<BlendedDay> blendedDays() {
        return blendedDays;
    }

    /** {@return how late its orders are seen, by age of the click} */
    public LagCurve orderLag() {
        return orderLag;
    }

    /** {@return how late its returns are seen, by age of the order} */
    public LagCurve returnLag() {
        return returnLag;
    }

    /** {@return whether a longer period had to be spread evenly over its days} */
    public boolean spread() {
        return spread;
    }

    /** {@return whether rates are per view, because no source knows clicks} */
    public boolean exposureIsViews() {
        return exposureIsViews;
    }

    /** {@return the day on which its orders are booked} */
    public Source.Booking booking() {
        return booking;
    }

    /** {@return clicks on those reports that know both views and clicks} */
    public double clicksOfSeenViews() {
        return clicksOfSeenViews;
    }

    /** {@return views on those reports that know both views and clicks} */
    public double viewsOfSeenClicks() {
        return viewsOfSeenClicks;
    }

    /**
     * Views up to a day.
     *
     * @param day the last day to count
     * @return views, as far as known
     */
    public double viewsThrough(LocalDate day) {
        return viewsByDay.headMap(day, true).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    /**
     * Ad money spent on a video from a day on. A report that straddles the day counts in proportion to its days.
     *
     * @param day the first day to count
     * @return the spend; zero when no report knows any
     */
    public Money spendSince(LocalDate day) {
        Money sum = Money.zero(seen.currency());
        for (Observation observation : spending) {
            Money spend = observation.funnel().get(Funnel.Amount.SPEND).orElse(Money.zero(seen.currency()));
            Period period = observation.period();
            if (!period.firstDay().isBefore(day)) {
                sum = sum.plus(spend);
            } else if (!period.lastDay().isBefore(day)) {
                long days = new Period(day, period.lastDay()).days();
                sum = sum.plus(Money.rounded(spend.asDouble() * days / period.days(), seen.currency()));
            }
        }
        return sum;
    }

    /** {@return days of ads of which a report of that day alone knows spend and clicks, in order} */
    public List<SpendDay> spendDays() {
        Map<LocalDate, SpendDay> days = new TreeMap<>();
        for (Observation observation : spending) {
            OptionalLong clicks = observation.funnel().get(Funnel.Count.CLICKS);
            Optional<Money> spend = observation.funnel().get(Funnel.Amount.SPEND);
            Period period = observation.period();
            if (period.days() == 1 && clicks.isPresent() && spend.isPresent()) {
                days.merge(
                        period.firstDay(),
                        new SpendDay(period.firstDay(), spend.get(), clicks.getAsLong()),
                        SpendDay::plus);
            }
        }
        return List.copyOf(days.values());
    }

    /** {@return whether any report knows what ads cost} */
    public boolean knowsSpend() {
        return !spending.isEmpty();
    }
}
