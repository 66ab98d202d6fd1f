package dev.flywheel.adapters.csv.internal.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The formats that are known, one table each among the resources of this package, named like its {@link Kind}. To follow a
 * renamed column add a line to the format's table; to read a new kind of file add a {@link Kind}, a table and a mapper.
 */
public final class Formats {

    private static final List<Format> ALL =
            Arrays.stream(Kind.values()).map(Formats::load).toList();

    private Formats() {}

    /** {@return every format, in the order of {@link Kind}} */
    public static List<Format> all() {
        return ALL;
    }

    /**
     * A format.
     *
     * @param kind which kind of file
     * @return its format
     */
    @SuppressWarnings("EnumOrdinal") // the list has one format for each kind, in this order
    public static Format of(Kind kind) {
        return ALL.get(kind.ordinal());
    }

    /** {@return the name of a kind's table, such as {@code video-performance.csv}} */
    static String tableOf(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".csv";
    }

    private static Format load(Kind kind) {
        String name = tableOf(kind);
        try (InputStream table = Formats.class.getResourceAsStream(name)) {
            if (table == null) {
                throw new IllegalStateException("There is no table " + name + " for files of the kind " + kind);
            }
            return FormatTable.read(kind, name, new InputStreamReader(table, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name + " cannot be read", unreadable);
        }
    }
}
