package dev.flywheel.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One table of {@code docs/calibration.md}: what a simulation realised beside what was promised. Tests tagged
 * {@code calibration} fill one each; it is printed and written to {@code target/calibration/<file>.md}, from which
 * {@code .ci/calibration} puts the page together.
 */
public final class CalibrationTable {

    private final String file;
    private final List<String> lines = new ArrayList<>();

    private CalibrationTable(String file) {
        this.file = file;
    }

    /**
     * Starts a table.
     *
     * @param file its name without ending; tables stand on the page in the order of their files, such as {@code
     *     20-ad-test-type-one}
     * @param title its heading
     * @param note what was simulated, and how often
     * @param columns the headings of its columns
     * @return the table
     */
    public static CalibrationTable of(String file, String title, String note, String... columns) {
        CalibrationTable table = new CalibrationTable(file);
        table.lines.add("## " + title);
        table.lines.add("");
        table.lines.add(note);
        table.lines.add("");
        table.row((Object[]) columns);
        table.lines.add("|" + "---|".repeat(columns.length));
        return table;
    }

    /**
     * Adds a row.
     *
     * @param cells its cells, in words and rounded as they shall stand on the page
     */
    public void row(Object... cells) {
        StringBuilder line = new StringBuilder("|");
        for (Object cell : cells) {
            line.append(' ').append(cell).append(" |");
        }
        lines.add(line.toString());
    }

    /** Prints the table and writes its file. */
    public void write() {
        String text = String.join("\n", lines) + "\n";
        System.out.println(text);
        try {
            Path folder = Files.createDirectories(Path.of("target", "calibration"));
            Files.write(folder.resolve(file + ".md"), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
