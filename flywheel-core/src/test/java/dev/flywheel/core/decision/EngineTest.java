package dev.flywheel.core.decision;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EngineTest {

    @Test
    void the_version_on_every_record_is_that_of_the_build() throws IOException {
        String pom = new String(Files.readAllBytes(Path.of("pom.xml")), StandardCharsets.UTF_8);
        assertTrue(pom.contains("<version>" + Engine.VERSION + "</version>"), Engine.VERSION);
    }
}
