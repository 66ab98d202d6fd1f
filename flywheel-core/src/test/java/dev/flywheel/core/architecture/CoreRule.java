package dev.flywheel.core.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.Locale;
import java.util.function.Function;

/**
 * The rules of the core. Each is written for a root package, so that it can be held against the core and against the
 * code that breaks it: the package below {@code fixture} that carries the rule's name.
 */
enum CoreRule {
    DEPENDS_ONLY_ON_JDK_GUAVA_AND_JSPECIFY(root -> classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    root + "..",
                    "java.lang",
                    "java.lang.annotation",
                    "java.lang.invoke",
                    "java.lang.runtime",
                    "java.math",
                    "java.nio.charset",
                    "java.text",
                    "java.time..",
                    "java.util",
                    "java.util.function",
                    "java.util.regex",
                    "java.util.stream",
                    "com.google.common..",
                    "org.jspecify..",
                    "org.apache.commons.statistics..",
                    "org.apache.commons.numbers..",
                    "org.apache.commons.rng.."))
            .because("whoever embeds the core takes its dependencies along")),

    MATHEMATICS_LIBRARIES_STAY_IN_STATS(root -> noClasses()
            .that(not(resideInAPackage(root + ".stats..")))
            .should()
            .dependOnClassesThat(resideInAPackage("org.apache.commons.."))
            .because("stats is plain numbers in, plain numbers out: its library can be replaced in one package")),

    DOES_NO_IO(root -> noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "java.io..",
                    "java.nio.file..",
                    "java.nio.channels..",
                    "java.net..",
                    "java.sql..",
                    "javax..",
                    "com.google.common.io..",
                    "com.google.common.net.."))
            .because("the core computes; adapters read and write")),

    STARTS_NO_THREADS_AND_LOGS_NOTHING(root -> noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "java.util.concurrent..",
                            "java.util.logging..",
                            "com.google.common.util.concurrent..",
                            "com.google.common.eventbus..")
                    .or(Predicates.named(
                            "java.lang.Thread", "java.lang.ThreadLocal", "java.lang.System$Logger", "java.util.Timer")))
            .orShould()
            .callMethodWhere(Predicates.goParallel())
            .because("the embedding service owns its threads and its log; what the core has to say is in its results")),

    FEATURE_PACKAGES_ARE_FREE_OF_CYCLES(root -> slices().matching(root + ".(*)..")
            .should()
            .beFreeOfCycles()
            .because("a package that is in a cycle cannot be understood alone")),

    FEATURE_PACKAGES_RESPECT_THEIR_DECLARED_ORDER(root -> classes()
            .should(Conditions.respectTheOrderOfPackages(root))
            .because("the reader may follow the packages from money to the entry point and never look ahead")),

    PUBLIC_SIGNATURES_USE_ONLY_JDK_AND_CORE_TYPES(root -> classes()
            .that(Predicates.exported(root))
            .should(Conditions.showOnlyTypesOfTheJdkAndOf(root))
            .because("a library in a signature becomes the caller's dependency, in the version that we chose")),

    PORTS_ARE_INTERFACES(root -> classes()
            .that(resideInAPackage(root + ".port.."))
            .and()
            .areTopLevelClasses()
            .and()
            .areNotRecords()
            .and()
            .areNotEnums()
            .and()
            .areNotAssignableTo(Throwable.class)
            .should()
            .beInterfaces()
            .because("a port is a question; the answer is somewhere else")),

    PORTS_DO_NOT_KNOW_THEIR_IMPLEMENTATIONS(root -> noClasses()
            .that(resideInAPackage(root + ".port.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage(root, root + ".usecase.."))
            .because("a port outlives its implementations")),

    USE_CASES_ARE_BUILT_ONLY_BY_THE_ENTRY_POINT(root -> noClasses()
            .that(not(resideInAnyPackage(root, root + ".usecase..")))
            .should()
            .dependOnClassesThat(resideInAPackage(root + ".usecase.."))
            .because("callers speak to port.in, so that use cases may change")),

    DOMAIN_TYPES_ARE_RECORDS_ENUMS_SEALED_OR_FINAL(root -> classes()
            .that(not(resideInAPackage(root + ".port..")))
            .and()
            .haveSimpleNameNotEndingWith("Cases") // one answer for each case of a sealed type: made to be implemented
            .should(Conditions.beClosed())
            .because("a value that somebody else extends cannot be trusted to be one")),

    FIELDS_OF_PUBLIC_TYPES_ARE_FINAL(root -> fields().that()
            .areDeclaredInClassesThat(Predicates.reachable())
            .and()
            .areDeclaredInClassesThat()
            .haveSimpleNameNotEndingWith("Builder")
            .should()
            .beFinal()
            .because("what a caller can hold does not change, in no thread and in no order; only builders do")),

    NO_FLOATING_POINT_IN_MONEY(root -> classes()
            .that(resideInAPackage(root + ".money.."))
            .should(Conditions.keepMoneyExact())
            .because("0.1 + 0.2 is not 0.3; only asDouble() and rounded(double, ..) stand at the border to models")),

    NO_AMBIENT_TIME_OR_RANDOMNESS(root -> noClasses()
            .should()
            .callCodeUnitWhere(Predicates.ambientTimeOrRandomness())
            .because("the same evidence, as-of date and seed give the same rotation")),

    NO_DEFAULT_LOCALE_ZONE_OR_CHARSET(root -> noClasses()
            .should()
            .callCodeUnitWhere(Predicates.defaultLocaleZoneOrCharset())
            .because("a result must not depend on the machine it was computed on")),

    NO_SALTED_COLLECTIONS(root -> noClasses()
            .should()
            .callMethodWhere(Predicates.saltedCollection())
            .because("Set.of and Map.of iterate in another order in every JVM; results are the same bytes everywhere")),

    NO_GUAVA_BETA_API(root -> classes()
            .should(Conditions.leaveAloneWhatGuavaCallsBeta())
            .because("beta classes may go in any release, and the embedding service chooses the release")),

    SEALED_TYPES_DECLARE_MATCH(root -> classes()
            .that(Predicates.sealed())
            .and()
            .areNotAssignableTo(Throwable.class)
            .should(Conditions.declareMatch())
            .because("Java 17 cannot switch over a sealed type; match makes a new case break every caller")),

    EXCEPTIONS_BELONG_TO_THE_FLYWHEEL_FAMILY(root -> classes()
            .that()
            .areAssignableTo(Throwable.class)
            .should()
            .beAssignableTo(root + ".port.out.FlywheelException")
            .because("a caller can catch one family and miss nothing")),

    PACKAGES_ARE_NULL_MARKED(root ->
            classes().should(Conditions.liveInANullMarkedPackage()).because("NullAway checks marked packages only")),

    NO_STANDARD_STREAMS(root -> GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because(
            "the console belongs to the application")),

    NO_GENERIC_EXCEPTIONS(root -> GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.because(
            "a generic exception tells the caller nothing"));

    private final Function<String, ArchRule> under;

    CoreRule(Function<String, ArchRule> under) {
        this.under = under;
    }

    /** The rule for the code below a root package. */
    ArchRule under(String root) {
        return under.apply(root);
    }

    /** The package below {@code fixture} whose code breaks the rule. */
    String fixture() {
        return name().toLowerCase(Locale.ROOT).replace("_", "");
    }
}
