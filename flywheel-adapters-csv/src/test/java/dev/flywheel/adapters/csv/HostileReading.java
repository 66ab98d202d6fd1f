package dev.flywheel.adapters.csv;

import dev.flywheel.adapters.csv.internal.table.FileRefused;
import dev.flywheel.adapters.csv.internal.table.TableReader;
import dev.flywheel.adapters.csv.internal.table.TableSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/** Reads every file of a folder in a virtual machine of its own, then imports the folder, and prints what came of it. */
final class HostileReading {

    private HostileReading() {}

    /** Takes the folder. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.sorted().toList();
        }
        for (Path file : files) {
            long start = System.nanoTime();
            String outcome = read(file);
            long millis = (System.nanoTime() - start) / 1_000_000;
            System.out.println(file.getFileName() + "\t" + millis + "\t" + outcome);
        }
        long start = System.nanoTime();
        int imports = FolderEvidence.in(
                        folder,
                        ImportSettings.builder(Folder.program(Currency.getInstance("USD")))
                                .threads(7)
                                .build())
                .read()
                .imports()
                .size();
        System.out.println("import\t" + (System.nanoTime() - start) / 1_000_000 + "\t" + imports);
    }

    private static String read(Path file) throws IOException {
        long[] rows = {0};
        try (TableSource source = TableReader.open(file)) {
            for (int sheet = 0; sheet < source.sheets().size(); sheet++) {
                source.read(sheet, row -> ++rows[0] > 0);
            }
            return rows[0] + " rows";
        } catch (FileRefused refused) {
            return refused.reason() + " -> " + refused.remedy();
        }
    }
}
