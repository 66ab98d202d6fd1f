package dev.flywheel.adapters.csv;

/**
 * Follows an import and may end it. Called from the threads that read, never by two of them at once, many times a second on
 * large files; files that are small may never be reported.
 */
@FunctionalInterface
public interface ImportListener {

    /**
     * Hears how far the reading of a file has come.
     *
     * @param progress how far
     * @return whether to go on; if not, the read ends with a {@link java.util.concurrent.CancellationException}
     */
    boolean goesOn(ImportProgress progress);
}
