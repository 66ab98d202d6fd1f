package dev.flywheel.core.cycle;

import static dev.flywheel.core.TestEvidence.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.flywheel.core.performance.Estimate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0; 0",
                "-0.0; 0",
                "3; 3",
                "-3; -3",
                "1234567.4; 1,234,567",
                "100.5; 101",
                "12.345; 12.35",
                "-1.5; -1.50",
                "0.0301; 0.0301",
                "-0.5; -0.5000"
            })
    void numbers_read_the_same_in_every_locale(double value, String text) {
        assertEquals(text, Facts.number(value));
    }

    @Test
    void estimates_read_with_their_interval_unless_exact() {
        assertEquals("12.30 [8.10, 17]", Facts.text(new Estimate(12.3, 8.1, 17, 0.8)));
        assertEquals("12.30", Facts.text(Estimate.exactly(12.3)));
        assertEquals("12.5%", Facts.percent(0.125));
    }

    @Test
    void facts_carry_their_name_sentence_and_number() {
        assertEquals(
                new PhaseReport.Fact("videos", "3 videos known", Estimate.exactly(3)),
                Facts.count("videos", "videos known", 3));
        assertEquals(
                new PhaseReport.Fact("gmv", "12.30 USD sold", Estimate.exactly(12.3)),
                Facts.money("gmv", "sold", usd("12.30")));
        assertEquals(
                "rate is 2 [1, 3]",
                Facts.estimate("rate", "rate is", new Estimate(2, 1, 3, 0.8)).text());
        assertEquals(Optional.empty(), Facts.words("note", "Nothing is known.").estimate());
    }
}
