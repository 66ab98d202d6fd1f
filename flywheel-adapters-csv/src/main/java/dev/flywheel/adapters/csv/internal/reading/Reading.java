package dev.flywheel.adapters.csv.internal.reading;

import dev.flywheel.adapters.csv.internal.cell.CellFault;
import org.jspecify.annotations.Nullable;

/** Makes a value of a cell's text. */
@FunctionalInterface
interface Reading<T> {

    /** {@return the value, or null where the text says that there is none} */
    @Nullable
    T read() throws CellFault;
}
