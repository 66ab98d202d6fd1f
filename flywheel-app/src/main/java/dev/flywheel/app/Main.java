package dev.flywheel.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The process: standard streams in UTF-8 whatever the terminal's locale, the environment, and the exit code. */
public final class Main {
    private Main() {}

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        PrintWriter out = utf8(FileDescriptor.out);
        PrintWriter err = utf8(FileDescriptor.err);
        int exitCode =
                FlywheelCommand.line(Wiring.of(System.getenv()), out, err).execute(args);
        err.flush();
        if (out.checkError() && exitCode == ExitCode.DONE) {
            err.println("Standard output could not be written to the end.");
            err.flush();
            exitCode = ExitCode.FAILED;
        }
        System.exit(exitCode);
    }

    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8));
    }
}
