package dev.flywheel.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTest {
    @TempDir
    Path temp;

    @Test
    void creates_the_folder_and_replaces_earlier_reports() throws IOException {
        ReportFolder folder = ReportFolder.in(temp.resolve("a/b"));
        folder.write("rotation.txt", "first");
        Path written = folder.write("rotation.txt", "ç second");

        assertEquals("ç second", Files.readString(written));
        try (Stream<Path> files = Files.list(temp.resolve("a/b"))) {
            assertEquals(List.of(written), files.toList(), "nothing unfinished stays");
        }
    }

    @Test
    void a_failed_write_leaves_nothing_behind() throws IOException {
        ReportFolder folder = ReportFolder.in(temp);
        Files.createDirectories(temp.resolve("rotation.txt/occupied"));

        assertThrows(IOException.class, () -> folder.write("rotation.txt", "text"));
        try (Stream<Path> files = Files.list(temp)) {
            assertEquals(List.of(temp.resolve("rotation.txt")), files.toList());
        }
    }
}
