package dev.flywheel.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

    record Leaf(double number, String text) {}

    record Tree(List<Leaf> leaves, Optional<Leaf> perhaps) {}

    @Test
    void finds_a_number_that_is_none_wherever_it_hangs() {
        Tree tree =
                new Tree(List.of(new Leaf(1, "fine"), new Leaf(Double.NaN, "")), Optional.of(new Leaf(1 / 0.0, "")));

        assertEquals(List.of(".leaves[1].number = NaN", ".perhaps.number = Infinity"), Faults.in(tree));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"costs 1.0E-4 each", "left null", "left -0.00 a day", "is -0.", "chance NaN%", "two  blanks"})
    void finds_a_sentence_that_nobody_can_read(String sentence) {
        assertEquals(List.of(".text = \"" + sentence + "\""), Faults.in(new Leaf(1, sentence)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"left -0.0123 [-3.40, 2,000]", "2026-11-16..2026-11-17", "annul 10-0", "7.2 E", "video-01"})
    void leaves_readable_sentences_alone(String sentence) {
        assertEquals(List.of(), Faults.in(new Leaf(1, sentence)));
    }

    @Test
    void notices_when_it_reaches_nothing() {
        assertEquals(List.of("no number was found at all: the walk does not reach them"), Faults.in(List.of("text")));
    }
}
