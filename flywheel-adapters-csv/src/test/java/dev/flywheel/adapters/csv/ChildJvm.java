package dev.flywheel.adapters.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a main class of the tests in a virtual machine of its own, whose heap is as small as the test wants it. */
public final class ChildJvm {

    private ChildJvm() {}

    /** What it printed; fails if it ends otherwise than well, or too late. */
    public static List<String> run(String heap, int seconds, Class<?> main, Object... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        for (Object argument : arguments) {
            command.add(String.valueOf(argument));
        }
        Path output = Files.createTempFile("child", ".txt");
        try {
            Process child = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = child.waitFor(seconds, TimeUnit.SECONDS);
            if (!ended) {
                child.destroyForcibly().waitFor();
            }
            String printed = Files.readString(output);
            if (!ended || child.exitValue() != 0) {
                throw new AssertionError((ended ? "exit " + child.exitValue() : "not ended after " + seconds + " s")
                        + " with -Xmx" + heap + ":\n" + printed);
            }
            return printed.lines().toList();
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
