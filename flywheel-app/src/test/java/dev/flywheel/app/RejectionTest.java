package dev.flywheel.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RejectionTest {
    @TempDir
    Path folder;

    @Test
    void an_empty_folder_asks_for_the_programme_file() {
        assertRejected(
                "The folder " + folder
                        + " has no program.toml. It names the brand, its currency, time zone and products;"
                        + " copy the one in flywheel-app/examples/northpeak and change it.",
                Run.of("rotate", "--data", folder));
    }

    @Test
    void a_missing_folder_and_a_file_are_told_apart() {
        assertRejected("does not exist.", Run.of("rotate", "--data", folder.resolve("nowhere")));
        Path file = Brand.write(folder, "a.csv", "x");
        assertRejected(
                file + " is a file; --data names the folder that holds the exports.", Run.of("rotate", "--data", file));
    }

    @Test
    void a_folder_without_permission_says_so() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(closed), "a superuser may read everything");
        assertRejected("may not be read; check its permissions.", Run.of("rotate", "--data", closed));
    }

    @Test
    void junk_is_listed_file_by_file() throws IOException {
        Brand.write(folder, "program.toml", Brand.PROGRAM);
        Brand.write(folder, "letter.txt", "Dear brand,\nhere is nothing.\n");
        Brand.write(folder, "list.csv", "box,weight\n1,2\n");
        Files.write(folder.resolve("photo.xlsx"), "not a workbook".getBytes(StandardCharsets.UTF_8));

        for (String asOf : new String[] {"--seed=1", "--as-of=2026-11-16"}) {
            Run run = Run.of("rotate", "--data", folder, asOf, "--json");
            assertRejected(
                    "No file in " + folder + " can be used. Put the exports there as they were downloaded.", run);
            assertTrue(run.err().contains("list.csv: unrecognised, 2 rows, 0 accepted, 0 rejected"), run.err());
            assertTrue(run.err().contains("photo.xlsx"), run.err());
            assertTrue(run.err().contains("no known export; its first line holds: box, weight"), run.err());
        }
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "America/Los_Angeles|America/Springfield|zone = \"America/Springfield\" must be an IANA time zone",
                "price = \"30.00\"|price = 30.00|price = 30 must be a decimal in quotes, because money is exact",
                "price = \"30.00\"|price = \"thirty\"|price = \"thirty\" must be a plain decimal in quotes",
                "[[products]]|speed = 1\\n[[products]]|unknown key speed; known here: brand, currency, zone",
                "brand = \"Northpeak\"|brand \"Northpeak\"|is not valid TOML in line 1",
            })
    void a_programme_that_cannot_be_used_names_its_faults(String from, String to, String expected) {
        Brand.write(Brand.in(folder), "program.toml", Brand.PROGRAM.replace(from, to.replace("\\n", "\n")));
        assertRejected(expected, Run.of("rotate", "--data", folder));
    }

    @Test
    void an_unknown_policy_key_is_refused_in_both_places() {
        Path data = Brand.in(folder.resolve("data"));
        Path policy = Brand.write(folder, "bold.toml", "alfa = 0.2");
        assertRejected(
                "bold.toml: unknown key alfa; did you mean alpha?",
                Run.of("rotate", "--data", data, "--policy", policy));
        assertRejected(
                "bolt.toml: does not exist", Run.of("rotate", "--data", data, "--policy", folder.resolve("bolt.toml")));
        Brand.write(data, "program.toml", Brand.PROGRAM + "alfa = 0.2\n");
        assertRejected("program.toml: unknown key policy.alfa; did you mean alpha?", Run.of("rotate", "--data", data));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rotate|Missing required option: '--data=DIR'",
                "rotate --data x --as-of yesterday|'yesterday' is not a day; write it as 2026-11-16",
                "rotate --data x --period 2026-01-01|'2026-01-01' is not a period; write it as 2026-11-10..2026-11-16",
                "rotate --data x --period 2026-01-02..2026-01-01|Period must not end before it starts",
                "rotate --data x --marketplace mars|'mars' is no marketplace of Amazon's; write its country, such as US",
                "rotate --data x --seed many|Invalid value for option '--seed': 'many' is not a long",
                "rotate --data x --announce :hooks:|it is not a URL; write it as https://example.com/hooks/flywheel",
                "rotate --data x --sed 1|Possible solutions: --seed",
                "rotat|Did you mean: flywheel rotate",
            })
    void wrong_usage_says_how_it_is_used(String words, String expected) {
        Run run = Run.of((Object[]) words.split(" "));
        assertEquals(2, run.exitCode(), run.err());
        assertTrue(run.err().contains(expected), run.err());
        assertTrue(run.err().contains("--help'."), run.err());
        assertEquals("", run.out());
    }

    @Test
    void no_command_is_wrong_usage() {
        Run run = Run.of();
        assertEquals(2, run.exitCode());
        assertEquals("No command is given, such as: flywheel rotate --data DIR\nTry 'flywheel --help'.\n", run.err());
    }

    @Test
    void reports_must_not_go_where_exports_are_read() {
        Path data = Brand.in(folder);
        Run run = Run.of("rotate", "--data", data, "--out", data.resolve("../" + data.getFileName()));
        assertEquals(2, run.exitCode());
        assertTrue(run.err().startsWith("--out must not be the folder that is read"), run.err());
    }

    @Test
    void reports_that_cannot_be_written_fail_plainly() {
        Path data = Brand.in(folder.resolve("data"));
        Path file = Brand.write(folder, "occupied", "x");
        Run run = Run.of("rotate", "--data", data, "--out", file);
        assertEquals(1, run.exitCode());
        assertTrue(
                run.err().contains("The reports cannot be written to " + file + " (FileAlreadyExistsException);"),
                run.err());
        assertFalse(run.err().contains("\tat "), "no stack trace");
    }

    @Test
    void a_fault_of_the_program_is_short_unless_debugging() {
        Path data = Brand.in(folder);
        InstantSource broken = () -> {
            throw new IllegalStateException("no clock");
        };
        String secret = "whsec_" + "A".repeat(40);
        Object[] args = {"rotate", "--data", data, "--announce", "http://127.0.0.1:9/x"};

        Run plain = Run.of(Wiring.of(Map.of("FLYWHEEL_WEBHOOK_SECRET", secret), broken, pause -> {}), args);
        assertEquals(1, plain.exitCode());
        assertEquals(
                "Failed: IllegalStateException no clock\n"
                        + "This should not happen. Set FLYWHEEL_DEBUG=1 to see where it did, and report it.\n",
                plain.err());

        Map<String, String> debugging = Map.of("FLYWHEEL_WEBHOOK_SECRET", secret, "FLYWHEEL_DEBUG", "1");
        assertTrue(Run.of(Wiring.of(debugging, broken, pause -> {}), args).err().contains("\tat "));
    }

    private static void assertRejected(String expected, Run run) {
        assertEquals(3, run.exitCode(), run.err());
        assertTrue(run.err().contains(expected), run.err());
        assertFalse(run.err().contains("\tat "), "no stack trace");
        assertEquals("", run.out());
    }
}
