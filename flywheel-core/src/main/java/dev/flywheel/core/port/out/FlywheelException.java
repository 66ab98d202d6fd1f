package dev.flywheel.core.port.out;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A port failed. Business outcomes are values, never exceptions. */
public abstract sealed class FlywheelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private FlywheelException(String message, @Nullable Throwable cause) {
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

    /** A ledger could not do what it was asked. */
    public abstract static sealed class LedgerFailed extends FlywheelException {

        private static final long serialVersionUID = 1L;

        private LedgerFailed(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** Somebody else has added to the ledger since it was read. */
    public static final class PositionConflict extends LedgerFailed {

        private static final long serialVersionUID = 1L;

        private final long actual;

        /**
         * Says where the ledger stands.
         *
         * @param expected the position that the writer expected
         * @param actual the position of the last entry
         */
        public PositionConflict(long expected, long actual) {
            super(
                    "The ledger stands at position " + actual + ", not at " + expected
                            + ": read on from there, decide again and append again",
                    null);
            this.actual = actual;
        }

        /** {@return the position of the last entry} */
        public long actual() {
            return actual;
        }
    }

    /** A key was used before for something else. */
    public static final class KeyReused extends LedgerFailed {

        private static final long serialVersionUID = 1L;

        private final long position;

        /**
         * Says where the key stands.
         *
         * @param key the key
         * @param position the first entry that was written with it
         */
        public KeyReused(String key, long position) {
            super("The key '" + key + "' was used for entry " + position + ", which says something else", null);
            this.position = position;
        }

        /** {@return the first entry that was written with the key} */
        public long position() {
            return position;
        }
    }

    /** What the ledger holds is not what was written. */
    public static final class LedgerBroken extends LedgerFailed {

        private static final long serialVersionUID = 1L;

        /**
         * Says what is wrong.
         *
         * @param what what is wrong and where, without what stands there
         */
        public LedgerBroken(String what) {
            super(
                    "The ledger is damaged: " + what + ". Nothing behind that place can be trusted; restore a copy",
                    null);
        }
    }

    /** The store was written by a later version of this programme. */
    public static final class NewerSchema extends LedgerFailed {

        private static final long serialVersionUID = 1L;

        /**
         * Says what is too new.
         *
         * @param found the version of the store's schema
         * @param known the latest version that this programme knows
         */
        public NewerSchema(int found, int known) {
            super(
                    "The store has schema " + found + " and this programme knows schemas up to " + known
                            + ": use the version of the programme that wrote it, or a later one",
                    null);
        }
    }

    /** The store cannot be reached, or refused to work; whether an append took place is told by repeating it. */
    public static final class LedgerUnavailable extends LedgerFailed {

        private static final long serialVersionUID = 1L;

        /**
         * Says what happened.
         *
         * @param what what happened and what to do
         * @param cause the underlying failure; null if there is none
         */
        public LedgerUnavailable(String what, @Nullable Throwable cause) {
            super(what, cause);
        }
    }
}
