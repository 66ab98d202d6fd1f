package dev.flywheel.core.adtest;

import static dev.flywheel.core.Portfolio.AS_OF;
import static dev.flywheel.core.Portfolio.usd;
import static dev.flywheel.core.Portfolio.video;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.adtest.AdTestReading.Move;
import dev.flywheel.core.performance.Estimate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TestsTogetherTest {

    private static AdTestReading reading(int video, double logEDrop, double logEHold, AdTestVerdict verdict) {
        return new AdTestReading(
                new AdTestStart(video(video), AS_OF.minusDays(9), usd("50"), AdTestStart.Kind.SPARK_AD),
                10,
                null,
                new Arm(100, 100, 3),
                new Arm(1_000, 1_000, 30),
                null,
                logEDrop,
                logEHold,
                0.5,
                Estimate.exactly(0),
                verdict,
                Move.KEEP,
                usd("50"),
                List.of("first"),
                null,
                null);
    }

    private static List<Optional<Boolean>> stand(AdTestReading... readings) {
        return TestsTogether.looked(List.of(readings), 0.1).stream()
                .map(AdTestReading::standsTogether)
                .toList();
    }

    @Test
    void of_several_answers_only_the_strong_ones_stand() {
        // Four tests ask: one answer needs an e-value of 40, two of them 20 each.
        AdTestReading strong = reading(1, Math.log(41), 0, new AdTestVerdict.Dropped());
        AdTestReading weak = reading(2, Math.log(19), 0, new AdTestVerdict.Dropped());
        AdTestReading fair = reading(2, Math.log(21), 0, new AdTestVerdict.Dropped());
        AdTestReading looking = reading(3, 0, 0, new AdTestVerdict.Testing());
        AdTestReading holding = reading(4, 0, Math.log(39), new AdTestVerdict.Holds());

        assertEquals(
                List.of(Optional.of(true), Optional.of(false), Optional.empty(), Optional.of(false)),
                stand(strong, weak, looking, holding));
        assertEquals(
                List.of(Optional.of(true), Optional.of(true), Optional.empty(), Optional.of(false)),
                stand(strong, fair, looking, holding));
    }

    @Test
    void it_is_said_in_words_and_changes_no_verdict() {
        List<AdTestReading> looked = TestsTogether.looked(
                List.of(
                        reading(1, Math.log(41), 0, new AdTestVerdict.Dropped()),
                        reading(2, Math.log(11), 0, new AdTestVerdict.SlippedWithinMargin())),
                0.1);

        assertEquals(
                List.of(
                        "first",
                        "The answer stands together with the other tests: of all that stand, at most 10 % are expected to"
                                + " be wrong (2 tests)."),
                looked.get(0).because());
        assertTrue(looked.get(1).because().get(1).startsWith("Looked at together with the other tests (2),"));
        assertEquals(
                List.of("DROPPED", "SLIPPED_WITHIN_MARGIN"),
                looked.stream().map(reading -> reading.verdict().name()).toList());
    }

    @Test
    void a_test_that_cannot_ask_is_not_counted_and_a_single_one_has_no_others() {
        AdTestReading refused = reading(1, 0, 0, new AdTestVerdict.InsufficientAttribution("clicks"));
        AdTestReading alone = reading(2, Math.log(11), 0, new AdTestVerdict.Dropped());

        assertEquals(List.of(refused, alone), TestsTogether.looked(List.of(refused, alone), 0.1));
        assertEquals(List.of(), TestsTogether.looked(List.of(), 0.1));
        assertTrue(Stream.of(refused, alone)
                .allMatch(reading -> reading.standsTogether().isEmpty()));
    }
}
