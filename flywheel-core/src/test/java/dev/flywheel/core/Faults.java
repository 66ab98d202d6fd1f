package dev.flywheel.core;

import dev.flywheel.core.content.Video;
import dev.flywheel.core.performance.Funnel;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Walks everything that hangs below a value and finds what no reader should ever meet: NaN, "null", 1.0E-4, -0. */
public final class Faults {

    private static final Pattern UNREADABLE =
            Pattern.compile("NaN|Infinity|\\bnull\\b|[0-9]E-?[0-9]|(?<![0-9a-zA-Z.-])-0(?:[.]0+)?(?![0-9]|[.][0-9])"
                    + "|Optional|[a-z]+@[0-9a-f]{6}|  ");

    private final List<String> faults = new ArrayList<>();
    private int numbers;

    private Faults() {}

    public static List<String> in(Object root) {
        Faults faults = new Faults();
        faults.walk("", root);
        if (faults.numbers == 0) {
            faults.faults.add("no number was found at all: the walk does not reach them");
        }
        return faults.faults;
    }

    private void walk(String path, @Nullable Object value) {
        if (value instanceof Double number) {
            numbers++;
            if (!Double.isFinite(number)) {
                faults.add(path + " = " + number);
            }
        } else if (value instanceof String text) {
            if (UNREADABLE.matcher(text).find()) {
                faults.add(path + " = \"" + text + "\"");
            }
        } else if (value instanceof Optional<?> optional) {
            walk(path, optional.orElse(null));
        } else if (value instanceof OptionalDouble optional) {
            walk(path, optional.isPresent() ? optional.getAsDouble() : null);
        } else if (value instanceof Iterable<?> values) {
            int i = 0;
            for (Object each : values) {
                walk(path + "[" + i++ + "]", each);
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> {
                walk(path + ".key", key);
                walk(path + "." + key, each);
            });
        } else if (value instanceof Record) {
            components(path, value);
        } else if (value instanceof Video video) {
            walk(path + ".describe", video.describe().replace("null", ""));
        } else if (value instanceof Funnel funnel) {
            walk(path, funnel.toString());
        }
    }

    private void components(String path, Object value) {
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                walk(path + "." + component.getName(), component.getAccessor().invoke(value));
            } catch (ReflectiveOperationException e) {
                throw new AssertionError("cannot read " + path + "." + component.getName(), e);
            }
        }
    }
}
