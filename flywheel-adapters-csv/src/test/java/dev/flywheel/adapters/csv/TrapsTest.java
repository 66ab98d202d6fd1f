package dev.flywheel.adapters.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every trap of section 6 of the formats page has a test that is named after it. */
class TrapsTest {

    private static final int TRAPS = 35;
    private static final Pattern NAME = Pattern.compile("trap_([0-9]{2})_.+");

    @Test
    void every_trap_has_a_test_of_its_name() throws IOException, URISyntaxException, ClassNotFoundException {
        Set<Integer> without = IntStream.rangeClosed(1, TRAPS).boxed().collect(Collectors.toCollection(TreeSet::new));
        for (String name : testClasses()) {
            for (Method method : Class.forName(name).getDeclaredMethods()) {
                Matcher trap = NAME.matcher(method.getName());
                if (trap.matches()) {
                    without.remove(Integer.parseInt(trap.group(1)));
                }
            }
        }
        assertEquals(Set.of(), without);
    }

    private static List<String> testClasses() throws IOException, URISyntaxException {
        Path classes = Path.of(TrapsTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith("Test.class"))
                    .map(file -> file.substring(0, file.length() - ".class".length())
                            .replace('/', '.')
                            .replace('\\', '.'))
                    .toList();
        }
    }
}
