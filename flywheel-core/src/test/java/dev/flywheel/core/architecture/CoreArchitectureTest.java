package dev.flywheel.core.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds every rule against the core, and against code that breaks it: a rule that cannot fail proves nothing. */
class CoreArchitectureTest {

    private static final String CORE = "dev.flywheel.core";
    private static final String FIXTURES = "dev.flywheel.core.architecture.fixture";

    /** Far fewer than there are; below it the import has missed the code. */
    private static final int CLASSES_AT_LEAST = 100;

    private static JavaClasses core;
    private static JavaClasses fixtures;

    @BeforeAll
    static void import_the_core() {
        core = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(CORE);
        fixtures = new ClassFileImporter().importPackages(FIXTURES);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void rule_holds(CoreRule rule) {
        rule.under(CORE).check(core);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void rule_catches_code_that_breaks_it(CoreRule rule) {
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
        assertTrue(core.size() >= CLASSES_AT_LEAST, () -> "only " + core.size() + " classes were imported");
        Set<String> expected = new TreeSet<>(Set.of(
                "money", "program", "roster", "content", "performance", "stats", "winner", "adtest", "cycle", "port"));
        Set<String> seen = core.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.length() > CORE.length())
                .map(name -> name.substring(CORE.length() + 1).replaceAll("\\..*", ""))
                .filter(expected::contains)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(expected, seen);
    }
}
