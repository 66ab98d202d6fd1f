package dev.flywheel.core.cycle;

import dev.flywheel.core.adtest.AdTestRecord;
import dev.flywheel.core.adtest.BoostAllocation;
import dev.flywheel.core.decision.Basis;
import dev.flywheel.core.learning.BriefRecord;
import dev.flywheel.core.winner.SelectionRecord;
import java.util.Objects;

/**
 * A decision of a rotation with everything that it came from, so that it can be taken again from its record alone
 * (statistics 8). Immutable.
 */
public sealed interface Decision {

    /** {@return the decision's stable name, such as {@code AD_TEST}} */
    String kind();

    /** {@return what was decided about: the id of a video, or what was chosen among} */
    String subject();

    /** {@return the rule that fired, what was not done instead, the seed and the engine} */
    Basis basis();

    /** {@return the record: inputs, numbers and outcome} */
    Record made();

    /** {@return the decision taken again from the inputs in its record} */
    Decision again();

    /** {@return whether the record still gives the same decision; false when it was changed, or the engine was} */
    default boolean stands() {
        return again().equals(this);
    }

    /**
     * Answers by case.
     *
     * @param cases one answer for each case
     * @param <R> the answer
     * @return the answer of this case
     */
    <R> R match(DecisionCases<R> cases);

    /**
     * What an ad test says of a boost, and what to do with it.
     *
     * @param made the record
     */
    record OfAdTest(AdTestRecord made) implements Decision {

        /** Checks. */
        public OfAdTest {
            Objects.requireNonNull(made, "made");
        }

        @Override
        public String kind() {
            return "AD_TEST";
        }

        @Override
        public String subject() {
            return made.plan().video().value();
        }

        @Override
        public Basis basis() {
            return made.basis();
        }

        @Override
        public Decision again() {
            return new OfAdTest(made.again());
        }

        @Override
        public <R> R match(DecisionCases<R> cases) {
            return cases.adTest(this);
        }
    }

    /**
     * Which videos or creators are winners.
     *
     * @param made the record
     */
    record OfWinners(SelectionRecord made) implements Decision {

        /** Checks. */
        public OfWinners {
            Objects.requireNonNull(made, "made");
        }

        @Override
        public String kind() {
            return "WINNERS";
        }

        @Override
        public String subject() {
            return made.of();
        }

        @Override
        public Basis basis() {
            return made.basis();
        }

        @Override
        public Decision again() {
            return new OfWinners(made.again());
        }

        @Override
        public <R> R match(DecisionCases<R> cases) {
            return cases.winners(this);
        }
    }

    /**
     * How the daily ad money is divided.
     *
     * @param made the record
     */
    record OfBudget(BoostAllocation made) implements Decision {

        /** Checks. */
        public OfBudget {
            Objects.requireNonNull(made, "made");
        }

        @Override
        public String kind() {
            return "BUDGET";
        }

        @Override
        public String subject() {
            return made.portfolio();
        }

        @Override
        public Basis basis() {
            return made.basis();
        }

        @Override
        public Decision again() {
            return new OfBudget(made.again());
        }

        @Override
        public <R> R match(DecisionCases<R> cases) {
            return cases.budget(this);
        }
    }

    /**
     * Which briefs come next, and who is asked for them.
     *
     * @param made the record
     */
    record OfBriefs(BriefRecord made) implements Decision {

        /** Checks. */
        public OfBriefs {
            Objects.requireNonNull(made, "made");
        }

        @Override
        public String kind() {
            return "BRIEFS";
        }

        @Override
        public String subject() {
            return "briefs";
        }

        @Override
        public Basis basis() {
            return made.basis();
        }

        @Override
        public Decision again() {
            return new OfBriefs(made.again());
        }

        @Override
        public <R> R match(DecisionCases<R> cases) {
            return cases.briefs(this);
        }
    }
}
