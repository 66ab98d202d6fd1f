package dev.flywheel.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.onionArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Locale;
import java.util.function.Function;

/**
 * The rules of the whole system. Each is written for a root package, so that it can be held against the modules and
 * against the code that breaks it: the package below {@code fixture} that carries the rule's name.
 */
enum SystemRule {
    ONION_ARCHITECTURE_IS_RESPECTED(root -> onionArchitecture()
            .withOptionalLayers(true)
            .domainModels(
                    root + ".core.money..",
                    root + ".core.program..",
                    root + ".core.roster..",
                    root + ".core.content..",
                    root + ".core.performance..",
                    root + ".core.decision..",
                    root + ".core.winner..",
                    root + ".core.adtest..",
                    root + ".core.learning..",
                    root + ".core.halo..",
                    root + ".core.cycle..",
                    root + ".core.ledger..",
                    root + ".core.stats..")
            .applicationServices(root + ".core", root + ".core.port..", root + ".core.usecase..")
            .adapter("csv", root + ".adapters.csv..")
            .adapter("http", root + ".adapters.http..")
            .adapter("jdbc", root + ".adapters.jdbc..")
            .ignoreDependency(resideInAnyPackage(root + ".app..", root + ".testkit.."), alwaysTrue())
            .because("dependencies point inwards: what a brand decides does not depend on how its files look")),

    ADAPTERS_DO_NOT_KNOW_EACH_OTHER(root -> slices().matching(root + ".adapters.(*)..")
            .should()
            .notDependOnEachOther()
            .because("each can be used, and left out, alone")),

    ADAPTERS_USE_ONLY_PORTS_AND_DOMAIN_TYPES(root -> noClasses()
            .that(resideInAPackage(root + ".adapters.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    root + ".core",
                    root + ".core.usecase..",
                    root + ".core.stats..",
                    root + ".core.port.in..",
                    root + ".app.."))
            .because("an adapter translates; it neither decides nor calculates")),

    ONLY_THE_APP_WIRES(root -> noClasses()
            .that(not(resideInAnyPackage(root + ".app..", root + ".adapters..")))
            .should()
            .dependOnClassesThat(resideInAPackage(root + ".adapters.."))
            .because("whoever embeds the core chooses the adapters")),

    ONLY_WIRING_KNOWS_ADAPTERS_AND_ENGINE(root -> noClasses()
            .that(resideInAPackage(root + ".app.."))
            .and()
            .doNotHaveSimpleName("Wiring")
            .should()
            .dependOnClassesThat(resideInAPackage(root + ".adapters.."))
            .because("which implementation stands behind a port is read on one page")),

    JACKSON_STAYS_IN_HTTP_AND_APP(root -> noClasses()
            .that(not(resideInAnyPackage(root + ".adapters.http..", root + ".app..")))
            .should()
            .dependOnClassesThat(resideInAnyPackage("com.fasterxml..", "tools.jackson.."))
            .because("services live with Jackson 2 and 3; the core must not choose for them")),

    CSV_LIBRARY_STAYS_IN_CSV_INTERNALS(root -> noClasses()
            .that(not(resideInAPackage(root + ".adapters.csv.internal..")))
            .should()
            .dependOnClassesThat(resideInAPackage("de.siegmar.."))
            .because("how text becomes cells is nobody's business but the reader's")),

    JDBC_STAYS_IN_JDBC(root -> noClasses()
            .that(not(resideInAPackage(root + ".adapters.jdbc..")))
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..", "org.postgresql.."))
            .because("where a ledger is kept is the business of its engine")),

    ADAPTERS_SHOW_NO_LIBRARY(root -> classes()
            .that(Conditions.areExportedBelow(root))
            .should(Conditions.showOnlyTypesOfTheJdkAndOf(root))
            .because("a library in a signature becomes the caller's dependency")),

    ONLY_WIRING_READS_THE_CLOCK(root -> noClasses()
            .that()
            .doNotHaveSimpleName("Wiring")
            .should()
            .callCodeUnitWhere(Conditions.readsTheClock())
            .because("time enters at one place, so that everything else can be repeated")),

    EVERY_OUT_PORT_HAS_A_CONTRACT_AND_EVERY_ADAPTER_RUNS_IT(root -> classes()
            .that()
            .resideInAPackage(root + ".core.port.out..")
            .and()
            .areTopLevelClasses()
            .and()
            .areInterfaces()
            .and(Conditions.areOpen())
            .should(Conditions.haveAContractThatEveryAdapterRuns(root))
            .because("an implementation is as good as the test it shares with the others")),

    TESTS_MOCK_ONLY_PORTS(root -> classes()
            .should(Conditions.mockOnly(root + ".core.port."))
            .because("a mocked value proves what the test's author believed")),

    TESTS_DO_NOT_SLEEP(root -> noClasses()
            .that(Conditions.areTests())
            .should()
            .callMethodWhere(Conditions.sleeps())
            .because("a test that waits is slow when it passes and wrong when the machine is busy"));

    private final Function<String, ArchRule> under;

    SystemRule(Function<String, ArchRule> under) {
        this.under = under;
    }

    /** The rule for the code below a root package. */
    ArchRule under(String root) {
        return under.apply(root);
    }

    /** Whether the rule is about tests too, and not about what is deployed alone. */
    boolean looksAtTests() {
        return compareTo(EVERY_OUT_PORT_HAS_A_CONTRACT_AND_EVERY_ADAPTER_RUNS_IT) >= 0;
    }

    /** The package below {@code fixture} whose code breaks the rule. */
    String fixture() {
        return name().toLowerCase(Locale.ROOT).replace("_", "");
    }
}
