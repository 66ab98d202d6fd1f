package dev.flywheel.adapters.csv;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** The inputs that are kept for a fuzz test: those it starts from, and those that once broke something. */
public final class FuzzInputs {

    private FuzzInputs() {}

    /** The inputs in the folder where the fuzzer looks for them too. */
    public static Stream<Named<byte[]>> of(Class<?> test, String method) throws IOException, URISyntaxException {
        URL folder = test.getResource(test.getSimpleName() + "Inputs/" + method);
        if (folder == null) {
            throw new IllegalStateException("No inputs are kept for " + test + ", " + method);
        }
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            List<Path> sorted = files.sorted().toList();
            return sorted.stream().map(file -> Named.of(String.valueOf(file.getFileName()), bytes(file)));
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
