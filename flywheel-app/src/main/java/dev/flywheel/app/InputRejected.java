package dev.flywheel.app;

/** What was given cannot be worked with; the message says what is wrong, where, and what to do. */
final class InputRejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InputRejected(String message) {
        super(message);
    }
}
