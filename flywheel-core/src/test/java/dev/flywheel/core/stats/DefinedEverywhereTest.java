package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.flywheel.core.stats.Extremes.NotMade;
import dev.flywheel.core.stats.Extremes.Outcome;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * NaN never leaves this package: every public method of every public class, given numbers however extreme, either refuses
 * them with an {@link IllegalArgumentException} or answers with finite numbers. Classes that are added are found.
 */
class DefinedEverywhereTest {

    private static final long SEED = 20261122;
    private static final int CALLS = 10;
    /** Of these some need arguments that other classes refuse to be made with. */
    private static final int MOST_ATTEMPTS = 5_000;

    /** It takes a function, and none is made here; its own test calls it. */
    private static final List<String> OUT_OF_REACH = List.of("TopTwo.pick");

    /** Methods whose Javadoc says when they answer with infinity. */
    private static final List<String> INFINITE_BY_DEFINITION =
            List.of("relativeError", "logShiryaevRoberts", "logCusum");

    private static final List<String> OF_ALL = List.of("equals", "hashCode", "toString");

    @TestFactory
    Stream<DynamicTest> refuses_or_answers_with_finite_numbers_seed_20261122() throws IOException, URISyntaxException {
        List<Class<?>> types = publicTypes();
        return types.stream()
                .map(type ->
                        dynamicTest(type.getSimpleName(), () -> targets(type).forEach(target -> check(target, types))));
    }

    @Test
    void finds_the_classes_of_the_package() throws IOException, URISyntaxException {
        List<Class<?>> types = publicTypes();
        assertTrue(types.containsAll(List.of(SparkTest.class, DayNoise.Day.class, Population.class)), types.toString());
        assertTrue(targets(PaidEconomics.class).count() >= 4);
    }

    @Test
    void what_was_found_here_stays_found() {
        assertEquals(OptionalDouble.empty(), CostPerWinner.of(1e9, 1e-300).cost());
        assertEquals(1, CostPerWinner.of(1e12, 1e12).cost().getAsDouble());
        assertTrue(defined(CostPerWinner.of(1e-12, 1e12)));
        assertEquals(1e12, new GammaPrior(1e12, 1).estimate().low(), 1e7);
        assertTrue(defined(new SeededDraws(1).of(new BetaPosterior(1e-12, 1e-300), 20)));
        double probability = new BetaPosterior(1e-12, 1).probabilityAbove(new BetaPosterior(1e-12, 1));
        assertTrue(probability >= 0 && probability <= 1, "probability " + probability);
        assertThrows(IllegalArgumentException.class, () -> new ResponseCurve(1e-300, 1e-12, 0.5));
    }

    @Test
    void beyond_the_library_quantiles_meet_the_library_seamlessly() {
        assertEquals(1, Special.gammaQuantile(0.1, 1e6) / Special.gammaQuantile(0.1, 1e6 * (1 + 1e-15)), 1e-9);
        assertEquals(1, Special.gammaQuantile(0.9, 1e6) / Special.gammaQuantile(0.9, 1.000001e6) * 1.000001, 1e-8);
    }

    @Test
    void would_notice_a_number_that_is_not_one() {
        assertFalse(defined(new double[][] {{1, 0.0 / 0}}));
        assertFalse(defined(List.of(OptionalDouble.of(1.0 / 0))));
        assertFalse(defined(new ProbeOfRecords(new Probe(Double.NaN))));
        assertTrue(defined(new ProbeOfRecords(new Probe(3))));
    }

    record Probe(double number) {}

    record ProbeOfRecords(Probe probe) {}

    private static void check(Executable target, List<Class<?>> types) {
        Extremes extremes = new Extremes(SEED + target.toGenericString().hashCode(), types);
        int made = 0;
        for (int attempt = 0; made < CALLS && attempt < MOST_ATTEMPTS; attempt++) {
            try {
                Outcome outcome = extremes.call(target);
                made++;
                if (outcome.thrown() == null) {
                    boolean infinite = outcome.result() instanceof Double number
                            && Double.isInfinite(number)
                            && INFINITE_BY_DEFINITION.contains(target.getName());
                    assertTrue(
                            infinite || defined(outcome.result()),
                            () -> outcome.call() + " gave " + words(outcome.result()));
                } else if (!(outcome.thrown() instanceof IllegalArgumentException)
                        && !(outcome.thrown() instanceof IndexOutOfBoundsException)) {
                    fail(outcome.call() + " threw " + outcome.thrown(), outcome.thrown());
                }
            } catch (NotMade e) {
                // An argument was refused on the way; the next ones are others.
                continue;
            }
        }
        String name = target.getDeclaringClass().getSimpleName() + "." + target.getName();
        assertEquals(OUT_OF_REACH.contains(name), made == 0, () -> "whether arguments can be made for " + target);
    }

    private static String words(Object result) {
        return result instanceof double[] numbers ? Arrays.toString(numbers) : String.valueOf(result);
    }

    /** {@return whether every number in it is finite} */
    private static boolean defined(Object result) {
        if (result instanceof Double number) {
            return Double.isFinite(number);
        }
        if (result instanceof OptionalDouble number) {
            return number.isEmpty() || defined(number.getAsDouble());
        }
        if (result instanceof Optional<?> some) {
            return some.isEmpty() || defined(some.get());
        }
        if (result instanceof Collection<?> all) {
            return all.stream().allMatch(DefinedEverywhereTest::defined);
        }
        if (result != null && result.getClass().isArray()) {
            return IntStream.range(0, Array.getLength(result)).allMatch(i -> defined(Array.get(result, i)));
        }
        return !(result instanceof Record) || parts(result).allMatch(DefinedEverywhereTest::defined);
    }

    private static Stream<Object> parts(Object record) {
        return Arrays.stream(record.getClass().getRecordComponents())
                .map(RecordComponent::getAccessor)
                .map(accessor -> read(accessor, record));
    }

    private static Object read(Method accessor, Object record) {
        try {
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<Executable> targets(Class<?> type) {
        Stream<Executable> methods = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> method.getReturnType() != void.class && !OF_ALL.contains(method.getName()))
                .filter(method -> !isComponent(method))
                .map(method -> (Executable) method);
        return Stream.concat(Arrays.stream(type.getConstructors()), methods)
                .sorted(Comparator.comparing(Executable::toGenericString));
    }

    /** What a record holds is looked at wherever a record is returned. */
    private static boolean isComponent(Method method) {
        Class<?> type = method.getDeclaringClass();
        return type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                        .anyMatch(component -> component.getAccessor().equals(method));
    }

    private static List<Class<?>> publicTypes() throws IOException, URISyntaxException {
        Path folder =
                Path.of(SparkTest.class.getResource("SparkTest.class").toURI()).getParent();
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
                    .sorted()
                    .<Class<?>>map(name -> load(name.substring(0, name.length() - ".class".length())))
                    .filter(type -> Modifier.isPublic(type.getModifiers()) && !type.isInterface() && !type.isEnum())
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(SparkTest.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
