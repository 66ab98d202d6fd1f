package dev.flywheel.core.cycle;

import dev.flywheel.core.adtest.AdTestStart;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.Finding.Kind;
import dev.flywheel.core.performance.PerformanceBook;
import dev.flywheel.core.performance.RateDay;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.performance.VideoHistory;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is doubtful about the data of videos whose boosts are under test. */
final class TestedData {

    private TestedData() {}

    static List<Finding> findings(
            List<AdTestStart> adTests, PerformanceBook book, Map<VideoId, VideoHistory> histories, ZoneId zone) {
        Map<VideoId, AdTestStart> latest = new TreeMap<>();
        adTests.forEach(test -> latest.merge(
                test.video(), test, (old, young) -> young.startedOn().isAfter(old.startedOn()) ? young : old));
        List<Finding> findings = new ArrayList<>();
        latest.values().forEach(test -> {
            new Offers(book.orderLines(test.video()), zone)
                    .changedAfter(test.startedOn())
                    .ifPresent(change -> findings.add(new Finding(
                            Kind.OFFER_CHANGED,
                            "video " + test.video(),
                            change.why() + " around " + change.day() + ", while its boost was under test",
                            "Nothing to do: the test began anew that day. Start a boost after a change, not before.")));
            VideoHistory history = histories.get(test.video());
            if (history != null) {
                ordersAboveClicks(test, history, findings);
            }
        });
        return findings;
    }

    private static void ordersAboveClicks(AdTestStart test, VideoHistory history, List<Finding> findings) {
        List<RateDay> since = history.rateDays(Traffic.PAID).stream()
                .filter(day -> !day.day().isBefore(test.startedOn()))
                .toList();
        double orders = since.stream().mapToDouble(RateDay::orders).sum();
        double clicks = since.stream().mapToDouble(RateDay::exposure).sum();
        if (orders > clicks) {
            findings.add(new Finding(
                    Kind.ORDERS_ABOVE_CLICKS,
                    "video " + test.video(),
                    Math.round(orders) + " paid orders on " + Math.round(clicks) + " paid clicks since "
                            + test.startedOn(),
                    "Report orders after a click only, without those after a mere view, or add the missing clicks."));
        }
    }
}
