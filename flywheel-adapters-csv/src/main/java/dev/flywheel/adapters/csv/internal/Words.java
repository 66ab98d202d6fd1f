package dev.flywheel.adapters.csv.internal;

import dev.flywheel.adapters.csv.internal.format.Field;
import java.util.Arrays;
import java.util.Locale;

/** Cells that hold one of a few words. */
final class Words {

    private Words() {}

    /** The constant that a required cell names, in any case. */
    static <E extends Enum<E>> E constant(Cells cells, Field field, Class<E> type) throws RowRejected {
        String text = cells.required(field, cells.text(field));
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw cells.rejected(
                    field,
                    "not one of the words known here",
                    "write one of " + Arrays.toString(type.getEnumConstants()));
        }
    }
}
