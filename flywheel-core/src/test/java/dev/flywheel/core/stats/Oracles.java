package dev.flywheel.core.stats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reference values computed by code nobody in this project wrote; each file names its source. */
final class Oracles {

    private Oracles() {}

    static Stream<JsonNode> cases(String file, String section) {
        try (InputStream in = Oracles.class.getResourceAsStream("/oracles/" + file)) {
            JsonNode cases = new ObjectMapper()
                    .readTree(Objects.requireNonNull(in, file))
                    .get(section);
            return StreamSupport.stream(Objects.requireNonNull(cases, section).spliterator(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
