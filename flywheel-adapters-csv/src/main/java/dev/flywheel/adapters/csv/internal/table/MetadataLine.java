package dev.flywheel.adapters.csv.internal.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The first line of Amazon's Brand Analytics, such as {@code Brand=["Mott & Bow"],Reporting Range=["Weekly"]}. It is not CSV:
 * a quotation mark stands inside a cell that is not quoted, and a brand's name may hold commas. So it is split off before any
 * parser sees it, and is a row of one cell. A spreadsheet that saves the file again quotes the line; then it is CSV.
 *
 * @param text the line without its end
 * @param bytes how many bytes of the file it takes, with a byte order mark before it and its end
 */
record MetadataLine(String text, int bytes) {

    private static final int LONGEST = 1 << 16;
    private static final int MARK = 3;
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N} ]{1,40}=\\[\".*");

    /** {@return the line that the file begins with, or null when it begins with something else} */
    static @Nullable MetadataLine of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(LONGEST);
        }
        int from = FastCsv.isMark(Arrays.copyOf(head, Math.min(head.length, MARK))) ? MARK : 0;
        int to = from;
        while (to < head.length && head[to] != '\n' && head[to] != '\r') {
            to++;
        }
        if (to == head.length) {
            return null;
        }
        String text = text(head, from, to);
        boolean twoBytes = head[to] == '\r' && to + 1 < head.length && head[to + 1] == '\n';
        return text != null && FORM.matcher(text).matches() ? new MetadataLine(text, to + (twoBytes ? 2 : 1)) : null;
    }

    /** Text that is damaged is left to the reader that says where. */
    private static @Nullable String text(byte[] head, int from, int to) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(head, from, to - from))
                    .toString();
        } catch (CharacterCodingException damaged) {
            return null;
        }
    }

    Row row() {
        return Row.ofText(1, List.of(text));
    }
}
