package dev.flywheel.app.program;

import java.util.List;

/**
 * A programme or policy file cannot be used. The message names the file and, line by line, every problem with its key,
 * its value and what is allowed.
 */
public final class ProgramRejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProgramRejected(String file, List<String> problems) {
        super(text(file, problems));
    }

    private static String text(String file, List<String> problems) {
        return problems.size() == 1
                ? file + ": " + problems.get(0)
                : file + " has " + problems.size() + " problems:\n  " + String.join("\n  ", problems);
    }
}
