package dev.flywheel.core.roster;

import static dev.flywheel.core.TestEvidence.ANNA;
import static dev.flywheel.core.TestEvidence.SERUM;
import static dev.flywheel.core.TestEvidence.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SampleTest {

    private static Sample sample(LocalDate requested, LocalDate approved, LocalDate shipped, LocalDate delivered) {
        return new Sample(ANNA, SERUM, requested, approved, shipped, delivered, null);
    }

    @Test
    void starts_on_the_earliest_day_anything_is_known_of() {
        assertEquals(Optional.of(day(1)), sample(day(1), day(2), day(3), day(4)).firstDay());
        assertEquals(Optional.of(day(3)), sample(null, null, day(3), day(5)).firstDay());
        assertEquals(Optional.of(day(2)), sample(day(9), day(2), null, day(4)).firstDay());
        assertEquals(Optional.empty(), sample(null, null, null, null).firstDay());
    }

    @Test
    void is_sent_once_approved_shipped_or_delivered() {
        assertFalse(sample(day(1), day(5), null, null).sentBy(day(4)));
        assertTrue(sample(day(1), day(5), null, null).sentBy(day(5)));
        assertTrue(sample(null, null, day(5), null).sentBy(day(5)));
        assertTrue(sample(null, null, null, day(5)).sentBy(day(6)));
        assertFalse(sample(day(1), null, null, null).sentBy(day(30)));
    }

    @Test
    void is_delivered_from_the_day_it_arrived() {
        assertFalse(sample(day(1), day(2), day(3), day(4)).deliveredBy(day(3)));
        assertTrue(sample(day(1), day(2), day(3), day(4)).deliveredBy(day(4)));
        assertFalse(sample(day(1), day(2), day(3), null).deliveredBy(day(30)));
    }

    @Test
    void needs_a_creator_and_a_product() {
        assertEquals(
                "creator",
                assertThrows(NullPointerException.class, () -> new Sample(null, SERUM, null, null, null, null, null))
                        .getMessage());
        assertEquals(
                "product",
                assertThrows(NullPointerException.class, () -> new Sample(ANNA, null, null, null, null, null, null))
                        .getMessage());
    }
}
