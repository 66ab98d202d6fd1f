package dev.flywheel.app.report;

import dev.flywheel.core.performance.ImportReport;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Says files the way people know them. Results name a file by the digest of its content; this replaces the digest in a
 * sentence. Immutable and thread-safe.
 */
public final class FileNames {
    private static final int SHORT = 12;

    private final Map<String, String> byContent = new LinkedHashMap<>();

    private FileNames(Collection<ImportReport> imports, Function<ImportReport, String> name) {
        imports.forEach(file -> byContent.put(file.contentId(), name.apply(file)));
    }

    /**
     * Files by the names they were found under.
     *
     * @param imports the files
     * @return their names
     */
    public static FileNames found(Collection<ImportReport> imports) {
        return new FileNames(imports, ImportReport::fileName);
    }

    /** Files by the first digits of their digest, the same under any file name. */
    static FileNames shortened(Collection<ImportReport> imports) {
        return new FileNames(imports, file -> shortened(file.contentId()));
    }

    static String shortened(String contentId) {
        return contentId.substring(0, Math.min(SHORT, contentId.length()));
    }

    /**
     * A sentence with names in place of digests.
     *
     * @param sentence a sentence of a finding or an action
     * @return the sentence for people
     */
    public String in(String sentence) {
        String named = sentence;
        for (Map.Entry<String, String> file : byContent.entrySet()) {
            named = named.replace(file.getKey(), file.getValue());
        }
        return named;
    }
}
