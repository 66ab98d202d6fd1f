package dev.flywheel.app.example;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes a table as comma-separated UTF-8, quoting only what must be quoted. */
record Csv(boolean byteOrderMark, String lineEnd) {

    static final Csv PLAIN = new Csv(false, "\n");
    static final Csv NATIVE = new Csv(true, "\r\n");
    static final Csv MARKED = new Csv(true, "\n");

    byte[] bytes(Table table) {
        StringBuilder text = new StringBuilder(byteOrderMark ? "\ufeff" : "");
        for (List<String> line : table.lines()) {
            text.append(String.join(",", line.stream().map(Csv::cell).toList())).append(lineEnd);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(String value) {
        boolean quoted = value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
