package dev.flywheel.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/**
 * What a command did.
 *
 * @param exitCode its exit code
 * @param out what it wrote on standard output
 * @param err what it wrote on standard error
 */
record Run(int exitCode, String out, String err) {
    static final Instant NOW = Instant.parse("2026-11-18T12:00:00Z");

    static Run of(Object... args) {
        return of(Wiring.of(Map.of(), InstantSource.fixed(NOW), pause -> {}), args);
    }

    static Run of(Wiring wiring, Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            words[i] = String.valueOf(args[i]);
        }
        int exitCode = FlywheelCommand.line(wiring, new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(words);
        return new Run(exitCode, out.toString(), err.toString());
    }
}
