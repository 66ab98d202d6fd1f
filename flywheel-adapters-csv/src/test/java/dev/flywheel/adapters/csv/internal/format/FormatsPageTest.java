package dev.flywheel.adapters.csv.internal.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of exports names every format, and says of each whether it is read. */
class FormatsPageTest {

    private static final String RECOGNISED = "Recognised, so that they are not taken for something else, and not read:";

    private static String page() throws IOException {
        return Files.readString(Path.of("..", "docs", "import.md"));
    }

    @Test
    void every_format_stands_where_it_belongs() throws IOException {
        String page = page();
        String read = page.substring(0, page.indexOf(RECOGNISED));
        String notRead = page.substring(page.indexOf(RECOGNISED), page.indexOf("## Your own files"))
                .replaceAll("\\s+", " ");
        for (Format format : Formats.all()) {
            assertEquals(format.isRead(), read.contains(format.label()), format.label());
            assertTrue(format.isRead() || notRead.contains(format.label()), format.label());
        }
    }

    @Test
    void the_columns_of_the_brands_own_files_are_those_of_their_tables() throws IOException {
        List<String> rows =
                page().lines().filter(line -> line.startsWith("| `")).toList();
        assertEquals(6, rows.size());
        for (String row : rows) {
            String[] cells = row.split("\\|");
            String file = cells[1].replace("`", "").strip();
            String columns = cells[2].replaceAll("\\([^)]*\\)", "").replaceAll("\\s", "");
            Format format = Formats.of(Kind.valueOf(file.replace(".csv", "").toUpperCase(Locale.ROOT)));
            assertEquals(
                    Stream.of(columns.split(",")).sorted().toList(),
                    format.columns().stream()
                            .map(column -> column.aliases().get(0))
                            .sorted()
                            .toList(),
                    file);
        }
    }
}
