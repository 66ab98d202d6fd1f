package dev.flywheel.core.port.out;

import java.util.Objects;

/** A port failed. Business outcomes are values, never exceptions. */
public abstract sealed class FlywheelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private FlywheelException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A source of evidence as a whole could not be read. */
    public static final class SourceFailed extends FlywheelException {

        private static final long serialVersionUID = 1L;

        private final String source;

        /**
         * Says which source failed and why.
         *
         * @param source what was read
         * @param message what happened and what to do
         * @param cause the underlying failure
         */
        public SourceFailed(String source, String message, Throwable cause) {
            super(message, cause);
            this.source = Objects.requireNonNull(source, "source");
        }

        /** {@return what was read} */
        public String source() {
            return source;
        }
    }
}
