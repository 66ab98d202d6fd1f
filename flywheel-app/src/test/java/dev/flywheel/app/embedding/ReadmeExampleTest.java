package dev.flywheel.app.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs the Java text of the README, word for word, as somebody else's project. */
@Tag("packaged")
class ReadmeExampleTest {

    private static final Path CHECKOUT = Path.of(System.getProperty("basedir")).getParent();
    private static final Path MAVEN_HOME = Path.of(System.getProperty("maven.home"));
    private static final Path USERS_REPOSITORY = Path.of(System.getProperty("users.repository"));
    private static final Pattern FENCED_JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    /** One for both runs: libraries are fetched once. */
    @TempDir
    static Path ownRepository;

    @TempDir
    Path home;

    private OutsideProject project;

    @BeforeEach
    void somebody_copies_the_example() throws IOException {
        project = new OutsideProject(home, ownRepository, System.getProperty("flywheel.version"));
        project.installCore(CHECKOUT);
        project.write("src/main/java/shop/Decisions.java", example());
    }

    @Test
    void runs_on_the_class_path_with_guava_31() throws IOException, InterruptedException {
        List<String> libraries = project.build(MAVEN_HOME, USERS_REPOSITORY, "31.1-jre");

        assertTrue(libraries.contains("guava-31.1-jre.jar"), libraries::toString);
        assertExplained(
                project.java("-cp", "target/classes" + File.pathSeparator + "target/dependency/*", "shop.Decisions"));
    }

    @Test
    void runs_on_the_module_path_with_guava_33() throws IOException, InterruptedException {
        project.write("src/main/java/module-info.java", "module shop {\n    requires dev.flywheel.core;\n}\n");

        List<String> libraries = project.build(MAVEN_HOME, USERS_REPOSITORY, "33.8.0-jre");

        assertTrue(libraries.contains("guava-33.8.0-jre.jar"), libraries::toString);
        String modules = "target/classes" + File.pathSeparator + "target/dependency";
        assertExplained(project.java("-p", modules, "-m", "shop/shop.Decisions"));
    }

    private static String example() throws IOException {
        Matcher fence = FENCED_JAVA.matcher(Files.readString(CHECKOUT.resolve("README.md")));
        assertTrue(fence.find(), "README.md has no Java example");
        return fence.group(1);
    }

    /** Two videos went in; what comes out says what to do about the one that sells, why, and what would change it. */
    private static void assertExplained(String printed) {
        assertTrue(printed.contains("Ask for permission to advertise video"), printed);
        assertTrue(Pattern.compile("400( organic)? orders").matcher(printed).find(), printed);
        long decisions = count(printed, "Because:");
        assertTrue(decisions > 0, printed);
        assertEquals(decisions, count(printed, "Unless:"), printed);
    }

    private static long count(String text, String word) {
        return Pattern.compile(word, Pattern.LITERAL).matcher(text).results().count();
    }
}
