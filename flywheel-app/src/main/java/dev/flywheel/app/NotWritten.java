package dev.flywheel.app;

import java.io.IOException;

/** A report could not be written; the message says where and what to check. */
final class NotWritten extends IOException {
    private static final long serialVersionUID = 1L;

    NotWritten(String message, IOException cause) {
        super(message, cause);
    }
}
