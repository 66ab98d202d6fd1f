package dev.flywheel.core.adtest;

import java.util.Objects;

/** What an ad test says today, by the table of statistics 2.7. */
public sealed interface AdTestVerdict {

    /** {@return the verdict's stable name, such as {@code SLIPPED_WITHIN_MARGIN}} */
    String name();

    /**
     * Answers by case.
     *
     * @param cases one answer for each case
     * @param <R> the answer
     * @return the answer of this case
     */
    <R> R match(Cases<R> cases);

    /**
     * One answer for each verdict; a new verdict breaks every implementation at compile time.
     *
     * @param <R> the answer
     */
    interface Cases<R> {

        /**
         * Nothing is decided: keep looking.
         *
         * @param verdict the verdict
         * @return the answer
         */
        R testing(Testing verdict);

        /**
         * Paid conversion is shown to hold within the margin.
         *
         * @param verdict the verdict
         * @return the answer
         */
        R holds(Holds verdict);

        /**
         * Paid conversion is shown to be below organic.
         *
         * @param verdict the verdict
         * @return the answer
         */
        R dropped(Dropped verdict);

        /**
         * Paid conversion is shown to be below organic, yet within the margin.
         *
         * @param verdict the verdict
         * @return the answer
         */
        R slippedWithinMargin(SlippedWithinMargin verdict);

        /**
         * Ad money is almost surely lost.
         *
         * @param verdict the verdict
         * @return the answer
         */
        R unprofitable(Unprofitable verdict);

        /**
         * Time or money ran out before an answer; expected profit decides.
         *
         * @param verdict the verdict
         * @return the answer
         */
        R inconclusive(Inconclusive verdict);

        /**
         * Organic and paid cannot be told apart: the question cannot be asked.
         *
         * @param verdict the verdict
         * @return the answer
         */
        R insufficientAttribution(InsufficientAttribution verdict);
    }

    /**
     * Nothing is decided: keep looking.
     */
    record Testing() implements AdTestVerdict {
        @Override
        public String name() {
            return "TESTING";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.testing(this);
        }
    }

    /**
     * Paid conversion is shown to hold within the margin.
     */
    record Holds() implements AdTestVerdict {
        @Override
        public String name() {
            return "HOLDS";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.holds(this);
        }
    }

    /**
     * Paid conversion is shown to be below organic.
     */
    record Dropped() implements AdTestVerdict {
        @Override
        public String name() {
            return "DROPPED";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.dropped(this);
        }
    }

    /**
     * Paid conversion is shown to be below organic, yet within the margin.
     */
    record SlippedWithinMargin() implements AdTestVerdict {
        @Override
        public String name() {
            return "SLIPPED_WITHIN_MARGIN";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.slippedWithinMargin(this);
        }
    }

    /**
     * Ad money is almost surely lost.
     */
    record Unprofitable() implements AdTestVerdict {
        @Override
        public String name() {
            return "UNPROFITABLE";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unprofitable(this);
        }
    }

    /**
     * Time or money ran out before an answer; expected profit decides.
     */
    record Inconclusive() implements AdTestVerdict {
        @Override
        public String name() {
            return "INCONCLUSIVE";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.inconclusive(this);
        }
    }

    /**
     * Organic and paid cannot be told apart: the question cannot be asked.
     *
     * @param missing what is missing, in words
     */
    record InsufficientAttribution(String missing) implements AdTestVerdict {
        /** Checks. */
        public InsufficientAttribution {
            Objects.requireNonNull(missing, "missing");
        }

        @Override
        public String name() {
            return "INSUFFICIENT_ATTRIBUTION";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.insufficientAttribution(this);
        }
    }
}
