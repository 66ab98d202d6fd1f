package dev.flywheel.adapters.csv;

import static dev.flywheel.adapters.csv.Folder.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.adapters.csv.Folder.Container;
import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.performance.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is read but the files of the folder, and nothing is written but the files of the quarantine. */
class FolderBoundsTest {

    private static final List<String> TAGS = row("video_id", "hook");
    private static final String CANARY = "canary";

    @TempDir
    Path dir;

    private Path data;
    private Path quarantine;
    private Path outside;

    @BeforeEach
    void folders() throws IOException {
        data = Files.createDirectory(dir.resolve("data"));
        quarantine = Files.createDirectory(dir.resolve("quarantine"));
        outside = Files.createDirectory(dir.resolve("outside"));
    }

    private Folder folder() {
        return new Folder(data).quarantine(quarantine);
    }

    private static String bad(int i) {
        return "video_id,hook\nbad!" + i + ",x\n";
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    @Test
    void links_hidden_files_and_lock_files_are_not_read() throws IOException {
        Path secret = Files.writeString(outside.resolve("secret.csv"), "video_id,hook\n" + Exports.VIDEO + ",x\n");
        Files.createSymbolicLink(data.resolve("link.csv"), secret);
        Files.createSymbolicLink(data.resolve("relative.csv"), Path.of("../outside/secret.csv"));
        Files.createSymbolicLink(data.resolve("folder"), outside);
        Files.createSymbolicLink(data.resolve("loop"), data);
        Files.createSymbolicLink(data.resolve("nowhere.csv"), outside.resolve("absent.csv"));
        Files.copy(secret, data.resolve(".hidden.csv"));
        Files.copy(secret, data.resolve("~$open.xlsx"));
        Evidence evidence = folder().read();
        assertEquals(List.of(), evidence.imports());
        assertEquals(List.of(), evidence.findings());
    }

    private static final List<String> NAMES = List.of(
            "CON.csv",
            "nul",
            "COM1.csv",
            "a\nb.csv",
            "tab\there.csv",
            "\u202Evsc.exe",
            "x..csv..",
            "%2e%2e%2fetc.csv",
            "a\\..\\..\\b.csv",
            "=cmd.csv",
            "x".repeat(240) + ".csv",
            "\u00E9".repeat(120),
            " .csv",
            "-rf.csv",
            "a:b|c?.csv");

    /** Names of every kind that a folder may hold; their rejected rows stay within the quarantine, under plain names. */
    @Test
    void rejected_rows_stay_in_the_quarantine_whatever_the_files_are_called_seed_20261125() throws IOException {
        SplittableRandom random = new SplittableRandom(20261125L);
        String[] pieces = {
            "..", ".", "\\", "%2e", "%00", "~", "$HOME", "`", "con", "\n", "\r", "\u202E", " ", "a", ":", "*"
        };
        int made = 0;
        for (int i = 0; i < 200; i++) {
            StringBuilder name = new StringBuilder(i < NAMES.size() ? NAMES.get(i) : "n" + i);
            for (int piece = i < NAMES.size() ? 0 : random.nextInt(12); piece > 0; piece--) {
                name.append(pieces[random.nextInt(pieces.length)]);
            }
            Files.writeString(data.resolve(name.toString()), bad(i));
            made++;
        }
        Evidence evidence = folder().read();
        assertEquals(made, evidence.imports().size());
        List<Path> written = files(quarantine);
        assertEquals(made, written.size());
        for (Path file : written) {
            assertTrue(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS), file::toString);
            String name = file.getFileName().toString();
            assertTrue(name.matches("rejected [A-Za-z0-9 ._~,()-]{0,120} [0-9a-f]{12}\\.csv"), name);
        }
        assertEquals(3, files(dir).size());
        assertEquals(List.of(), files(outside));
        assertEquals(made, files(data).size());
    }

