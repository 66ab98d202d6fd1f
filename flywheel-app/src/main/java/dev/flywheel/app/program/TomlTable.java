package dev.flywheel.app.program;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One table of a TOML file. Every value is asked for by key; what is missing or wrong is added to the file's problems
 * and read as empty, so that one reading finds them all.
 */
final class TomlTable {
    private static final int LONGEST_VALUE_SHOWN = 60;
    private static final int MOST_DIGITS = 12;

    private final String path;
    private final JsonNode node;
    private final List<String> problems;

    TomlTable(String path, JsonNode node, List<String> problems) {
        this.path = path;
        this.node = node;
        this.problems = problems;
    }

    /** Names every key that is not among the known ones. */
    void refuseUnknown(Set<String> known) {
        for (Iterator<String> keys = node.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            if (!known.contains(key)) {
                String guess = Nearest.to(key, known)
                        .map(name -> "did you mean " + name + "? ")
                        .orElse("");
                problem("unknown key " + path + shown(key) + "; " + guess + "known here: " + String.join(", ", known));
            }
        }
    }

    Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    boolean has(String key) {
        return node.has(key);
    }

    /** A text that must be there and not blank. */
    Optional<String> text(String key) {
        return present(key).flatMap(value -> {
            if (!value.isTextual() || value.textValue().isBlank()) {
                return wrong(key, value, "must be a text in quotes");
            }
            return Optional.of(value.textValue().strip());
        });
    }

    /** A text that must be there and that a reader understands, or an {@link IllegalArgumentException} says why not. */
    <T> Optional<T> text(String key, Function<String, T> reader) {
        return text(key).flatMap(text -> {
            try {
                return Optional.of(reader.apply(text));
            } catch (IllegalArgumentException wrong) {
                return wrong(key, node.get(key), String.valueOf(wrong.getMessage()));
            }
        });
    }

    /** A list of texts that may be absent. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        JsonNode value = node.get(key);
        if (value == null) {
            return texts;
        }
        boolean good = value.isArray();
        for (JsonNode element : value) {
            good &= element.isTextual() && !element.textValue().isBlank();
            texts.add(element.asText().strip());
        }
        if (!good) {
            wrong(key, value, "must be a list of texts, such as " + key + " = [\"northpeak\", \"north peak\"]");
        }
        return texts;
    }

    /** A plain decimal in quotes that must be there: a bare TOML number would pass through binary fractions. */
    Optional<BigDecimal> amount(String key) {
        return present(key).flatMap(value -> {
            if (value.isNumber()) {
                return wrong(
                        key,
                        value,
                        "must be a decimal in quotes, because money is exact: write " + key + " = \"" + literal(value)
                                + "\"");
            }
            if (!value.isTextual() || !value.textValue().matches("-?[0-9]{1,15}(\\.[0-9]{1,4})?")) {
                return wrong(key, value, "must be a plain decimal in quotes, such as \"12.30\"");
            }
            return Optional.of(new BigDecimal(value.textValue()));
        });
    }

    /** A number from 0 to 1 that must be there. */
    Optional<BigDecimal> fraction(String key) {
        return present(key).flatMap(value -> {
            if (!value.isNumber()
                    || (value.isFloatingPointNumber() && !Double.isFinite(value.doubleValue()))
                    || value.decimalValue().scale() > MOST_DIGITS
                    || value.decimalValue().signum() < 0
                    || value.decimalValue().compareTo(BigDecimal.ONE) > 0) {
                return wrong(key, value, "must be a number from 0 to 1 without quotes: 15 % is 0.15");
            }
            return Optional.of(value.decimalValue());
        });
    }

    /** A number, bare or as a decimal in quotes, that must be there. */
    Optional<BigDecimal> number(String key) {
        return present(key).flatMap(value -> {
            boolean finite = !value.isFloatingPointNumber() || Double.isFinite(value.doubleValue());
            if (value.isNumber() && finite && value.decimalValue().scale() <= MOST_DIGITS) {
                return Optional.of(value.decimalValue());
            }
            if (value.isTextual() && value.textValue().matches("-?[0-9]{1,15}(\\.[0-9]{1,12})?")) {
                return Optional.of(new BigDecimal(value.textValue()));
            }
            return wrong(key, value, "must be a number, such as 0.10");
        });
    }

    /** A table that may be absent. */
    Optional<TomlTable> table(String key) {
        JsonNode value = node.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isObject()) {
            return wrong(key, value, "must be a table: write [" + key + "] on a line of its own");
        }
        return Optional.of(new TomlTable(path + key + ".", value, problems));
    }

    /** Tables of which there must be at least one. */
    List<TomlTable> tables(String key) {
        List<TomlTable> tables = new ArrayList<>();
        Optional<JsonNode> found = present(key);
        if (found.isEmpty()) {
            return tables;
        }
        JsonNode value = found.get();
        boolean good = value.isArray() && !value.isEmpty();
        for (JsonNode element : value) {
            good &= element.isObject();
            tables.add(new TomlTable(path + key + "[" + (tables.size() + 1) + "].", element, problems));
        }
        if (good) {
            return tables;
        }
        wrong(key, value, "must be one or more tables: write [[" + key + "]] before each");
        return List.of();
    }

    void problem(String text) {
        problems.add(text);
    }

    /** The full name of a key for messages. */
    String named(String key) {
        return path + key;
    }

    private Optional<JsonNode> present(String key) {
        JsonNode value = node.get(key);
        if (value == null) {
            problem(path + key + " is missing");
        }
        return Optional.ofNullable(value);
    }

    private <T> Optional<T> wrong(String key, JsonNode value, String allowed) {
        problem(path + key + " = " + shown(literal(value)) + " " + allowed);
        return Optional.empty();
    }

    private static String literal(JsonNode value) {
        boolean plain =
                value.isBigDecimal() && Math.abs((long) value.decimalValue().scale()) <= MOST_DIGITS;
        return plain ? value.decimalValue().toPlainString() : value.toString();
    }

    private static String shown(String value) {
        return value.length() <= LONGEST_VALUE_SHOWN ? value : value.substring(0, LONGEST_VALUE_SHOWN) + "...";
    }
}
