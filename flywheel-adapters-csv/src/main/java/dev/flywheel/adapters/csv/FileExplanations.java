package dev.flywheel.adapters.csv;

import dev.flywheel.adapters.csv.internal.FileImport;
import dev.flywheel.adapters.csv.internal.ImportTrace;
import dev.flywheel.adapters.csv.internal.format.Header;
import dev.flywheel.adapters.csv.internal.frame.FoundFile;
import dev.flywheel.adapters.csv.internal.frame.ImportFrame;
import dev.flywheel.adapters.csv.internal.frame.SkuProducts;
import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.performance.FileExplanation;
import dev.flywheel.core.port.out.FlywheelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Explains what the import makes of files, by importing them without using what they give. Stateless and thread-safe. */
public final class FileExplanations {

    private FileExplanations() {}

    /**
     * Explains one file. It is read whole, so that the explanation is of what an import does.
     *
     * @param file the file
     * @param settings how files are to be understood
     * @return the explanation
     * @throws FlywheelException.SourceFailed if there is no such file or it cannot be read
     */
    public static FileExplanation of(Path file, ImportSettings settings) {
        return of(List.of(file), settings).get(0);
    }

    /**
     * Explains files that lie together. Affiliate orders tell which products the SKUs of other files are of.
     *
     * @param files the files
     * @param settings how files are to be understood
     * @return the explanations, in the order of the files
     * @throws FlywheelException.SourceFailed if there is no such file or one cannot be read
     */
    public static List<FileExplanation> of(List<Path> files, ImportSettings settings) {
        ImportFrame frame = settings.frame();
        Evidence.Builder orders = Evidence.builder();
        List<Optional<FileExplanation>> first =
                files.stream().map(file -> explained(file, frame, orders)).toList();
        ImportFrame knowing = frame.knowing(SkuProducts.of(orders.build()));
        List<FileExplanation> all = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            Path file = files.get(i);
            all.add(first.get(i).or(() -> explained(file, knowing, orders)).orElseThrow());
        }
        return all;
    }

    /** Empty for a file that is to be read after the others. */
    private static Optional<FileExplanation> explained(Path file, ImportFrame frame, Evidence.Builder orders) {
        if (!Files.isRegularFile(file)) {
            throw failed(file, Files.exists(file) ? "is not a file" : "does not exist", null);
        }
        try {
            FoundFile found = FoundFile.of(file);
            Evidence.Builder evidence = Evidence.builder();
            FileImport reading = new FileImport(frame, found, List.of(found.name()), null, evidence);
            ImportTrace trace = reading.run();
            if (reading.isPostponed()) {
                return Optional.empty();
            }
            Evidence read = evidence.build();
            read.orderLines().forEach(dated -> orders.add(dated.line(), dated.asOf()));
            return Optional.of(explanation(trace, read));
        } catch (IOException unreadable) {
            throw failed(file, "cannot be read (" + unreadable.getClass().getSimpleName() + ")", unreadable);
        }
    }

    private static FlywheelException.SourceFailed failed(Path file, String what, @Nullable IOException cause) {
        return new FlywheelException.SourceFailed(
                file.toString(), file + " " + what + ".", cause == null ? new IOException(what) : cause);
    }

    private static FileExplanation explanation(ImportTrace trace, Evidence evidence) {
        List<Header> chosen = trace.recognition().candidates();
        Optional<Header> header = chosen.size() == 1 ? Optional.of(chosen.get(0)) : Optional.empty();
        return new FileExplanation(
                trace.container(),
                trace.sheet(),
                chosen.isEmpty() ? 0 : chosen.get(0).row().line(),
                trace.decided(),
                trace.recognition().considered().stream()
                        .map(considered -> candidate(considered, chosen))
                        .toList(),
                header.map(FileExplanations::columns).orElse(List.of()),
                trace.dates(),
                trace.periodFrom(),
                evidence.imports().get(0),
                evidence.findings());
    }

    private static FileExplanation.Candidate candidate(Header considered, List<Header> chosen) {
        return new FileExplanation.Candidate(
                considered.label(),
                considered.row().line(),
                considered.score().known(),
                considered.score().named(),
                considered.score().missing(),
                chosen.stream()
                        .anyMatch(header ->
                                header.format().kind() == considered.format().kind()));
    }

    private static List<FileExplanation.ColumnUse> columns(Header header) {
        List<FileExplanation.ColumnUse> columns = new ArrayList<>();
        for (int i = 0; i < header.row().size(); i++) {
            String name = header.row().text(i).strip();
            String seenIn = header.seenIn(i).orElse("");
            columns.add(header.columnAt(i)
                    .map(column ->
                            new FileExplanation.ColumnUse(name, lower(column.field()), lower(column.type()), seenIn))
                    .orElseGet(() -> new FileExplanation.ColumnUse(name, null, null, header.whyUnused(name))));
        }
        return columns;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
