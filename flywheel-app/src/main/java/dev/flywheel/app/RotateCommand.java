package dev.flywheel.app;

import dev.flywheel.app.Converters.DayConverter;
import dev.flywheel.app.Converters.UrlConverter;
import dev.flywheel.app.program.ProgramFile;
import dev.flywheel.app.report.ReportFolder;
import dev.flywheel.app.report.RotationJson;
import dev.flywheel.app.report.RotationPage;
import dev.flywheel.app.report.RotationText;
import dev.flywheel.core.Flywheel;
import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.cycle.Rotation;
import dev.flywheel.core.port.out.Announcements;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.program.Program;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** One rotation over a folder of exports. */
@Command(
        name = "rotate",
        description = "Reads every export in a folder, turns the wheel once, and says what to do first and why.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  FLYWHEEL_WEBHOOK_SECRET  signs announcements: whsec_ and base64 of 24 to 64 bytes",
            "  FLYWHEEL_DEBUG           shows where a failure happened",
        })
final class RotateCommand implements Callable<Integer> {
    private static final String SECRET = "FLYWHEEL_WEBHOOK_SECRET";

    private final Wiring wiring;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "Folder with program.toml and the exports as downloaded, under any names.")
    private Path data = Path.of("");

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            converter = DayConverter.class,
            description = "Last day to look at. Default: the newest complete day in the exports, never today.")
    private Optional<LocalDate> asOf = Optional.empty();

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "TOML file whose keys replace those of [policy] in program.toml.")
    private Optional<Path> policy = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of every random draw. Default: 1. The same inputs and seed give the same bytes.")
    private long seed = 1;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for rotation.json, report.html, rotation.txt and the rejected rows.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--json", description = "Print one flywheel.rotation/1 document and nothing else.")
    private boolean json;

    @Option(
            names = "--announce",
            paramLabel = "URL",
            converter = UrlConverter.class,
            description = "Post a signed rotation.completed webhook there.")
    private Optional<URI> announce = Optional.empty();

    RotateCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws IOException {
        DataFolder folder = DataFolder.at(data);
        out.filter(folder::is).ifPresent(same -> {
            throw usage("--out must not be the folder that is read: the reports would be imported next time");
        });
        Optional<Announcements> receivers = announce.map(this::announcements);
        Program program = ProgramFile.read(folder.programFile(), policy);
        LocalDate day = asOf.isPresent() ? asOf.get() : newestDay(folder, program);
        Evidence evidence = read(program, Optional.of(day), out.map(reports -> reports.resolve("quarantine")));
        folder.requireUsable(evidence);
        Rotation rotation = wiring.engine(program).rotate(evidence, day, seed);
        report(rotation, program.policy().count(PolicyNumber.ACTIONS));
        return receivers.map(all -> announced(all, rotation)).orElse(ExitCode.DONE);
    }

    /** Found by a reading of its own, so that naming the day and leaving it out give the same bytes. */
    private LocalDate newestDay(DataFolder folder, Program program) {
        Evidence everything = read(program, Optional.empty(), Optional.empty());
        folder.requireUsable(everything);
        return folder.requireDay(Flywheel.newestCompleteDay(everything));
    }

    private Evidence read(Program program, Optional<LocalDate> lastDay, Optional<Path> quarantine) {
        return wiring.evidence(data, program, lastDay, reading, quarantine).read();
    }

    private void report(Rotation rotation, int actionsShown) throws IOException {
        String document = RotationJson.of(rotation);
        String text = RotationText.of(rotation, actionsShown);
        PrintWriter stdout = spec.commandLine().getOut();
        PrintWriter stderr = spec.commandLine().getErr();
        if (json) {
            rotation.imports().stream().map(RotationText::line).sorted().forEach(stderr::println);
        }
        if (out.isPresent()) {
            write(out.get(), document, text, RotationPage.of(rotation, actionsShown));
            stderr.println("Wrote rotation.json, rotation.txt and report.html to " + out.get());
        }
        stdout.print(json ? document : text);
        stdout.flush();
    }

    private static void write(Path folder, String document, String text, String page) throws IOException {
        try {
            ReportFolder reports = ReportFolder.in(folder);
            reports.write("rotation.json", document);
            reports.write("rotation.txt", text);
            reports.write("report.html", page);
        } catch (IOException failed) {
            throw new NotWritten(
                    "The reports cannot be written to " + folder + " ("
                            + failed.getClass().getSimpleName()
                            + "); check that it is a folder with room and may be written.",
                    failed);
        }
    }

    private Announcements announcements(URI receiver) {
        String secret = wiring.environment(SECRET)
                .orElseThrow(() -> usage("--announce needs a secret to sign with: set " + SECRET));
        try {
            return wiring.announcements(receiver, secret);
        } catch (IllegalArgumentException refused) {
            throw usage("--announce cannot be used: " + refused.getMessage());
        }
    }

    private int announced(Announcements announcements, Rotation rotation) {
        PrintWriter stderr = spec.commandLine().getErr();
        Announcer announcer = wiring.announcer(announcements);
        return announcer.announce(RotationCompleted.of(rotation), stderr::println)
                ? ExitCode.DONE
                : ExitCode.NOT_ANNOUNCED;
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
