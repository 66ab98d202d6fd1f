package dev.flywheel.adapters.csv.internal.table;

import java.io.Closeable;
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
final class XlsxArchive implements Closeable {

    private static final long RATIO_FREE = 1 << 20;
    private static final String REMEDY = "download the export again; a genuine export never looks like this";

    private final ZipFile zip;

    private XlsxArchive(ZipFile zip) {
        this.zip = zip;
    }

    static XlsxArchive open(Path file, TableLimits limits) throws FileRefused, IOException {
        long size = Files.size(file);
        if (size > limits.fileBytes()) {
            throw new FileRefused(
                    "the workbook has " + size + " bytes, allowed are " + limits.fileBytes(),
                    "split the export into shorter periods");
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException | IllegalArgumentException broken) {
            throw new FileRefused("a damaged archive: " + broken.getMessage(), "download the export again");
        }
        try {
            checkDirectory(zip, limits);
        } catch (FileRefused refused) {
            zip.close();
            throw refused;
        }
        return new XlsxArchive(zip);
    }

    private static void checkDirectory(ZipFile zip, TableLimits limits) throws FileRefused {
        if (zip.size() > limits.zipEntries()) {
            throw new FileRefused(
                    "the archive has " + zip.size() + " entries, allowed are " + limits.zipEntries(), REMEDY);
        }
        Set<String> names = new HashSet<>();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = entry.getName().toLowerCase(Locale.ROOT);
            if (!names.add(name)) {
                throw new FileRefused("the archive holds \"" + entry.getName() + "\" twice", REMEDY);
            }
            long inflated = entry.getSize();
            long compressed = Math.max(entry.getCompressedSize(), 1);
            if (inflated < 0 || inflated > limits.inflatedBytes()) {
                throw new FileRefused(
                        "\"" + entry.getName() + "\" inflates to " + inflated + " bytes, allowed are "
                                + limits.inflatedBytes(),
                        REMEDY);
            }
            if (inflated > RATIO_FREE && inflated / compressed >= limits.inflateRatio()) {
                throw new FileRefused(
                        "\"" + entry.getName() + "\" inflates to " + inflated / compressed
                                + " times its size, allowed are " + limits.inflateRatio(),
                        REMEDY);
            }
        }
    }

    /** {@return the part, or null if the workbook has none of that name} */
    @Nullable
    MeteredStream part(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return null;
        }
        InputStream in = zip.getInputStream(entry);
        if (in == null) {
            return null;
        }
        return new MeteredStream(in, entry.getSize());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
