package dev.flywheel.adapters.csv.internal.table;

/**
 * How much the archive and the markup of a workbook may hold before it is refused.
 *
 * @param entries entries of the archive, and links between its parts
 * @param directoryBytes bytes of the archive's directory, which is held in memory
 * @param inflatedBytes bytes of one entry once inflated
 * @param inflateRatio inflated bytes per compressed byte of an entry above one mebibyte
 * @param xmlDepth elements within one another
 * @param markupBytes bytes of one piece of markup, which a parser holds whole
 * @param styles cell styles and number formats; Excel has at most 65,490
 * @param sharedStringBytes memory of the shared strings
 */
public record ArchiveLimits(
        int entries,
        int directoryBytes,
        long inflatedBytes,
        int inflateRatio,
        int xmlDepth,
        int markupBytes,
        int styles,
        long sharedStringBytes) {

    /** Well above what any export has. */
    public static final ArchiveLimits EXPORT =
            new ArchiveLimits(4_096, 4 << 20, 1L << 30, 200, 64, 4 << 20, 65_536, 64L << 20);
}
