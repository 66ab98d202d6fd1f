package dev.flywheel.app;

import dev.flywheel.app.program.ProgramFile;
import dev.flywheel.app.report.FileNames;
import dev.flywheel.app.report.RotationText;
import dev.flywheel.core.cycle.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folder a brand's files lie in, and what to say when it cannot be used. */
final class DataFolder {
    private final Path path;

    private DataFolder(Path path) {
        this.path = path;
    }

    /** The folder at a path, which must exist and be readable. */
    static DataFolder at(Path path) {
        if (!Files.exists(path)) {
            throw new InputRejected("The folder " + path + " does not exist.");
        }
        if (!Files.isDirectory(path)) {
            throw new InputRejected(path + " is a file; --data names the folder that holds the exports.");
        }
        if (!Files.isReadable(path) || !Files.isExecutable(path)) {
            throw new InputRejected("The folder " + path + " may not be read; check its permissions.");
        }
        return new DataFolder(path);
    }

    boolean is(Path other) {
        return real(path).equals(real(other));
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException absent) {
            return path.toAbsolutePath().normalize();
        }
    }

    /** The programme file, which must be there. */
    Path programFile() {
        Path file = path.resolve(ProgramFile.NAME);
        if (!Files.isRegularFile(file)) {
            throw new InputRejected(
                    "The folder " + path + " has no " + ProgramFile.NAME + ". It names the brand, its"
                            + " currency, time zone and products; copy the one in flywheel-app/examples/northpeak and change it.");
        }
        return file;
    }

    /** Refuses files of which none can be used; no file at all is a brand before its launch. */
    void requireUsable(Evidence evidence) {
        if (!evidence.imports().isEmpty() && !isUsable(evidence)) {
            throw new InputRejected(unusable(evidence));
        }
    }

    /** The newest day, which must be known. */
    LocalDate requireDay(Optional<LocalDate> newest) {
        return newest.orElseThrow(() -> new InputRejected("The folder " + path + " holds no numbers with a date yet."
                + " Add an export, or name the day with --as-of to get the plan for a launch from zero."));
    }

    private static boolean isUsable(Evidence evidence) {
        return Stream.of(
                        evidence.observations(),
                        evidence.orderLines(),
                        evidence.videos(),
                        evidence.lives(),
                        evidence.samples(),
                        evidence.sampleOrders(),
                        evidence.authorizations(),
                        evidence.adTests(),
                        evidence.brandedSearches(),
                        evidence.amazon().all(),
                        evidence.marketProducts(),
                        evidence.creators())
                .anyMatch(found -> !found.isEmpty());
    }

    private String unusable(Evidence evidence) {
        FileNames names = FileNames.found(evidence.imports());
        List<String> lines = Stream.concat(
                        evidence.imports().stream().map(RotationText::line),
                        evidence.findings().stream().map(finding -> RotationText.line(finding, names)))
                .toList();
        return "No file in " + path + " can be used. Put the exports there as they were downloaded."
                + lines.stream().map(line -> "\n  " + line).collect(Collectors.joining());
    }
}
