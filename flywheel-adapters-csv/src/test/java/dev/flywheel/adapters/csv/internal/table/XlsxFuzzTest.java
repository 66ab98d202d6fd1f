package dev.flywheel.adapters.csv.internal.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.flywheel.adapters.csv.FuzzInputs;
import dev.flywheel.adapters.csv.XlsxFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes: a workbook gives rows within the limits, the same ones each time, or is refused. */
class XlsxFuzzTest {

    private static final TableLimits LIMITS = new TableLimits(
            1_000, 200, 2_000, 4_000, 1 << 20, new ArchiveLimits(64, 1 << 16, 1 << 20, 200, 16, 1 << 18, 50, 1 << 14));
    private static final List<String> PARTS = List.of(
            "xl/worksheets/sheet1.xml",
            "xl/sharedStrings.xml",
            "xl/styles.xml",
            "xl/workbook.xml",
            "xl/_rels/workbook.xml.rels");

    /** The same rows each time is asked of some inputs only: it doubles the work. */
    private static final int READ_AGAIN_ONE_IN = 8;

    private static final Map<String, byte[]> WHOLE = new LinkedHashMap<>();

    static {
        XlsxFile.parts("").forEach((name, xml) -> WHOLE.put(name, xml.getBytes(StandardCharsets.UTF_8)));
    }

    /** The parts of a workbook in memory; a fuzzer has no time for files. */
    private record Parts(Map<String, byte[]> bytes) implements XlsxParts {

        @Override
        public @Nullable MeteredStream part(String name) {
            byte[] part = bytes.get(name);
            if (part == null) {
                return null;
            }
            CRC32 crc = new CRC32();
            crc.update(part);
            ZipEntry entry = new ZipEntry(name);
            entry.setSize(part.length);
            entry.setCrc(crc.getValue());
            return new MeteredStream(new ByteArrayInputStream(part), entry, LIMITS.archive());
        }

        @Override
        public ArchiveLimits limits() {
            return LIMITS.archive();
        }

        @Override
        public void close() {}
    }

    /** Bytes that start as an archive are one; others are the parts of a workbook, with a NUL between them. */
    @Tag("fuzz")
    @FuzzTest(maxDuration = "2h", maxExecutions = 1_100_000)
    void reader_holds_its_limits(byte[] input) throws IOException {
        List<String> once = read(input);
        if (Arrays.hashCode(input) % READ_AGAIN_ONE_IN == 0) {
            assertEquals(once, read(input));
        }
    }

    private static List<String> read(byte[] input) throws IOException {
        List<String> seen = new ArrayList<>();
        boolean archive = input.length > 3 && input[0] == 'P' && input[1] == 'K' && input[2] == 3 && input[3] == 4;
        Path file = archive ? Files.write(Files.createTempFile("fuzz", ".xlsx"), input) : null;
        try (TableSource source = file == null
                ? XlsxTables.open(new Parts(parts(input)), LIMITS, Watch.NOBODY)
                : TableReader.open(file, TableLimits.TEXT, LIMITS)) {
            for (int sheet = 0; sheet < source.sheets().size(); sheet++) {
                long[] last = {0};
                source.read(sheet, row -> {
                    check(row, last[0]);
                    last[0] = row.line();
                    return seen.add(row.toString());
                });
            }
        } catch (FileRefused refused) {
            seen.add(refused.reason());
        } finally {
            if (file != null) {
                Files.delete(file);
            }
        }
        return seen;
    }

    private static void check(Row row, long previous) {
        assertTrue(row.line() > previous && row.line() <= LIMITS.rows(), row::toString);
        assertTrue(row.size() <= LIMITS.columns(), row::toString);
        int chars = 0;
        for (int column = 0; column < row.size(); column++) {
            chars += row.text(column).length();
            if (row.kind(column) == CellKind.NUMBER || row.kind(column) == CellKind.PERCENT) {
                assertEquals(
                        Double.parseDouble(row.text(column)),
                        new BigDecimal(row.text(column)).doubleValue(),
                        row.text(column));
            }
        }
        assertTrue(chars <= LIMITS.rowChars(), row::toString);
    }

    private static Map<String, byte[]> parts(byte[] input) {
        Map<String, byte[]> parts = new LinkedHashMap<>(WHOLE);
        int from = 0;
        for (String part : PARTS) {
            int to = from;
            while (to < input.length && input[to] != 0) {
                to++;
            }
            if (to > from) {
                parts.put(part, Arrays.copyOfRange(input, from, to));
            }
            from = Math.min(to + 1, input.length);
        }
        return parts;
    }

    static Stream<Named<byte[]>> inputs() throws Exception {
        return FuzzInputs.of(XlsxFuzzTest.class, "reader_holds_its_limits");
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void kept_inputs_do_no_harm(byte[] input) throws IOException {
        reader_holds_its_limits(input);
    }
}
