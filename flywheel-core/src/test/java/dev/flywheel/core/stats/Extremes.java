package dev.flywheel.core.stats;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Makes up arguments for the methods of a package: mostly numbers at the edge of what is allowed, sometimes beyond.
 * Objects come from the package's own public constructors and factories, made up in the same way. Seeded.
 */
final class Extremes {

    private static final double[] NUMBERS = {
        0, 0, 1e-300, 1e-12, 1e-6, 0.03, 0.3, 0.5, 0.9, 1, 1, 1.5, 2, 7, 33.3, 150, 2000, 1e6, 1e9, 1e12
    };
    private static final double[] BEYOND = {
        -1e-12, -0.7, -1, -4, 1e13, 1e15, 1e300, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
    };
    private static final int[] LENGTHS = {0, 1, 2, 2, 3, 5, 5, 12, 40};
    private static final int TRIES = 60;
    private static final int DEEPEST = 6;

    private final Random random;
    private final List<Class<?>> types;
    /** Arrays of one call mostly have one length, or every call would be refused for that. */
    private int length;
    /** The calls that made objects, to tell how a failure came about. */
    private final Map<Object, String> origin = new IdentityHashMap<>();

    Extremes(long seed, List<Class<?>> types) {
        this.random = new Random(seed);
        this.types = types;
    }

    /** A call that could not be made, because its arguments were refused on the way. */
    static final class NotMade extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** What a call gave, and a description of the call. */
    record Outcome(String call, Object result, Throwable thrown) {}

    /** {@return what this method or constructor makes of made-up arguments} */
    Outcome call(Executable target) throws NotMade {
        length = LENGTHS[random.nextInt(LENGTHS.length)];
        return call(target, 0);
    }

    private Outcome call(Executable target, int depth) throws NotMade {
        boolean fixed = Modifier.isStatic(target.getModifiers()) || target instanceof Constructor;
        Object receiver = fixed ? null : value(target.getDeclaringClass(), depth + 1);
        Object[] arguments = new Object[target.getParameterCount()];
        Type[] wanted = target.getGenericParameterTypes();
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = value(wanted[i], depth + 1);
        }
        String call = target.getDeclaringClass().getSimpleName() + "." + target.getName() + " on "
                + origin.getOrDefault(receiver, String.valueOf(receiver)) + " with " + Arrays.deepToString(arguments);
        try {
            Object result = target instanceof Method method
                    ? method.invoke(receiver, arguments)
                    : ((Constructor<?>) target).newInstance(arguments);
            return new Outcome(call, result, null);
        } catch (InvocationTargetException e) {
            return new Outcome(call, null, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(call, e);
        }
    }

    private Object value(Type type, int depth) throws NotMade {
        if (type instanceof ParameterizedType of && Collection.class.isAssignableFrom((Class<?>) of.getRawType())) {
            List<Object> list = new ArrayList<>();
            for (int i = 0; i < Math.min(length, 5); i++) {
                list.add(value(of.getActualTypeArguments()[0], depth + 1));
            }
            return list;
        }
        if (!(type instanceof Class<?> plain)) {
            throw new NotMade();
        }
        if (plain.isArray()) {
            int size = random.nextInt(20) == 0 ? random.nextInt(4) : length;
            Object array = Array.newInstance(plain.getComponentType(), size);
            for (int i = 0; i < size; i++) {
                Array.set(array, i, value(plain.getComponentType(), depth + 1));
            }
            return array;
        }
        return plain.isPrimitive() || plain == String.class ? simple(plain) : made(plain, depth);
    }

    private Object simple(Class<?> type) throws NotMade {
        if (type == double.class) {
            double[] from = random.nextInt(60) == 0 ? BEYOND : NUMBERS;
            double number = from[random.nextInt(from.length)];
            return random.nextInt(4) == 0 ? number * random.nextDouble() : number;
        }
        if (type == int.class) {
            return random.nextInt(6) - (random.nextInt(10) == 0 ? 2 : 0);
        }
        if (type == long.class) {
            return (long) random.nextInt(200);
        }
        if (type == boolean.class) {
            return random.nextBoolean();
        }
        if (type == String.class) {
            return "name" + random.nextInt(3);
        }
        throw new NotMade();
    }

    private Object made(Class<?> type, int depth) throws NotMade {
        if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        }
        List<Executable> ways = ways(type);
        for (int i = 0; i < TRIES && depth < DEEPEST && !ways.isEmpty(); i++) {
            Outcome made = call(ways.get(random.nextInt(ways.size())), depth + 1);
            Object result = made.result instanceof Optional<?> perhaps ? perhaps.orElse(null) : made.result;
            if (result != null) {
                origin.put(result, made.call);
                return result;
            }
        }
        throw new NotMade();
    }

    /** Public constructors and factories; an object whose builder is needed comes from that builder. */
    private List<Executable> ways(Class<?> type) {
        Stream<Executable> constructors = Arrays.stream(type.getConstructors());
        Stream<Executable> factories = types.stream()
                .flatMap(any -> Arrays.stream(any.getMethods()))
                .filter(method -> gives(method, type))
                .filter(method -> method.getDeclaringClass() != type || Modifier.isStatic(method.getModifiers()))
                .map(method -> (Executable) method);
        return Stream.concat(constructors, factories)
                .sorted(Comparator.comparing(Executable::toGenericString))
                .toList();
    }

    private static boolean gives(Method method, Class<?> type) {
        return method.getReturnType() == type
                || (method.getGenericReturnType() instanceof ParameterizedType perhaps
                        && perhaps.getRawType() == Optional.class
                        && perhaps.getActualTypeArguments()[0] == type);
    }
}
