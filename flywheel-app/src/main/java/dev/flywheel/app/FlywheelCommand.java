package dev.flywheel.app;

import dev.flywheel.app.program.ProgramRejected;
import dev.flywheel.core.port.out.FlywheelException;
import java.io.PrintWriter;
import java.util.Objects;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root command: names the others and turns every failure into a plain message and an exit code. */
@Command(
        name = "flywheel",
        description = "Turns a TikTok Shop affiliate programme into a flywheel: exports in, explained actions out.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {AutoComplete.GenerateCompletion.class},
        synopsisSubcommandLabel = "COMMAND",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed",
            "2:wrong usage",
            "3:input rejected",
            "4:announced partly or not at all",
        })
final class FlywheelCommand implements Runnable {
    private static final int HELP_WIDTH = 100;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** The command line over given wiring and streams. */
    static CommandLine line(Wiring wiring, PrintWriter out, PrintWriter err) {
        FlywheelCommand root = new FlywheelCommand();
        CommandLine line = new CommandLine(root)
                .addSubcommand(new RotateCommand(wiring))
                .addSubcommand(new ImportCommand(wiring))
                .setOut(out)
                .setErr(err)
                .setExpandAtFiles(false)
                .setUsageHelpWidth(HELP_WIDTH)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        line.setParameterExceptionHandler((wrong, args) -> wrongUsage(wrong));
        line.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, err, wiring.debugging()));
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "No command is given, such as: flywheel rotate --data DIR");
    }

    private static int wrongUsage(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(wrong.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.WRONG_USAGE;
    }

    private static int failed(Exception failure, PrintWriter err, boolean debugging) {
        boolean rejected = failure instanceof InputRejected
                || failure instanceof ProgramRejected
                || failure instanceof FlywheelException.SourceFailed;
        String message = Objects.requireNonNullElse(failure.getMessage(), "");
        err.println(rejected ? message : "Failed: " + failure.getClass().getSimpleName() + " " + message);
        if (debugging) {
            failure.printStackTrace(err);
        } else if (!rejected) {
            err.println("This should not happen. Set FLYWHEEL_DEBUG=1 to see where it did, and report it.");
        }
        return rejected ? ExitCode.INPUT_REJECTED : ExitCode.FAILED;
    }
}
