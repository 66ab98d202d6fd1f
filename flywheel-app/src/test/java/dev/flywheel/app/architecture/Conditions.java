package dev.flywheel.app.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.ReferencedClassObject;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** What the rules of the whole system look for and demand. */
final class Conditions {

    private static final Set<String> SYSTEM_CLOCKS =
            Set.of("now", "system", "systemUTC", "systemDefaultZone", "currentTimeMillis", "nanoTime");

    private Conditions() {}

    static DescribedPredicate<JavaClass> areOpen() {
        return DescribedPredicate.describe("are open", type -> !type.isSealed() && !isPackageInfo(type));
    }

    static DescribedPredicate<JavaClass> areTests() {
        return DescribedPredicate.describe(
                "are tests",
                type -> type.getSource()
                        .map(source -> source.getUri().getPath().contains("/test-classes/"))
                        .orElse(false));
    }

    static DescribedPredicate<JavaClass> areExportedBelow(String root) {
        return DescribedPredicate.describe(
                "are public and exported by an adapter",
                type -> type.getPackageName().startsWith(root + ".adapters.")
                        && !type.getPackageName().contains(".internal")
                        && type.getModifiers().contains(JavaModifier.PUBLIC));
    }

    static DescribedPredicate<JavaCall<?>> readsTheClock() {
        return DescribedPredicate.describe("reads the clock", call -> {
            String owner = call.getTargetOwner().getName();
            String name = call.getTarget().getName();
            boolean clock = owner.startsWith("java.time.") || owner.equals("java.lang.System");
            return clock && SYSTEM_CLOCKS.contains(name);
        });
    }

    static DescribedPredicate<JavaCall<?>> sleeps() {
        return DescribedPredicate.describe(
                "sleeps",
                call -> call.getTarget().getName().equals("sleep")
                        && call.getTargetOwner().getName().startsWith("java."));
    }

    static ArchCondition<JavaClass> showOnlyTypesOfTheJdkAndOf(String root) {
        return condition("show only types of the JDK and of ours", (type, violations) -> {
            for (JavaCodeUnit unit : type.getCodeUnits()) {
                boolean shown = unit.getModifiers().contains(JavaModifier.PUBLIC)
                        || unit.getModifiers().contains(JavaModifier.PROTECTED);
                if (shown) {
                    Stream.concat(Stream.<JavaType>of(unit.getReturnType()), unit.getParameterTypes().stream())
                            .flatMap(involved -> involved.getAllInvolvedRawTypes().stream())
                            .map(JavaClass::getBaseComponentType)
                            .filter(involved -> !isOursOrTheJdks(root, involved))
                            .forEach(involved -> violations.add(unit.getFullName() + " shows " + involved.getName()));
                }
            }
        });
    }

    /** The contract is the test kit's {@code <Port>Contract}; an adapter runs it in a test that extends it. */
    static ArchCondition<JavaClass> haveAContractThatEveryAdapterRuns(String root) {
        return condition("have a contract that every adapter runs", (port, violations) -> {
            String name = root + ".testkit." + port.getSimpleName() + "Contract";
            Optional<JavaClass> contract = port.getDirectDependenciesToSelf().stream()
                    .map(Dependency::getOriginClass)
                    .filter(type -> type.getName().equals(name))
                    .findFirst();
            if (contract.isEmpty()) {
                violations.add(port.getName() + " has no contract " + name);
                return;
            }
            Set<JavaClass> runs = contract.get().getAllSubclasses();
            for (JavaClass implementation : port.getAllSubclasses()) {
                boolean adapter = implementation.getPackageName().startsWith(root + ".adapters.");
                boolean tested =
                        runs.stream().anyMatch(test -> test.getPackageName().equals(implementation.getPackageName()));
                if (adapter && !implementation.isInterface() && !tested) {
                    violations.add(implementation.getName() + " runs no test that extends " + name);
                }
            }
        });
    }

    /** A mock is made from the class object on the same line, or from the type of a field with an annotation. */
    static ArchCondition<JavaClass> mockOnly(String ports) {
        return condition("mock only " + ports + "*", (type, violations) -> {
            for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                boolean mocks = access.getTargetOwner().getName().equals("org.mockito.Mockito")
                        && Set.of("mock", "spy").contains(access.getTarget().getName());
                if (mocks && mockedOnLine(type, access.getLineNumber()).noneMatch(name -> name.startsWith(ports))) {
                    violations.add(access.getDescription() + " and mocks no port");
                }
            }
            for (JavaField field : type.getFields()) {
                boolean mocked = field.isAnnotatedWith("org.mockito.Mock") || field.isAnnotatedWith("org.mockito.Spy");
                if (mocked && !field.getRawType().getName().startsWith(ports)) {
                    violations.add(field.getFullName() + " mocks no port");
                }
            }
        });
    }

    private static Stream<String> mockedOnLine(JavaClass type, int line) {
        return type.getReferencedClassObjects().stream()
                .filter(object -> object.getLineNumber() == line)
                .map(ReferencedClassObject::getValue)
                .map(JavaClass::getName);
    }

    private static boolean isOursOrTheJdks(String root, JavaClass type) {
        String name = type.getPackageName();
        return type.isPrimitive()
                || name.startsWith("java.")
                || name.equals("javax.sql")
                || name.startsWith(root + ".");
    }

    private static boolean isPackageInfo(JavaClass type) {
        return type.getSimpleName().equals("package-info");
    }

    private static ArchCondition<JavaClass> condition(
            String description, BiConsumer<JavaClass, List<String>> collectViolations) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                List<String> violations = new ArrayList<>();
                collectViolations.accept(type, violations);
                violations.forEach(text -> events.add(SimpleConditionEvent.violated(type, text)));
            }
        };
    }
}
