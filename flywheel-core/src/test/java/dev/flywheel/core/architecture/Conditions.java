package dev.flywheel.core.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** What the rules demand. */
final class Conditions {

    /** The packages of the core in the order in which they may use each other; later may use earlier. */
    static final List<String> ORDER = List.of(
            "money",
            "program",
            "roster",
            "content",
            "performance",
            "decision",
            "stats",
            "winner",
            "adtest",
            "learning",
            "halo",
            "cycle",
            "ledger",
            "port",
            "usecase",
            "");

    private static final String BETA = "com.google.common.annotations.Beta";

    private static final Set<String> FLOATING = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    private Conditions() {}

    static ArchCondition<JavaClass> respectTheOrderOfPackages(String root) {
        return condition("respect the order of packages " + ORDER, (type, violations) -> {
            int own = place(root, type.getPackageName());
            if (own < 0) {
                violations.add(type.getName() + " is in a package without a place in the order " + ORDER);
                return;
            }
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String target = dependency.getTargetClass().getPackageName();
                if (isBelow(root, target) && place(root, target) > own) {
                    violations.add(dependency.getDescription());
                }
            }
        });
    }

    static ArchCondition<JavaClass> showOnlyTypesOfTheJdkAndOf(String root) {
        return condition("show only types of the JDK and of " + root, (type, violations) -> {
            List<JavaMember> members = new ArrayList<>(type.getFields());
            members.addAll(type.getCodeUnits());
            for (JavaMember member : members) {
                if (isShown(member)) {
                    signature(member)
                            .flatMap(shown -> shown.getAllInvolvedRawTypes().stream())
                            .map(JavaClass::getBaseComponentType)
                            .filter(shown -> !isAllowedInSignatures(root, shown))
                            .forEach(shown -> violations.add(member.getFullName() + " shows " + shown.getName()));
                }
            }
        });
    }

    /** Records, enums and finals are closed; so are sealed types, and the answers that their match asks for. */
    static ArchCondition<JavaClass> beClosed() {
        return condition("be a record, an enum, sealed or final", (type, violations) -> {
            boolean closed = type.isRecord()
                    || type.isEnum()
                    || type.isSealed()
                    || type.isAnonymousClass()
                    || type.getModifiers().contains(JavaModifier.FINAL)
                    || type.getSimpleName().equals("package-info")
                    || isConstantOfAnEnum(type)
                    || (type.isInterface() && !type.getModifiers().contains(JavaModifier.PUBLIC))
                    || isAskedForBySealedType(type);
            if (!closed) {
                violations.add(type.getName() + " can be extended by anybody");
            }
        });
    }

    static ArchCondition<JavaClass> keepMoneyExact() {
        return condition("keep money exact", (type, violations) -> {
            for (JavaField field : type.getFields()) {
                if (FLOATING.contains(field.getRawType().getName())) {
                    violations.add(field.getFullName() + " is a floating-point number");
                }
            }
            for (JavaCodeUnit unit : type.getCodeUnits()) {
                boolean border =
                        unit.getName().equals("asDouble") || unit.getName().equals("rounded");
                boolean floats = signature(unit)
                        .anyMatch(shown -> FLOATING.contains(shown.toErasure().getName()));
                if (floats && !border) {
                    violations.add(unit.getFullName() + " calculates in floating point");
                }
            }
        });
    }

    static ArchCondition<JavaClass> leaveAloneWhatGuavaCallsBeta() {
        return condition("leave alone what Guava calls beta", (type, violations) -> {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                if (dependency.getTargetClass().isAnnotatedWith(BETA)) {
                    violations.add(dependency.getDescription());
                }
            }
            for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                boolean beta = access.getTarget()
                        .resolveMember()
                        .map(member -> ((JavaMember) member).isAnnotatedWith(BETA))
                        .orElse(false);
                if (beta) {
                    violations.add(access.getDescription());
                }
            }
        });
    }

    static ArchCondition<JavaClass> declareMatch() {
        return condition("declare match", (type, violations) -> {
            if (type.getMethods().stream().noneMatch(method -> method.getName().equals("match"))) {
                violations.add(type.getName() + " is sealed and has no match");
            }
        });
    }

    static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return condition("live in a package that is null-marked", (type, violations) -> {
            boolean marked = type.getPackage()
                    .tryGetPackageInfo()
                    .map(info -> info.isAnnotatedWith(NullMarked.class))
                    .orElse(false);
            if (!marked) {
                violations.add(type.getName() + " is in " + type.getPackageName() + ", which is not @NullMarked");
            }
        });
    }

    private static int place(String root, String name) {
        String below = name.equals(root) ? "" : name.substring(root.length() + 1);
        int dot = below.indexOf('.');
        return ORDER.indexOf(dot < 0 ? below : below.substring(0, dot));
    }

    private static boolean isBelow(String root, String name) {
        return name.equals(root) || name.startsWith(root + ".");
    }

    private static boolean isAllowedInSignatures(String root, JavaClass shown) {
        String name = shown.getPackageName();
        return shown.isPrimitive() || name.startsWith("java.") || Predicates.isExportedPackage(root, name);
    }

    private static boolean isShown(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static boolean isAskedForBySealedType(JavaClass type) {
        return type.getMethodsWithParameterTypeOfSelf().stream()
                .anyMatch(method ->
                        method.getName().equals("match") && method.getOwner().isSealed());
    }

    private static boolean isConstantOfAnEnum(JavaClass type) {
        return type.getRawSuperclass().map(JavaClass::isEnum).orElse(false);
    }

    private static Stream<JavaType> signature(JavaMember member) {
        if (member instanceof JavaCodeUnit unit) {
            return Stream.concat(
                    Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream()),
                    unit.getExceptionTypes().stream());
        }
        return Stream.of(((JavaField) member).getType());
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
