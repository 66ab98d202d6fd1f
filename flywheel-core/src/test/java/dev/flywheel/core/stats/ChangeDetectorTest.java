package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Oracle: R package stcpR6 0.9.8 of the detectors' authors, Bernoulli streams, with its own weights and lambdas. */
class ChangeDetectorTest {

    static Stream<JsonNode> oracle() {
        return Oracles.cases("edetector_stcpR6.json", "cases");
    }

    @ParameterizedTest
    @MethodSource("oracle")
    void reproduces_the_values_of_the_methods_authors(JsonNode known) {
        String method = known.get("method").asText();
        double before = known.get("m_pre").asDouble();
        double lambda = known.get("lambdas").asDouble();
        double after = before * Math.exp(lambda) / (1 - before + before * Math.exp(lambda));
        ChangeDetector detector = ChangeDetector.of(1);
        int stopped = 0;
        for (int t = 0; t < known.get("x").size(); t++) {
            boolean event = known.get("x").get(t).asInt() == 1;
            detector = detector.after(
                    new double[] {event ? Math.log(after / before) : Math.log((1 - after) / (1 - before))});
            double value = value(detector, method);
            assertEquals(known.get("log_values").get(t).asDouble(), value, 1e-8, method + " at " + t);
            stopped = stopped == 0 && value >= known.get("threshold").asDouble() ? t + 1 : stopped;
        }
        assertEquals(known.get("stopped_time").asInt(), stopped);
    }

    private static double value(ChangeDetector detector, String method) {
        return switch (method) {
            case "ST" -> detector.logTest();
            case "SR" -> detector.logShiryaevRoberts();
            case "CU" -> detector.logCusum();
            default -> throw new AssertionError("unknown method " + method);
        };
    }

    @Test
    void several_targets_are_averaged() {
        ChangeDetector detector = ChangeDetector.of(2)
                .after(new double[] {Math.log(3), Math.log(0.5)})
                .after(new double[] {Math.log(2), Math.log(0.5)});

        assertEquals(Math.log((6 + 0.25) / 2), detector.logTest(), 1e-12);
        assertEquals(Math.log(((3 + 1) * 2 + (0.5 + 1) * 0.5) / 2), detector.logShiryaevRoberts(), 1e-12);
        assertEquals(Math.log((6 + 0.5) / 2), detector.logCusum(), 1e-12);
        assertEquals(0, detector.leadingTarget());
    }

    @Test
    void the_change_is_dated_where_the_leading_cusum_last_rested() {
        ChangeDetector detector = ChangeDetector.of(2);
        for (double up : new double[] {1, -2, -1, 0.5, -0.7, 1, -0.3, 1}) {
            detector = detector.after(new double[] {-up, up});
        }
        assertEquals(1, detector.leadingTarget());
        assertEquals(5, detector.looksBeforeChange());
    }

    @Test
    void knows_nothing_before_the_first_look() {
        assertEquals(0, ChangeDetector.of(3).logTest(), 1e-12);
        assertEquals(Double.NEGATIVE_INFINITY, ChangeDetector.of(3).logShiryaevRoberts());
        assertEquals(Double.NEGATIVE_INFINITY, ChangeDetector.of(3).logCusum());
        assertEquals(0, ChangeDetector.of(3).looksBeforeChange());
    }

    @Test
    void stays_finite_however_long_evidence_mounts() {
        ChangeDetector detector = ChangeDetector.of(1);
        for (int i = 0; i < 1000; i++) {
            detector = detector.after(new double[] {1e6});
        }
        assertEquals(1e9, detector.logShiryaevRoberts(), 1e-3);
        for (int i = 0; i < 3000; i++) {
            detector = detector.after(new double[] {-1e6});
        }
        assertEquals(-1e6, detector.logShiryaevRoberts(), 1e-3);
        assertTrue(Double.isFinite(detector.logTest()));
    }

    @Test
    void refuses_impossible_inputs_by_name() {
        assertEquals(
                "targets must be in [1.0, 10000.0], got 0.0",
                assertThrows(IllegalArgumentException.class, () -> ChangeDetector.of(0))
                        .getMessage());
        assertEquals(
                "logE[0] must be in [-1e12, 1e12], got NaN",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> ChangeDetector.of(1).after(new double[] {Double.NaN}))
                        .getMessage());
        assertEquals(
                "logE and targets must have the same length, got 2 and 1",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> ChangeDetector.of(1).after(new double[2]))
                        .getMessage());
    }
}
