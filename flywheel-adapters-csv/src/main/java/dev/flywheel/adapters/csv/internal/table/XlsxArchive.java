package dev.flywheel.adapters.csv.internal.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The archive around a workbook, with its directory checked before anything is inflated. Nothing is ever extracted. */
final class XlsxArchive implements XlsxParts {

    private static final long RATIO_FREE = 1 << 20;
    private static final int SHOWN = 80;
    static final String REMEDY = "download the export again; a genuine export never looks like this";

    private final ZipFile zip;
    private final ArchiveLimits limits;

    private XlsxArchive(ZipFile zip, ArchiveLimits limits) {
        this.zip = zip;
        this.limits = limits;
    }

    static XlsxArchive open(Path file, TableLimits limits) throws FileRefused, IOException {
        long size = Files.size(file);
        limits.requireBytes(size);
        XlsxDirectory.check(file, limits.archive());
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException | IllegalArgumentException broken) {
            throw new FileRefused("a damaged archive: " + broken.getMessage(), "download the export again");
        }
        try {
            checkDirectory(zip, size, limits.archive());
        } catch (FileRefused refused) {
            zip.close();
            throw refused;
        }
        return new XlsxArchive(zip, limits.archive());
    }

    private static void checkDirectory(ZipFile zip, long size, ArchiveLimits limits) throws FileRefused {
        if (zip.size() > limits.entries()) {
            throw new FileRefused(
                    "the archive has " + zip.size() + " entries, allowed are " + limits.entries(), REMEDY);
        }
        Set<String> names = new HashSet<>();
        long compressed = 0;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (!names.add(entry.getName().toLowerCase(Locale.ROOT))) {
                throw new FileRefused("the archive holds \"" + shown(entry) + "\" twice", REMEDY);
            }
            checkEntry(entry, limits);
            compressed += entry.getCompressedSize();
        }
        if (compressed > size) {
            throw new FileRefused("entries of the archive overlap: they have more bytes than the file", REMEDY);
        }
    }

    private static void checkEntry(ZipEntry entry, ArchiveLimits limits) throws FileRefused {
        long inflated = entry.getSize();
        long compressed = Math.max(entry.getCompressedSize(), 1);
        if (inflated < 0 || inflated > limits.inflatedBytes()) {
            throw new FileRefused(
                    "\"" + shown(entry) + "\" inflates to " + inflated + " bytes, allowed are "
                            + limits.inflatedBytes(),
                    REMEDY);
        }
        if (inflated > RATIO_FREE && inflated / compressed >= limits.inflateRatio()) {
            throw new FileRefused(
                    "\"" + shown(entry) + "\" inflates to " + inflated / compressed + " times its size, allowed are "
                            + limits.inflateRatio(),
                    REMEDY);
        }
    }

    /** An entry's name may be as long as 65,535 characters, and hold line breaks. */
    private static String shown(ZipEntry entry) {
        String name = entry.getName().replaceAll("\\p{Cntrl}", "?");
        return name.length() > SHOWN ? name.substring(0, SHOWN) + "..." : name;
    }

    @Override
    public ArchiveLimits limits() {
        return limits;
    }

    @Override
    public @Nullable MeteredStream part(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return null;
        }
        InputStream in = zip.getInputStream(entry);
        if (in == null) {
            return null;
        }
        return new MeteredStream(in, entry, limits);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
