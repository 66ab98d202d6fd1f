package dev.flywheel.core.stats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reference numbers this project did not compute. {@code ebayes.json}: R 4.2.2 with ebbr 4b9747d, VGAM 1.1-7 and MASS
 * 7.3-58 on the batting data of Lahman 14.0. {@code special_functions.json}: mpmath at 40 digits, checked with scipy
 * 1.10.1.
 */
final class RankingOracles {

    private RankingOracles() {}

    static JsonNode read(String file) {
        try (InputStream in = RankingOracles.class.getResourceAsStream("/oracles/" + file)) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static double number(JsonNode node, String field) {
        return Double.parseDouble(node.get(field).asText());
    }

    static double relativeError(double expected, double actual) {
        return Math.abs(expected - actual) / Math.max(Math.abs(expected), 1e-300);
    }
}
