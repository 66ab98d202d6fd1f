package dev.flywheel.adapters.csv.internal.table;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The parts of a workbook by their names. */
interface XlsxParts extends Closeable {

    /** {@return the part, or null if the workbook has none of that name} */
    @Nullable
    MeteredStream part(String name) throws IOException;

    /** {@return what bounds the parts} */
    ArchiveLimits limits();
}
