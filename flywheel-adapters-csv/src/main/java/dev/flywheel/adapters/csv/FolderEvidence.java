package dev.flywheel.adapters.csv;

import dev.flywheel.adapters.csv.internal.FileImport;
import dev.flywheel.adapters.csv.internal.frame.FoundFile;
import dev.flywheel.adapters.csv.internal.frame.ImportFrame;
import dev.flywheel.adapters.csv.internal.frame.SkuProducts;
import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.port.out.EvidenceSource;
import dev.flywheel.core.port.out.FlywheelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Evidence from a folder of exports as they were downloaded: CSV or XLSX, under any name.
 *
 * <p>Every regular file that lies directly in the folder is read, in order of its content, so that names and order
 * never change a result; only the period that a name carries does. The same content is used once. Links, hidden files,
 * the lock files of open workbooks and {@code program.toml} are not read, nor is anything outside the folder. What is
 * wrong with a file becomes a finding, a rejected row or both, and never keeps the other files from being used.
 *
 * <p>Thread-safe; each {@link #read} goes over the files again. A listener of the settings, or an interrupt, can end
 * it with a {@link CancellationException}. The memory that reading takes does not grow with the size of a file; what is read
 * is kept, each thing once.
 */
public final class FolderEvidence implements EvidenceSource {

    private static final String PROGRAM = "program.toml";

    /** Excel's mark of a workbook that is open. */
    private static final String LOCK = "~$";

    private final Path folder;
    private final ImportSettings settings;

    private FolderEvidence(Path folder, ImportSettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /**
     * The evidence in a folder.
     *
     * @param folder the folder
     * @param settings how its files are to be understood
     * @return the source
     * @throws IllegalArgumentException if rejected rows would be written into the folder that is read
     */
    public static FolderEvidence in(Path folder, ImportSettings settings) {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(settings, "settings");
        settings.quarantine().ifPresent(target -> {
            if (real(target).equals(real(folder))) {
                throw new IllegalArgumentException(
                        "quarantine must not be the folder that is read, or rejected rows would be imported: "
                                + target);
            }
        });
        return new FolderEvidence(folder, settings);
    }

    /** Links resolved, as far as there is something. */
    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException absent) {
            return folder.toAbsolutePath().normalize();
        }
    }

    @Override
    public Evidence read() {
        Evidence.Builder evidence = Evidence.builder();
        ImportFrame frame = settings.frame();
        @Nullable Path quarantine = settings.quarantine().orElse(null);
        List<Consumer<SkuProducts>> later = new ArrayList<>();
        byContent(evidence).values().forEach(copies -> {
            FoundFile file = copies.get(0);
            List<String> names = copies.stream().map(FoundFile::name).toList();
            if (copies.size() > 1) {
                evidence.add(new Finding(
                        Finding.Kind.FILE_DUPLICATED,
                        file.subject(),
                        "the same content lies here " + copies.size() + " times; it was used once",
                        "nothing to do"));
            }
            FileImport first = new FileImport(frame, file, names, quarantine, evidence);
            first.run();
            if (first.isPostponed()) {
                later.add(knowing -> new FileImport(frame.knowing(knowing), file, names, quarantine, evidence).run());
            }
            endIfInterrupted();
        });
        if (!later.isEmpty()) {
            SkuProducts skus = SkuProducts.of(evidence.build());
            later.forEach(file -> {
                file.accept(skus);
                endIfInterrupted();
            });
        }
        return evidence.build();
    }

    /** An interrupt closes the file that is being read: it must not pass for a file that cannot be read. */
    private static void endIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("The import was interrupted");
        }
    }

    private Map<String, List<FoundFile>> byContent(Evidence.Builder evidence) {
        Map<String, List<FoundFile>> found = new TreeMap<>();
        for (Path path : regularFiles()) {
            try {
                FoundFile file = FoundFile.of(path);
                found.computeIfAbsent(file.contentId(), any -> new ArrayList<>())
                        .add(file);
            } catch (IOException failed) {
                evidence.add(new Finding(
                        Finding.Kind.FILE_UNREADABLE,
                        "file " + path.getFileName(),
                        "cannot be read: " + failed.getClass().getSimpleName(),
                        "check the file's permissions"));
            }
            endIfInterrupted();
        }
        return found;
    }

    private List<Path> regularFiles() {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .filter(path -> !isSkipped(String.valueOf(path.getFileName())))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new FlywheelException.SourceFailed(
                    folder.toString(),
                    "The folder " + folder + " cannot be read: "
                            + failed.getClass().getSimpleName() + ". Check that it exists and may be read.",
                    failed);
        }
    }

    private static boolean isSkipped(String name) {
        return name.startsWith(".")
                || name.startsWith(LOCK)
                || name.toLowerCase(Locale.ROOT).equals(PROGRAM);
    }
}
