package dev.flywheel.core.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What the rules look for. */
final class Predicates {

    private static final Set<String> CLOCKS =
            Set.of("currentTimeMillis", "nanoTime", "systemUTC", "systemDefaultZone", "system", "identityHashCode");

    private static final Set<String> SEEDED_WHEN_GIVEN_ARGUMENTS = Set.of(
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.util.Date",
            "org.apache.commons.rng.simple.RandomSource");

    /** Methods and constructors that read the machine's locale, zone or charset when they are given only these. */
    private static final Map<String, List<String>> DEFAULTS = Map.ofEntries(
            Map.entry("java.lang.String.toLowerCase", List.of("")),
            Map.entry("java.lang.String.toUpperCase", List.of("")),
            Map.entry("java.lang.String.format", List.of("java.lang.String,[Ljava.lang.Object;")),
            Map.entry("java.lang.String.formatted", List.of("[Ljava.lang.Object;")),
            Map.entry("java.lang.String.getBytes", List.of("")),
            Map.entry("java.lang.String.<init>", List.of("[B", "[B,int,int")),
            Map.entry("java.time.ZoneId.systemDefault", List.of("")),
            Map.entry("java.util.TimeZone.getDefault", List.of("")),
            Map.entry("java.util.Locale.getDefault", List.of("", "java.util.Locale$Category")),
            Map.entry("java.nio.charset.Charset.defaultCharset", List.of("")),
            Map.entry("java.time.format.DateTimeFormatter.ofPattern", List.of("java.lang.String")),
            Map.entry("java.text.DecimalFormat.<init>", List.of("", "java.lang.String")),
            Map.entry("java.text.SimpleDateFormat.<init>", List.of("", "java.lang.String")),
            Map.entry("java.text.NumberFormat.getInstance", List.of("")),
            Map.entry("java.text.Collator.getInstance", List.of("")),
            Map.entry("java.lang.System.lineSeparator", List.of("")));

    private Predicates() {}

    static DescribedPredicate<JavaClass> named(String... names) {
        return describe("are one of " + List.of(names), type -> Set.of(names).contains(type.getName()));
    }

    static DescribedPredicate<JavaClass> sealed() {
        return describe("are sealed", JavaClass::isSealed);
    }

    static DescribedPredicate<JavaClass> reachable() {
        return describe("are public, with all the classes around them", Predicates::isPublic);
    }

    /** Public classes of the packages that module-info exports, with all the classes around them public too. */
    static DescribedPredicate<JavaClass> exported(String root) {
        return describe("are exported", type -> isExportedPackage(root, type.getPackageName()) && isPublic(type));
    }

    static boolean isExportedPackage(String root, String name) {
        boolean hidden = name.startsWith(root + ".stats") || name.startsWith(root + ".usecase");
        return !hidden && (name.equals(root) || name.startsWith(root + "."));
    }

    static DescribedPredicate<JavaCall<?>> goParallel() {
        return describe(
                "go parallel",
                call -> Set.of("parallelStream", "parallel", "parallelSort")
                        .contains(call.getTarget().getName()));
    }

    static DescribedPredicate<JavaCall<?>> ambientTimeOrRandomness() {
        return describe("read the clock or draw without a seed", call -> {
            CodeUnitAccessTarget target = target(call);
            String owner = target.getOwner().getName();
            String name = target.getName();
            boolean bare = target.getRawParameterTypes().isEmpty();
            boolean constructor = name.equals("<init>");
            return (owner.startsWith("java.time.") && name.equals("now"))
                    || (CLOCKS.contains(name) && owner.startsWith("java."))
                    || (bare
                            && (constructor || name.startsWith("create"))
                            && SEEDED_WHEN_GIVEN_ARGUMENTS.contains(owner))
                    || name.equals("randomUUID")
                    || (owner.equals("java.lang.Math") && name.equals("random"))
                    || owner.equals("java.security.SecureRandom")
                    || owner.equals("java.util.concurrent.ThreadLocalRandom")
                    || (owner.equals("java.util.Collections")
                            && name.equals("shuffle")
                            && target.getRawParameterTypes().size() == 1)
                    || (owner.equals("java.lang.System")
                            && Set.of("getenv", "getProperty").contains(name));
        });
    }

    static DescribedPredicate<JavaCall<?>> defaultLocaleZoneOrCharset() {
        return describe("take the machine's locale, zone or charset", call -> {
            CodeUnitAccessTarget target = target(call);
            String key = target.getOwner().getName() + "." + target.getName();
            return DEFAULTS.getOrDefault(key, List.of()).contains(parameters(target));
        });
    }

    /** Immutable sets and maps of the JDK, except the empty ones, which have no order. */
    static DescribedPredicate<JavaCall<?>> saltedCollection() {
        return describe("make a set or map whose order changes from JVM to JVM", call -> {
            CodeUnitAccessTarget target = target(call);
            String owner = target.getOwner().getName();
            String name = target.getName();
            boolean setOrMap = owner.equals("java.util.Set") || owner.equals("java.util.Map");
            return (setOrMap && Set.of("copyOf", "ofEntries").contains(name))
                    || (setOrMap
                            && name.equals("of")
                            && !target.getRawParameterTypes().isEmpty())
                    || (owner.equals("java.util.stream.Collectors")
                            && Set.of("toUnmodifiableSet", "toUnmodifiableMap").contains(name));
        });
    }

    private static CodeUnitAccessTarget target(JavaAccess<?> access) {
        return (CodeUnitAccessTarget) access.getTarget();
    }

    private static String parameters(CodeUnitAccessTarget target) {
        return String.join(
                ",",
                target.getRawParameterTypes().stream().map(JavaClass::getName).toList());
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(Predicates::isPublic).orElse(true);
    }

    private static <T> DescribedPredicate<T> describe(String description, Predicate<? super T> predicate) {
        return DescribedPredicate.describe(description.toLowerCase(Locale.ROOT), predicate);
    }
}
