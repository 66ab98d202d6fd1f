package dev.flywheel.adapters.csv.internal.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpreadsheetTextTest {

    /** What a spreadsheet may run, wherever it lets a cell begin: with commas, semicolons or TABs between cells. */
    private static final Pattern RUN =
            Pattern.compile("(^|[;\\t\\r\\n])[\\s\\u00A0\\u200B\"]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20]");

    private static final String[] PIECES = {
        "=",
        "+",
        "-",
        "@",
        "\t",
        "\r",
        "\n",
        "\uFF1D",
        "\uFF0B",
        "\uFF0D",
        "\uFF20",
        " ",
        "\u00A0",
        "\"",
        "'",
        ";",
        ",",
        "1",
        "12.5",
        "a",
        "cmd|' /C calc'!A0",
        "HYPERLINK(\"x\")",
        "\u200B",
        "\u202E",
        "\uD83D\uDE0D"
    };

    @Test
    void nothing_runs_and_everything_comes_back_seed_20261125() {
        SplittableRandom random = new SplittableRandom(20261125L);
        for (int i = 0; i < 100_000; i++) {
            StringBuilder made = new StringBuilder();
            for (int piece = random.nextInt(7); piece > 0; piece--) {
                made.append(PIECES[random.nextInt(PIECES.length)]);
            }
            String cell = made.toString();
            String safe = SpreadsheetText.safe(cell);
            assertEquals(cell, SpreadsheetText.plain(safe), safe);
            assertFalse(!cell.equals(safe) && cell.matches("-[0-9]+(\\.[0-9]+)?"), cell);
            assertFalse(
                    !safe.matches("-[0-9]+(\\.[0-9]+)?") && RUN.matcher(safe).find(), safe);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "=1+1 | '=1+1",
                "` @sum` | `' @sum`",
                "\"+1 | '\"+1",
                "a;=1 | a;'=1",
                "a;b | a;b",
                "'=1 | ''=1",
                "'tis | 'tis",
                "-12.5 | -12.5",
                "-12.5% | '-12.5%",
                "\uFF1D1 | '\uFF1D1",
                "1-2 | 1-2"
            })
    void says_where_the_apostrophes_go(String cell, String safe) {
        assertEquals(safe, SpreadsheetText.safe(cell));
        assertEquals(cell, SpreadsheetText.plain(safe));
    }
}
