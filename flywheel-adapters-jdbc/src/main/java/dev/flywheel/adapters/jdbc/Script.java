package dev.flywheel.adapters.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** One step of the schema: a file {@code V<version>__<name>.sql}. Once it has been released it is never changed. */
record Script(int version, String name, String sql) {

    private static final Pattern END = Pattern.compile(";\\s*(\\n|$)");

    private static final List<String> NAMES = List.of("entries", "snapshots_and_people");

    /** All steps in order. */
    static List<Script> all() {
        return IntStream.rangeClosed(1, NAMES.size())
                .mapToObj(version -> read(version, NAMES.get(version - 1)))
                .toList();
    }

    /** Each ends with a semicolon at the end of a line; comments have lines of their own. */
    List<String> statements() {
        return END.splitAsStream(sql.strip()).toList();
    }

    String checksum() {
        try {
            byte[] bytes = sql.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }

    private static Script read(int version, String name) {
        String file = "schema/V" + version + "__" + name + ".sql";
        try (InputStream in = Objects.requireNonNull(Script.class.getResourceAsStream(file), file)) {
            return new Script(version, name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
