package dev.flywheel.core.roster;

import static dev.flywheel.core.TestEvidence.ANNA;
import static dev.flywheel.core.TestEvidence.BEN;
import static dev.flywheel.core.TestEvidence.CREAM;
import static dev.flywheel.core.TestEvidence.EXPORTED;
import static dev.flywheel.core.TestEvidence.SERUM;
import static dev.flywheel.core.TestEvidence.day;
import static dev.flywheel.core.TestEvidence.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.flywheel.core.program.ProductId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamplesTest {

    private static Sample listed(@Nullable Integer approved, @Nullable Integer shipped, @Nullable Integer delivered) {
        return new Sample(ANNA, SERUM, null, on(approved), on(shipped), on(delivered), usd("11.00"));
    }

    private static SampleOrder order(String id, int created, @Nullable Integer shipped, @Nullable Integer delivered) {
        return order(id, ANNA, SERUM, created, shipped, delivered, false);
    }

    private static SampleOrder order(
            String id,
            CreatorId creator,
            ProductId product,
            int created,
            @Nullable Integer shipped,
            @Nullable Integer delivered,
            boolean cancelled) {
        return new SampleOrder(id, creator, product, day(created), on(shipped), on(delivered), cancelled, EXPORTED);
    }

    private static @Nullable LocalDate on(@Nullable Integer day) {
        return day == null ? null : day(day);
    }

    @Test
    void counts_a_sample_of_both_lists_once_and_fills_what_the_brand_left_open() {
        assertEquals(
                List.of(listed(2, 3, 7)), Samples.merge(List.of(listed(2, 3, null)), List.of(order("o1", 1, 4, 7))));
    }

    @Test
    void takes_a_free_order_that_the_brand_did_not_list() {
        assertEquals(
                List.of(new Sample(BEN, SERUM, null, day(1), day(4), null, null)),
                Samples.merge(List.of(), List.of(order("o1", BEN, SERUM, 1, 4, null, false))));
    }

    @Test
    void counts_a_second_unit_of_the_same_days_as_a_second_sample() {
        List<Sample> samples = Samples.merge(
                List.of(listed(2, null, null)), List.of(order("o1", 1, 4, null), order("o2", 2, 5, null)));

        assertEquals(List.of(new Sample(ANNA, SERUM, null, day(1), day(4), null, null), listed(2, 5, null)), samples);
    }

    @Test
    void brings_the_nearest_together_first() {
        assertEquals(
                List.of(listed(1, 2, 4), listed(12, 13, 15)),
                Samples.merge(
                        List.of(listed(1, null, null), listed(12, null, null)),
                        List.of(order("o2", 11, 13, 15), order("o1", 2, 2, 4))));
    }

    @ParameterizedTest
    @CsvSource({"1, 15, 1", "1, 16, 2", "16, 1, 2", "15, 1, 1"})
    void holds_samples_apart_that_lie_more_than_two_weeks_apart(int approved, int created, int samples) {
        assertEquals(
                samples,
                Samples.merge(List.of(listed(approved, null, null)), List.of(order("o1", created, null, null)))
                        .size());
    }

    @ParameterizedTest
    @CsvSource({"1, 15, 1", "1, 16, 2", "20, 6, 1", "21, 6, 2", "9, 6, 1"})
    void compares_what_lies_between_where_no_step_is_known_to_both(int delivered, int created, int samples) {
        assertEquals(
                samples,
                Samples.merge(List.of(listed(null, null, delivered)), List.of(order("o1", created, null, null)))
                        .size());
    }

    @Test
    void an_undated_sample_takes_the_order_that_no_dated_one_wants() {
        Sample undated = new Sample(ANNA, SERUM, null, null, null, null, null);

        assertEquals(
                List.of(listed(2, 3, null), new Sample(ANNA, SERUM, null, day(9), null, null, null)),
                Samples.merge(
                        List.of(undated, listed(2, null, null)),
                        List.of(order("o1", 2, 3, null), order("o2", 9, null, null))));
        assertEquals(List.of(undated), Samples.merge(List.of(undated, undated), List.of()));
    }

    @Test
    void tells_creators_and_products_apart_and_sends_nothing_that_was_cancelled() {
        assertEquals(
                3,
                Samples.merge(
                                List.of(listed(2, null, null)),
                                List.of(
                                        order("o1", BEN, SERUM, 2, null, null, false),
                                        order("o2", ANNA, CREAM, 2, null, null, false),
                                        order("o3", ANNA, SERUM, 2, null, null, true)))
                        .size());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void gives_the_same_in_any_order(long seed) {
        List<Sample> listed = new ArrayList<>(
                List.of(listed(1, null, null), listed(3, null, null), listed(null, 5, 9), listed(3, null, null)));
        List<SampleOrder> orders = new ArrayList<>(List.of(
                order("o1", 2, 4, null), order("o2", 2, 5, 8), order("o3", 8, null, null), order("o4", 30, 31, 33)));
        List<Sample> once = Samples.merge(listed, orders);
        Collections.shuffle(listed, new Random(seed));
        Collections.shuffle(orders, new Random(seed));

        assertEquals(once, Samples.merge(listed, orders));
        assertEquals(4, once.size());
    }

    @Test
    void order_needs_an_id() {
        assertEquals(
                "orderId must not be blank",
                assertThrows(IllegalArgumentException.class, () -> order(" ", 1, null, null))
                        .getMessage());
        assertEquals("o1\n" + SERUM, order("o1", 1, null, null).key());
    }
}
