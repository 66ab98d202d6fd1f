package dev.flywheel.app.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds every rule against all modules and their tests, and against code that breaks it. */
class ArchitectureTest {

    private static final String ROOT = "dev.flywheel";
    private static final String FIXTURES = "dev.flywheel.app.architecture.fixture";
    private static final List<String> MODULES = List.of(
            "flywheel-core",
            "flywheel-testkit",
            "flywheel-adapters-csv",
            "flywheel-adapters-http",
            "flywheel-adapters-jdbc",
            "flywheel-app");

    private static JavaClasses everything;
    private static JavaClasses deployed;
    private static JavaClasses fixtures;

    @BeforeAll
    static void import_all_modules() {
        Path checkout = Path.of(System.getProperty("basedir")).getParent();
        List<Path> main = new ArrayList<>();
        List<Path> all = new ArrayList<>();
        for (String module : MODULES) {
            Path target = checkout.resolve(module).resolve("target");
            main.add(target.resolve("classes"));
            all.addAll(List.of(target.resolve("classes"), target.resolve("test-classes")));
        }
        all.forEach(path -> assertTrue(Files.isDirectory(path), path + " is missing: build all modules first"));
        ClassFileImporter importer =
                new ClassFileImporter().withImportOption(location -> !location.contains("/architecture/fixture/"));
        deployed = importer.importPaths(main);
        everything = importer.importPaths(all);
        fixtures = new ClassFileImporter().importPackages(FIXTURES);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void rule_holds(SystemRule rule) {
        rule.under(ROOT).check(rule.looksAtTests() ? everything : deployed);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void rule_catches_code_that_breaks_it(SystemRule rule) {
        String root = FIXTURES + "." + rule.fixture();
        JavaClasses broken = fixtures.that(resideInAPackage(root + ".."));

        EvaluationResult result = rule.under(root).evaluate(broken);

        assertTrue(result.hasViolation(), "nothing caught in " + root);
        String report = result.getFailureReport().toString();
        assertTrue(report.contains(root), () -> "the report must name the code in " + root + ", got " + report);
        assertTrue(report.contains("because"), () -> "the report must say why, got " + report);
    }

    @Test
    void rules_saw_the_code() {
        assertAll(Stream.of(
                        "core.cycle",
                        "core.port.out",
                        "core.ledger",
                        "adapters.csv",
                        "adapters.http",
                        "adapters.jdbc",
                        "app",
                        "testkit")
                .map(name -> () -> assertTrue(
                        deployed.containPackage(ROOT + "." + name), "no class of " + name + " was imported")));
        assertTrue(deployed.size() >= 200, () -> "only " + deployed.size() + " classes were imported");
        assertTrue(everything.size() >= deployed.size() + 50, "too few tests were imported");
    }
}
