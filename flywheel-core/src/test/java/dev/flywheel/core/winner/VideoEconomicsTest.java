package dev.flywheel.core.winner;

import static dev.flywheel.core.Portfolio.AS_OF;
import static dev.flywheel.core.Portfolio.USD;
import static dev.flywheel.core.Portfolio.ZONE;
import static dev.flywheel.core.Portfolio.usd;
import static dev.flywheel.core.Portfolio.video;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.Portfolio;
import dev.flywheel.core.content.Video;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.Funnel.Amount;
import dev.flywheel.core.performance.Funnel.Count;
import dev.flywheel.core.performance.Observation;
import dev.flywheel.core.performance.PerformanceBook;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.performance.Subject;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.performance.VideoHistories;
import dev.flywheel.core.performance.VideoHistory;
import dev.flywheel.core.program.Program;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VideoEconomicsTest {

    private static final double PRICE = 30;

    private final Program program = new Portfolio().program();
    private final PerformanceBook.Builder book = PerformanceBook.builder();

    private void sold(int video, long orders, Funnel.Builder funnel) {
        book.record(new Observation(
                new Subject.OfVideo(video(video), null),
                Period.of(AS_OF.minusDays(60)),
                Traffic.ORGANIC,
                funnel.count(Count.CLICKS, 1_000).count(Count.ORDERS, orders).build(),
                Source.FUNNEL_DAILY,
                Instant.EPOCH));
    }

    private static Funnel.Builder gmv(String amount) {
        return Funnel.builder(USD).amount(Amount.GMV, usd(amount));
    }

    private OrderEconomics of(int video) {
        Map<VideoId, VideoHistory> histories = VideoHistories.of(book.build(), List.of(), Map.of(), USD, ZONE);
        return new VideoEconomics(program, Map.of(), histories, AS_OF)
                .of(Video.builder(video(video)).build(), Optional.ofNullable(histories.get(video(video))));
    }

    @Test
    void an_order_whose_value_nobody_reports_is_worth_about_the_price() {
        sold(1, 400, Funnel.builder(USD));

        assertEquals(Math.log(PRICE), of(1).logValue(), 1e-9);
        assertEquals(0.2, of(1).logValueSd(), 1e-9);
    }

    @Test
    void an_order_of_several_units_is_worth_and_costs_as_many() {
        sold(1, 10, Funnel.builder(USD).count(Count.ITEMS, 20));

        assertEquals(Math.log(2 * PRICE), of(1).logValue(), 1e-9);
        assertEquals(2 * 7 + 4, of(1).costPerOrder(), 1e-9);
    }

    @Test
    void many_orders_show_a_videos_own_value() {
        sold(1, 400, gmv("18000.00"));

        assertEquals(Math.log(45), of(1).logValue(), 0.02);
        assertTrue(of(1).logValueSd() < 0.03);
    }

    @Test
    void a_video_without_orders_is_taken_to_sell_at_the_discount_that_others_give() {
        for (int i = 1; i <= 12; i++) {
            sold(i, 200, gmv("4800.00"));
        }

        assertEquals(Math.log(24), of(99).logValue(), 0.02);
        assertTrue(of(99).logValueSd() < 0.1, "twelve videos agree, so the thirteenth is little in doubt");
    }
}
