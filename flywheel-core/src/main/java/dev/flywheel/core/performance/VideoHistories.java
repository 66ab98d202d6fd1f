package dev.flywheel.core.performance;

import dev.flywheel.core.content.VideoId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Turns a book into one history for each video. */
public final class VideoHistories {

    private VideoHistories() {}

    /**
     * How late the brand's orders and returns are seen.
     *
     * @param orders orders by age of the click
     * @param returns returns by age of the order
     */
    public record Lags(LagCurve orders, LagCurve returns) {

        /** What is usual, until a month of snapshots shows the brand's own. */
        public static final Lags USUAL = new Lags(LagCurve.USUAL_ORDERS, LagCurve.USUAL_RETURNS);
    }

    /**
     * Works out every video's history with the usual lags.
     *
     * @param book everything observed
     * @param coverage days for which a source lists every event
     * @param boostedSince the first day of ads by video, for videos that were boosted
     * @param currency the programme's currency
     * @param zone the zone of its days
     * @return histories by video
     */
    public static Map<VideoId, VideoHistory> of(
            PerformanceBook book,
            Collection<Coverage> coverage,
            Map<VideoId, LocalDate> boostedSince,
            Currency currency,
            ZoneId zone) {
        return of(book, coverage, boostedSince, currency, zone, Lags.USUAL);
    }

    /**
     * Works out every video's history.
     *
     * @param book everything observed
     * @param coverage days for which a source lists every event
     * @param boostedSince the first day of ads by video, for videos that were boosted
     * @param currency the programme's currency
     * @param zone the zone of its days
     * @param lags how late orders and returns are seen
     * @return histories by video
     */
    public static Map<VideoId, VideoHistory> of(
            PerformanceBook book,
            Collection<Coverage> coverage,
            Map<VideoId, LocalDate> boostedSince,
            Currency currency,
            ZoneId zone,
            Lags lags) {
        Map<Source, Set<LocalDate>> covered = new EnumMap<>(Source.class);
        for (Coverage span : coverage) {
            Set<LocalDate> days = covered.computeIfAbsent(span.source(), any -> new HashSet<>());
            span.period().dates().forEach(days::add);
        }
        Map<VideoId, VideoHistory> histories = new TreeMap<>();
        for (VideoId video : book.videos()) {
            histories.put(
                    video,
                    new HistoryOfVideo(book, video, currency, zone, covered, boostedSince.get(video), lags).read());
        }
        return Collections.unmodifiableMap(histories);
    }
}
