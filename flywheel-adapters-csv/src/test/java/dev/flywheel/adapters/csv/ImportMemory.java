package dev.flywheel.adapters.csv;

import dev.flywheel.core.cycle.Evidence;
import java.nio.file.Path;
import java.util.Currency;

/** Imports a folder in a virtual machine of its own and prints how many rows it accepted. */
final class ImportMemory {

    private ImportMemory() {}

    /** Takes the folder. */
    public static void main(String[] arguments) {
        ImportSettings settings = ImportSettings.builder(Folder.program(Currency.getInstance("USD")))
                .threads(2)
                .build();
        Evidence evidence = FolderEvidence.in(Path.of(arguments[0]), settings).read();
        System.out.println(Folder.only(evidence).accepted());
    }
}
