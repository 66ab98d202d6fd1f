package dev.flywheel.app;

/** What the process tells its caller. Stable: scripts lean on them. */
final class ExitCode {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;
    static final int INPUT_REJECTED = 3;
    static final int NOT_ANNOUNCED = 4;

    private ExitCode() {}
}