    @Test
    void a_link_in_the_place_of_a_quarantine_file_is_replaced_and_never_written_through() throws IOException {
        Files.writeString(data.resolve("t.csv"), bad(1));
        folder().read();
        Path written = files(quarantine).get(0);
        String content = Files.readString(written);
        Path victim = Files.writeString(outside.resolve("victim"), CANARY);
        Path part = quarantine.resolve("." + written.getFileName() + ".part");
        Files.delete(written);
        Files.createSymbolicLink(written, victim);
        Files.createSymbolicLink(part, victim);
        folder().read();
        assertEquals(CANARY, Files.readString(victim));
        assertTrue(Files.isRegularFile(written, LinkOption.NOFOLLOW_LINKS));
        assertEquals(content, Files.readString(written));
        assertFalse(Files.exists(part, LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void a_folder_in_the_place_of_a_quarantine_file_is_a_finding() throws IOException {
        Files.writeString(data.resolve("t.csv"), bad(1));
        folder().read();
        Path written = files(quarantine).get(0);
        Files.delete(written);
        Files.createDirectories(written.resolve("full"));
        assertEquals(
                1,
                Folder.findings(folder().read(), Finding.Kind.ROWS_REJECTED).stream()
                        .filter(message -> message.startsWith("the rejected rows could not be written"))
                        .count());
    }

    @Test
    void a_quarantine_that_is_a_link_into_the_folder_that_is_read_is_refused() throws IOException {
        Path link = Files.createSymbolicLink(dir.resolve("link"), data);
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> FolderEvidence.in(
                                data,
                                ImportSettings.builder(Folder.program(Currency.getInstance("USD")))
                                        .quarantine(link)
                                        .build()))
                .getMessage()
                .startsWith("quarantine must not be the folder that is read"));
    }

    @Test
    void a_quarantine_that_becomes_such_a_link_later_is_not_written_to() throws IOException {
        Files.writeString(data.resolve("t.csv"), bad(1));
        FolderEvidence evidence = FolderEvidence.in(
                data,
                ImportSettings.builder(Folder.program(Currency.getInstance("USD")))
                        .quarantine(quarantine)
                        .build());
        Files.delete(quarantine);
        Files.createSymbolicLink(quarantine, data);
        assertEquals(1, evidence.read().imports().size());
        assertEquals(List.of(data.resolve("t.csv")), files(data));
    }

    @Test
    void entries_of_an_archive_are_never_written_whatever_they_are_called() throws IOException {
        var parts = XlsxFile.parts(XlsxFile.sheetOf("<row><c t=\"inlineStr\"><is><t>a</t></is></c></row>"));
        parts.put("../../outside/evil.csv", CANARY);
        parts.put("/etc/flywheel-evil", CANARY);
        parts.put("..\\..\\outside\\evil.csv", CANARY);
        parts.put("C:\\evil.csv", CANARY);
        XlsxFile.write(data.resolve("t.xlsx"), parts);
        folder().read();
        assertEquals(List.of(), files(outside));
        assertEquals(1, files(data).size());
        assertFalse(Files.exists(Path.of("/etc/flywheel-evil")));
    }

    /** Every nasty beginning of a cell comes back from the quarantine as the import first saw it. */
    @Test
    void what_was_set_aside_reads_as_before_once_it_is_mended() throws IOException {
        List<String> nasty =
                List.of("=1+1", " =1", "\t=1", "a;=1", "\"=1", "''=1", "@x", "-5", "-5%", "\uFF1D1", "x\n+1");
        Folder first = folder();
        first.tableOf(
                Container.CSV,
                "t",
                Stream.concat(Stream.of(TAGS), nasty.stream().map(cell -> row("bad!", cell)))
                        .toList());
        first.read();
        String written = Files.readString(files(quarantine).get(0));
        Path mended = Files.createDirectory(dir.resolve("mended"));
        Path direct = Files.createDirectory(dir.resolve("direct"));
        String text = written;
        for (int n = 0; n < nasty.size(); n++) {
            text = text.replaceFirst("(?m)^bad!", Exports.videoId("2026-07-10T18:00:00Z", n + 1));
        }
        Files.writeString(mended.resolve("m.csv"), text);
        List<List<String>> rows = new ArrayList<>(List.of(TAGS));
        for (int n = 0; n < nasty.size(); n++) {
            rows.add(row(Exports.videoId("2026-07-10T18:00:00Z", n + 1), nasty.get(n)));
        }
        new Folder(direct).tableOf(Container.CSV, "d", rows);
        assertEquals(
                new Folder(direct).read().tags().toString(),
                new Folder(mended).read().tags().toString());
    }
}
