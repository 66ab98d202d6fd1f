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
import dev.flywheel.core.program.Product;
import dev.flywheel.core.program.ProductId;
import dev.flywheel.core.program.Program;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class VideoEconomicsTest {

    private static final double PRICE = 30;

    private static final ProductId CREAM = new ProductId("1729000000000000002");

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
        return of(program, Map.of(), video);
    }

    private OrderEconomics of(Program brand, Map<VideoId, Video> videos, int video) {
        Map<VideoId, VideoHistory> histories = VideoHistories.of(book.build(), List.of(), Map.of(), USD, ZONE);
        return new VideoEconomics(brand, videos, histories, AS_OF)
                .of(
                        videos.getOrDefault(
                                video(video), Video.builder(video(video)).build()),
                        Optional.ofNullable(histories.get(video(video))));
    }

    /** Videos 1 to 12 show a serum, 21 to 32 a cream; 13 and 33 show them too, but were hardly seen. */
    private Map<VideoId, Video> serumAndCream(LongFunction<Funnel.Builder> serum, LongFunction<Funnel.Builder> cream) {
        Map<VideoId, Video> videos = new TreeMap<>();
        for (int i = 1; i <= 13; i++) {
            videos.put(video(i), shows(i, Portfolio.SERUM));
            videos.put(video(20 + i), shows(20 + i, CREAM));
            if (i < 13) {
                sold(i, 200, serum.apply(i));
                sold(20 + i, 200, cream.apply(i));
            }
        }
        return videos;
    }

    private static Video shows(int number, ProductId... products) {
        return Video.builder(video(number)).products(List.of(products)).build();
    }

    private static Program twoProducts() {
        return Program.builder("Northpeak", USD, ZONE)
                .dailyAdCap(usd("1500"))
                .products(List.of(
                        new Product(Portfolio.SERUM, "Serum", Portfolio.economics()),
                        new Product(CREAM, "Cream", Portfolio.economics())))
                .build();
    }

    private static double returnRate(OrderEconomics economics) {
        return economics.returns() / (economics.returns() + economics.keeps());
    }

    private static Funnel.Builder returned(long items) {
        return Funnel.builder(USD).count(Count.ITEMS, 200).count(Count.REFUNDED_ITEMS, items);
    }

    @Test
    void a_video_that_was_hardly_seen_is_expected_to_have_the_returns_of_its_product() {
        Map<VideoId, Video> videos = serumAndCream(i -> returned(10), i -> returned(50));
        videos.put(video(99), shows(99, Portfolio.SERUM, CREAM));

        assertEquals(0.05, returnRate(of(twoProducts(), videos, 13)), 0.01);
        assertEquals(0.25, returnRate(of(twoProducts(), videos, 33)), 0.02);
        assertEquals(0.15, returnRate(of(twoProducts(), videos, 99)), 0.02);
    }

    @Test
    void a_videos_own_returns_count_beside_those_of_its_product() {
        Map<VideoId, Video> videos = serumAndCream(i -> returned(i % 2 == 0 ? 2 : 38), i -> returned(20));

        double few = returnRate(of(twoProducts(), videos, 2));
        double many = returnRate(of(twoProducts(), videos, 3));

        assertTrue(few < 0.04 && many > 0.13, few + " " + many);
        assertEquals(0.1, returnRate(of(twoProducts(), videos, 13)), 0.02, "nothing is known but its product");
    }

    @Test
    void a_product_that_is_sold_at_a_discount_is_expected_to_go_on_so() {
        Map<VideoId, Video> videos = serumAndCream(i -> gmv("6000.00"), i -> gmv("3600.00"));

        assertEquals(Math.log(30), of(twoProducts(), videos, 13).logValue(), 0.02);
        assertEquals(Math.log(18), of(twoProducts(), videos, 33).logValue(), 0.02);
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
