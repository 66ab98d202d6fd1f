package dev.flywheel.adapters.csv.internal.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.flywheel.adapters.csv.FuzzInputs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes: both CSV readers see the same rows, and both proofs of UTF-8 say the same. */
class CsvFuzzTest {

    private static final char[] DELIMITERS = {',', ';', '\t', ','};

    private static boolean isText(byte[] bytes) throws IOException {
        try {
            Utf8.check(new ByteArrayInputStream(bytes), () -> {});
            return true;
        } catch (FileRefused refused) {
            return false;
        }
    }

    /** The first byte chooses the delimiter and where the file is cut. */
    @Tag("fuzz")
    @FuzzTest(maxDuration = "2h", maxExecutions = 1_500_000)
    void readers_agree(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        byte[] bytes = Arrays.copyOfRange(input, 1, input.length);
        boolean text = Utf8Bytes.areText(Arrays.copyOf(bytes, bytes.length + Swar.PADDING), 0, bytes.length);
        assertEquals(isText(bytes), text);
        if (text) {
            String csv = new String(bytes, StandardCharsets.UTF_8);
            char delimiter = DELIMITERS[(input[0] & 0xFF) >> 6];
            CsvReadings.requireSame(CsvReadings.byFastCsv(csv, delimiter), csv, delimiter, 1 + (input[0] & 0x3F));
        }
    }

    static Stream<Named<byte[]>> inputs() throws Exception {
        return FuzzInputs.of(CsvFuzzTest.class, "readers_agree");
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void kept_inputs_do_no_harm(byte[] input) throws IOException {
        readers_agree(input);
    }
}
