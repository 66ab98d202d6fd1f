package dev.flywheel.adapters.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each of the readers tells how far it is, up to the end, and stops in the middle of a file when told to. */
class ImportCancellationTest {

    private static final int ROWS = 7_000;

    /** A file for each reader. */
    enum Reader {
        BYTES {
            @Override
            void write(Path dir) throws IOException {
                Files.writeString(dir.resolve("daily.csv"), EveryFormat.FUNNEL.csv(ROWS, 3));
            }
        },
        FASTCSV {
            @Override
            void write(Path dir) throws IOException {
                String text = EveryFormat.FUNNEL.csv(ROWS, 3);
                int at = text.indexOf("\r\n", 2_000);
                Files.writeString(
                        dir.resolve("daily.csv"), text.substring(0, at) + "\r\nstray \" mark" + text.substring(at));
            }
        },
        XLSX {
            @Override
            void write(Path dir) throws IOException {
                List<List<String>> table = new ArrayList<>(List.of(EveryFormat.FUNNEL.header()));
                SplittableRandom random = new SplittableRandom(3);
                for (int i = 0; i < ROWS; i++) {
                    table.add(EveryFormat.FUNNEL.good(random, i));
                }
                XlsxFile.write(dir.resolve("daily.xlsx"), table);
            }
        };

        abstract void write(Path dir) throws IOException;
    }

    @TempDir
    Path dir;

    private List<ImportProgress> heard;

    @BeforeEach
    void hearNothing() {
        heard = new ArrayList<>();
    }

    private void read(Reader reader, ImportListener listener) throws IOException {
        reader.write(dir);
        ImportSettings settings = ImportSettings.builder(Folder.program(Currency.getInstance("USD")))
                .threads(2)
                .listener(listener)
                .build();
        FolderEvidence.in(dir, settings).read();
    }

    @ParameterizedTest
    @EnumSource
    void progress_grows_to_the_end_of_each_reading(Reader reader) throws IOException {
        read(reader, heard::add);
        assertTrue(heard.size() >= 3, heard::toString);
        ImportProgress last = heard.get(heard.size() - 1);
        assertEquals(last.ofBytes(), last.bytes(), last::toString);
        assertTrue(last.rows() > ROWS, last::toString);
        int readings = 0;
        ImportProgress before = null;
        for (ImportProgress progress : heard) {
            boolean again = before == null || (before.bytes() == before.ofBytes() && progress.rows() < before.rows());
            readings += again ? 1 : 0;
            if (!again) {
                assertTrue(progress.bytes() >= before.bytes() && progress.rows() >= before.rows(), heard::toString);
            }
            assertTrue(progress.bytes() <= progress.ofBytes(), progress::toString);
            before = progress;
        }
        assertTrue(readings <= 3, heard::toString);
    }

    @ParameterizedTest
    @EnumSource
    void a_listener_ends_each_reader_in_the_middle_of_a_file(Reader reader) {
        CancellationException ended = assertThrows(
                CancellationException.class,
                () -> read(reader, progress -> heard.add(progress) && progress.rows() < 1_000));
        assertTrue(ended.getMessage().startsWith("The import was cancelled in daily."), ended.getMessage());
        ImportProgress last = heard.get(heard.size() - 1);
        assertTrue(last.rows() < ROWS, last::toString);
    }

    @ParameterizedTest
    @EnumSource
    void an_interrupt_ends_each_reader_in_the_middle_of_a_file(Reader reader) {
        Thread importing = Thread.currentThread();
        try {
            CancellationException ended = assertThrows(
                    CancellationException.class,
                    () -> read(reader, progress -> {
                        if (progress.rows() > 1_000) {
                            importing.interrupt();
                        }
                        return heard.add(progress);
                    }));
            assertEquals("The import was interrupted", ended.getMessage());
            assertTrue(heard.get(heard.size() - 1).rows() < ROWS, heard::toString);
        } finally {
            assertTrue(Thread.interrupted());
        }
    }
}
