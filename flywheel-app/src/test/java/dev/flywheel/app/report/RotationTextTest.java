package dev.flywheel.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RotationTextTest {
    private final String report = RotationText.of(Rotations.full(), 10);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rotation 2 as of 2026-11-16 (America/Los_Angeles, USD)",
                "small.csv  funnel_daily  -",
                "views.csv  funnel_daily  2026-11-10..2026-11-16",
                "- rejected: views.csv, line 3, Video ID \"7.48E+18\": id mangled by a spreadsheet",
                "-> export a shorter period",
                "SELECT: What converts and pays, and how sure are we?",
                "    - 1 video wins",
                "Ranges in brackets hold the true number with 80% probability.",
                "1 (1 to 2)  7480000000000000002  mia      12,000       -     400  12,000.50 USD  3.33% (3.00% to 3.70%)",
                "3,600 (3,200 to 4,000)",
                "no evidence",
                "over 99%  winner",
                "day 7, spark ad: holds -> scale, budget 50.00 USD -> 100.00 USD a day",
                "Spent 350.00 USD; paid 1,234,567 clicks (400 matured), 12 orders",
                "insufficient attribution -> keep",
                "Spent unknown;",
                "paid to organic unknown",
                "\n1. Put $50 a day behind video 1",
                "start boost (StartBoost-1, AMPLIFY)",
                "Expected value: 120 USD (40 to 210) with 80% probability. Cost: 50.00 USD. Needs your approval.",
                "Expected value: cannot be put in money. Cost: 50.00 USD.",
                "Why: 40 orders from 900 clicks",
                "Unless: its conversion falls below 2%",
                "10. Put $50 a day behind video 10",
                "... and 2 more actions in the JSON document.",
                "angle      price",
                "0.60 (0.40 to 0.80)        2%      12         4  worse",
                "1.90 (1.50 to 2.40)  over 99%       7         2  none",
                "Hook \"question\", angle \"proof\", placement \"first-3s\" (to learn)",
                "cycle time",
                "Branded search is not estimated yet.",
            })
    void says(String expected) {
        assertTrue(report.contains(expected), report);
    }

    @Test
    void shows_no_more_actions_than_asked_for() {
        assertFalse(report.contains("11. Put"), report);
        assertTrue(RotationText.of(Rotations.full(), 11).contains("11. Put"));
    }

    @Test
    void obeys_no_control_character_of_others() {
        assertTrue(report.chars().noneMatch(c -> c < ' ' && c != '\n'), report);
        assertTrue(report.contains("'quoted' ?[31m"), report);
    }

    @Test
    void paragraphs_stay_within_the_width_of_a_terminal() {
        String long_ = "word ".repeat(60).strip();
        String[] lines = new TextPage().wrapped(2, "- ", long_).toString().split("\n");
        assertTrue(lines.length > 2);
        assertTrue(lines[0].startsWith("  - word"));
        assertTrue(lines[1].startsWith("    word"));
        for (String line : lines) {
            assertTrue(line.length() <= 100, line);
        }
    }

    @Test
    void an_empty_rotation_says_so_in_every_part() {
        String empty = RotationText.of(Rotations.empty(), 10);
        for (String sentence : List.of(
                "No file.",
                "Nothing was found.",
                "Nothing to rank yet.",
                "No boost is running.",
                "Nothing. Look again when there is more data.",
                "No video carries a tag yet.",
                "None yet.",
                "Nothing to compare with yet.")) {
            assertTrue(empty.contains(sentence), sentence);
        }
    }

    @Test
    void a_file_is_one_line() {
        assertEquals(
                "views.csv: funnel_daily, 2026-11-10..2026-11-16, 12,348 rows, 12,345 accepted, 2 rejected",
                RotationText.line(Rotations.full().imports().get(0)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.995, 0.5, 0.001, Double.NaN})
    void probabilities_claim_no_certainty(double probability) {
        String expected = Double.isNaN(probability)
                ? "-"
                : probability > 0.99 ? "over 99%" : probability < 0.01 ? "under 1%" : "50%";
        assertEquals(expected, Words.probability(probability));
    }
}
