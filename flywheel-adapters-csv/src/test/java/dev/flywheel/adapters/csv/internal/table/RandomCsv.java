package dev.flywheel.adapters.csv.internal.table;

import java.util.SplittableRandom;

/** Small random text files: well-formed ones, slightly damaged ones and noise. */
final class RandomCsv {

    private static final String[] PIECES = {
        "a",
        "1",
        "23",
        ".",
        "-",
        "$",
        " ",
        "\t",
        ";",
        "\u00E9",
        "\u0E01",
        "\uD83D\uDE0D",
        "x y",
        "longer than a word",
        "0"
    };
    private static final String[] QUOTED = {"\"\"", ",", "\n", "\r\n", ";"};
    private static final String[] NOISE = {
        "\"", "\"", ",", "\n", "\r\n", "\r", " ", "\t", "a", "bc", "\"\"", "\u00E9", ";"
    };

    private final SplittableRandom random;

    RandomCsv(long seed) {
        random = new SplittableRandom(seed);
    }

    String next() {
        String text = random.nextInt(4) == 0 ? noise() : wellFormed();
        text = random.nextInt(12) == 0 ? "\uFEFF" + text : text;
        return random.nextInt(6) == 0 ? damaged(text) : text;
    }

    private String noise() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(24); i > 0; i--) {
            text.append(NOISE[random.nextInt(NOISE.length)]);
        }
        return text.toString();
    }

    private String wellFormed() {
        StringBuilder text = new StringBuilder();
        String end = random.nextBoolean() ? "\n" : "\r\n";
        int columns = random.nextInt(1, 6);
        int rows = random.nextInt(7);
        for (int row = 0; row < rows; row++) {
            int cells = random.nextInt(5) == 0 ? random.nextInt(1, 9) : columns;
            for (int cell = 0; cell < cells; cell++) {
                text.append(cell == 0 ? "" : ",");
                cell(text);
            }
            text.append(row + 1 == rows && random.nextBoolean() ? "" : end);
        }
        return text.toString();
    }

    private void cell(StringBuilder text) {
        boolean quoted = random.nextInt(3) == 0;
        text.append(quoted ? "\"" : "");
        for (int i = random.nextInt(4); i > 0; i--) {
            boolean special = quoted && random.nextInt(3) == 0;
            text.append(special ? QUOTED[random.nextInt(QUOTED.length)] : PIECES[random.nextInt(PIECES.length)]);
        }
        text.append(quoted ? "\"" : "");
    }

    private String damaged(String text) {
        int at = text.isEmpty() ? 0 : random.nextInt(text.length());
        boolean inPair = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
        int place = inPair ? at - 1 : at;
        return text.substring(0, place) + NOISE[random.nextInt(NOISE.length)] + text.substring(place);
    }
}
