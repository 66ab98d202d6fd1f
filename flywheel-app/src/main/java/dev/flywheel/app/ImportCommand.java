package dev.flywheel.app;

import dev.flywheel.app.Converters.CurrencyConverter;
import dev.flywheel.app.program.ProgramFile;
import dev.flywheel.app.report.ImportJson;
import dev.flywheel.app.report.ImportText;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.money.Rate;
import dev.flywheel.core.money.UnitEconomics;
import dev.flywheel.core.performance.FileExplanation;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.program.Product;
import dev.flywheel.core.program.ProductId;
import dev.flywheel.core.program.Program;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads files as an import does and says what came of them. Nothing is kept: that needs a store. */
@Command(
        name = "import",
        description =
                "Checks export files: what each is taken for, and which of its rows cannot be used. Keeps nothing.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        optionListHeading = "%nOptions:%n")
final class ImportCommand implements Callable<Integer> {
    private static final Currency DOLLARS = Currency.getInstance("USD");

    private final Wiring wiring;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Exports as downloaded, CSV or XLSX, under any names.")
    private List<Path> files = List.of();

    @Option(
            names = "--explain",
            description = "Say why each file is taken for what it is, and what each column is taken as.")
    private boolean explain;

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Option(
            names = "--program",
            paramLabel = "FILE",
            description =
                    "The programme whose currency the amounts are in. Default: program.toml beside the first file.")
    private Optional<Path> program = Optional.empty();

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            converter = CurrencyConverter.class,
            description = "Currency of the amounts where there is no programme. Default: USD.")
    private Optional<Currency> currency = Optional.empty();

    @Option(names = "--json", description = "Print one flywheel.import/1 document and nothing else.")
    private boolean json;

    ImportCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() {
        Program reader = programFile()
                .map(file -> ProgramFile.read(file, Optional.empty()))
                .orElseGet(() -> standIn(currency.orElse(DOLLARS)));
        List<FileExplanation> explanations = wiring.explanations(files, reader, reading);
        PrintWriter stdout = spec.commandLine().getOut();
        stdout.print(
                json
                        ? ImportJson.of(explanations, reader.currency())
                        : explain
                                ? ImportText.explained(explanations, reader.currency())
                                : ImportText.checked(explanations));
        stdout.flush();
        return explain || explanations.stream().noneMatch(ImportCommand::isRejected)
                ? ExitCode.DONE
                : ExitCode.INPUT_REJECTED;
    }

    private Optional<Path> programFile() {
        if (program.isPresent() || currency.isPresent()) {
            return program;
        }
        return Optional.of(files.get(0).resolveSibling(ProgramFile.NAME)).filter(Files::isRegularFile);
    }

    /** Amounts need a currency and nothing else of a programme; no number of this one reaches a result. */
    private static Program standIn(Currency currency) {
        Money one = new Money(1, currency);
        UnitEconomics economics = new UnitEconomics(one, one, one, Rate.ZERO, one, Rate.ZERO, Rate.ZERO);
        return Program.builder("no programme", currency, ZoneOffset.UTC)
                .products(List.of(new Product(new ProductId("1"), "no product", economics)))
                .build();
    }

    /** Whether the file as a whole or a row of it could not be used. */
    private static boolean isRejected(FileExplanation file) {
        return !file.report().rejected().isEmpty()
                || file.findings().stream()
                        .anyMatch(finding -> finding.kind().severity() == Finding.Severity.BLOCKING
                                || finding.kind() == Finding.Kind.FILE_NOT_RECOGNISED);
    }
}
