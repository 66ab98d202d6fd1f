package dev.flywheel.adapters.csv.internal.format;

import dev.flywheel.adapters.csv.internal.cell.Texts;
import java.util.ArrayList;
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

    /** The same column with one more name, which says the same of it. */
    Column alsoNamed(CellType sameType, Need sameNeed, String name) {
        if (sameType != type || sameNeed != need) {
            throw new IllegalArgumentException("\"" + name + "\" holds " + sameType + " and is " + sameNeed
                    + ", but another name of " + field + " holds " + type + " and is " + need);
        }
        List<String> names = new ArrayList<>(aliases);
        names.add(name);
        return new Column(field, type, need, names);
    }

    boolean isRequired() {
        return need == Need.REQUIRED;
    }

    List<String> normalAliases() {
        return aliases.stream().map(Texts::normal).toList();
    }
}
