package dev.flywheel.app.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A folder of reports in which every file is whole at every instant: it is written beside its place and then moved there.
 */
public final class ReportFolder {
    private final Path folder;

    private ReportFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * The reports of a folder, which is created when it does not exist.
     *
     * @param folder the folder
     * @return its reports
     * @throws IOException if it cannot be created
     */
    public static ReportFolder in(Path folder) throws IOException {
        return new ReportFolder(Files.createDirectories(folder));
    }

    /**
     * Writes a report as UTF-8; it replaces an earlier one.
     *
     * @param name the name of its file
     * @param text the report
     * @return where it lies
     * @throws IOException if it cannot be written
     */
    public Path write(String name, String text) throws IOException {
        Path target = folder.resolve(name);
        // Not a temporary file of the JDK: that one would leave the report readable by its owner alone.
        Path unfinished =
                folder.resolve("." + name + "." + ProcessHandle.current().pid() + ".unfinished");
        try {
            Files.writeString(unfinished, text, StandardCharsets.UTF_8);
            move(unfinished, target);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        return target;
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException networkDrive) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
