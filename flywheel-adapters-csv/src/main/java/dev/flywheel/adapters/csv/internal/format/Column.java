package dev.flywheel.adapters.csv.internal.format;

import dev.flywheel.adapters.csv.internal.cell.Texts;
import java.util.List;

/**
 * A column of a format.
 *
 * @param field what it means
 * @param type what its cells hold
 * @param need how much a file needs it
 * @param aliases the names it has had, the one to prefer first
 */
public record Column(Field field, CellType type, Need need, List<String> aliases) {

    /** Checks. */
    public Column {
        aliases = List.copyOf(aliases);
        if (aliases.isEmpty()) {
            throw new IllegalArgumentException("Column " + field + " needs at least one name");
        }
    }

    /** How much a file needs a column. */
    public enum Need {
        /** A file without it is refused. */
        REQUIRED,
        /** Without it numbers are unknown, and the import says so. */
        EXPECTED,
        /** Only one generation of the export has it. */
        SOMETIMES
    }

    boolean isRequired() {
        return need == Need.REQUIRED;
    }

    List<String> normalAliases() {
        return aliases.stream().map(Texts::normal).toList();
    }
}
