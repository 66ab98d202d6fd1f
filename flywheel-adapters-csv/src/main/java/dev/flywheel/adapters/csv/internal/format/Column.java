package dev.flywheel.adapters.csv.internal.format;

import dev.flywheel.adapters.csv.internal.cell.Texts;
import java.util.List;

/**
 * A column of a format.
 *
 * @param field what it means
 * @param type what its cells hold
 * @param required whether a file without it is refused
 * @param aliases the names it has had, the one to prefer first
 */
public record Column(Field field, CellType type, boolean required, List<String> aliases) {

    /** Checks. */
    public Column {
        aliases = List.copyOf(aliases);
        if (aliases.isEmpty()) {
            throw new IllegalArgumentException("Column " + field + " needs at least one name");
        }
    }

    List<String> normalAliases() {
        return aliases.stream().map(Texts::normal).toList();
    }
}
