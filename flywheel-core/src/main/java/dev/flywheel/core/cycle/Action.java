package dev.flywheel.core.cycle;

import dev.flywheel.core.content.Brief;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.money.Rate;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.program.ProductId;
import dev.flywheel.core.roster.CreatorId;
import java.time.LocalDate;

/** Something a rotation proposes to do. Every case is an immutable value with its explanation. */
public sealed interface Action {

    /** {@return the phase that proposes it} */
    Phase phase();

    /** {@return what it is about: a creator, a video, a brief or a file} */
    String subject();

    /** {@return what tells it from others of its kind on the same day: its subject, and more where that is not enough} */
    default String identity() {
        return subject();
    }

    /** {@return why it is proposed} */
    Explanation explanation();

    /**
     * Answers by case.
     *
     * @param cases one answer for each case
     * @param <R> the answer
     * @return the answer of this case
     */
    <R> R match(Cases<R> cases);

    /** {@return the name of the case, such as {@code StartBoost}} */
    default String kind() {
        return getClass().getSimpleName();
    }

    /**
     * One answer for each case; a new case breaks every implementation at compile time.
     *
     * @param <R> the answer
     */
    interface Cases<R> {

        /**
         * Invite a creator to the programme.
         *
         * @param action the action
         * @return the answer
         */
        R inviteCreator(InviteCreator action);

        /**
         * Send a creator a free unit.
         *
         * @param action the action
         * @return the answer
         */
        R sendSample(SendSample action);

        /**
         * Remind a creator of a delivered sample.
         *
         * @param action the action
         * @return the answer
         */
        R remindCreator(RemindCreator action);

        /**
         * Give up on a sample that brought no post.
         *
         * @param action the action
         * @return the answer
         */
        R closeSample(CloseSample action);

        /**
         * Repair the data before leaning on it.
         *
         * @param action the action
         * @return the answer
         */
        R fixData(FixData action);

        /**
         * Ask a proven creator for another video with a better brief.
         *
         * @param action the action
         * @return the answer
         */
        R reBriefCreator(ReBriefCreator action);

        /**
         * Offer a creator fixed pay for a post quota.
         *
         * @param action the action
         * @return the answer
         */
        R offerRetainer(OfferRetainer action);

        /**
         * Offer a creator another commission.
         *
         * @param action the action
         * @return the answer
         */
        R changeCommission(ChangeCommission action);

        /**
         * Stop counting on a video that does not pay.
         *
         * @param action the action
         * @return the answer
         */
        R retireVideo(RetireVideo action);

        /**
         * Ask the creator for permission to advertise a post.
         *
         * @param action the action
         * @return the answer
         */
        R requestAuthorization(RequestAuthorization action);

        /**
         * Ask the creator to prolong a permission before it ends.
         *
         * @param action the action
         * @return the answer
         */
        R renewAuthorization(RenewAuthorization action);

        /**
         * Put ad money behind a post and test it.
         *
         * @param action the action
         * @return the answer
         */
        R startBoost(StartBoost action);

        /**
         * Raise a boost by one step, or lower it to the ceiling.
         *
         * @param action the action
         * @return the answer
         */
        R scaleBoost(ScaleBoost action);

        /**
         * Stop a boost.
         *
         * @param action the action
         * @return the answer
         */
        R stopBoost(StopBoost action);

        /**
         * Send the next brief.
         *
         * @param action the action
         * @return the answer
         */
        R sendBrief(SendBrief action);

        /**
         * Pause a boost for some days to see what the video does without it.
         *
         * @param action the action
         * @return the answer
         */
        R runHoldout(RunHoldout action);
    }

    /**
     * Invite a creator to the programme.
     *
     * @param creator the creator
     * @param explanation why
     */
    record InviteCreator(CreatorId creator, Explanation explanation) implements Action {
        @Override
        public Phase phase() {
            return Phase.SEED;
        }

        @Override
        public String subject() {
            return creator.value();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.inviteCreator(this);
        }
    }

    /**
     * Send a creator a free unit.
     *
     * @param creator the creator
     * @param product what to send
     * @param explanation why
     */
    record SendSample(CreatorId creator, ProductId product, Explanation explanation) implements Action {
        @Override
        public Phase phase() {
            return Phase.SEED;
        }

        @Override
        public String subject() {
            return creator.value();
        }

        @Override
        public String identity() {
            return creator.value() + " " + product.value();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.sendSample(this);
        }
    }

    /**
     * Remind a creator of a delivered sample.
     *
     * @param creator the creator
     * @param product what was sent
     * @param explanation why
     */
    record RemindCreator(CreatorId creator, ProductId product, Explanation explanation) implements Action {
        @Override
        public Phase phase() {
            return Phase.SEED;
        }

        @Override
        public String subject() {
            return creator.value();
        }

        @Override
        public String identity() {
            return creator.value() + " " + product.value();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.remindCreator(this);
        }
    }

    /**
     * Give up on a sample that brought no post.
     *
     * @param creator the creator
     * @param product what was sent
     * @param explanation why
     */
    record CloseSample(CreatorId creator, ProductId product, Explanation explanation) implements Action {
        @Override
        public Phase phase() {
            return Phase.SEED;
        }

        @Override
        public String subject() {
            return creator.value();
        }

        @Override
        public String identity() {
            return creator.value() + " " + product.value();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.closeSample(this);
        }
    }

    /**
     * Repair the data before leaning on it.
     *
     * @param finding what is wrong
     * @param explanation why
     */
    record FixData(Finding finding, Explanation explanation) implements Action {
        @Override
        public Phase phase() {
            return Phase.MEASURE;
        }

        @Override
        public String subject() {
            return finding.subject();
        }

        @Override
        public String identity() {
            return finding.kind() + " " + finding.subject() + " " + finding.message();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.fixData(this);
        }
    }

    /**
     * Ask a proven creator for another video with a better brief.
     *
     * @param creator the creator
     * @param brief what to try
     * @param explanation why
     */
    record ReBriefCreator(CreatorId creator, Brief brief, Explanation explanation) implements Action {
        @Override
        public Phase phase() {
            return Phase.SELECT;
        }

        @Override
        public String subject() {
            return creator.value();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.reBriefCreator(this);
        }
    }

    /**
     * Offer a creator fixed pay for a post quota.
     *
     * @param creator the creator
     * @param perWeek the fixed pay
     * @param explanation why
     */
    record OfferRetainer(CreatorId creator, Money perWeek, Explanation explanation) implements Action {
        @Override
        public Phase phase() {
            return Phase.SELECT;
        }

        @Override
        public String subject() {
            return creator.value();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.offerRetainer(this);
        }
    }

    /**
     * Offer a creator another commission.
     *
     * @param creator the creator
     * @param from today's rate
     * @param to the proposed rate
     * @param explanation why
     */
    record ChangeCommission(CreatorId creator, Rate from, Rate to, Explanation explanation) implements Action {
        @Override
        public Phase phase() {
            return Phase.SELECT;
        }

        @Override
        public String subject() {
            return creator.value();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.changeCommission(this);
        }
    }

    /**
     * Stop counting on a video that does not pay.
     *
     * @param video the video
     * @param explanation why
     */
    record RetireVideo(VideoId video, Explanation explanation) implements Action {
        @Override
        public Phase phase() {
            return Phase.SELECT;
        }

        @Override
        public String subject() {
            return video.value();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.retireVideo(this);
        }
    }

    /**
     * Ask the creator for permission to advertise a post.
     *
     * @param video the post
     * @param explanation why
     */
    record RequestAuthorization(VideoId video, Explanation explanation) implements Action {
        @Override
        public Phase phase() {
            return Phase.AMPLIFY;
        }

        @Override
        public String subject() {
            return video.value();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.requestAuthorization(this);
        }
    }

    /**
     * Ask the creator to prolong a permission before it ends.
     *
     * @param video the post
     * @param lastDay the last day of the present permission
     * @param explanation why
     */
    record RenewAuthorization(VideoId video, LocalDate lastDay, Explanation explanation) implements Action {
        @Override
        public Phase phase() {
            return Phase.AMPLIFY;
        }

        @Override
        public String subject() {
            return video.value();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.renewAuthorization(this);
        }
    }

    /**
     * Put ad money behind a post and test it.
     *
     * @param video the post
     * @param budgetPerDay the daily budget
     * @param explanation why
     */
    record StartBoost(VideoId video, Money budgetPerDay, Explanation explanation) implements Action {
        @Override
        public Phase phase() {
            return Phase.AMPLIFY;
        }

        @Override
        public String subject() {
            return video.value();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.startBoost(this);
        }
    }

    /**
     * Raise a boost by one step, or lower it to the ceiling.
     *
     * @param video the post
     * @param fromPerDay today's budget
     * @param toPerDay the proposed budget
     * @param explanation why
     */
    record ScaleBoost(VideoId video, Money fromPerDay, Money toPerDay, Explanation explanation) implements Action {
        @Override
        public Phase phase() {
            return Phase.AMPLIFY;
        }

        @Override
        public String subject() {
            return video.value();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.scaleBoost(this);
        }
    }

    /**
     * Stop a boost.
     *
     * @param video the post
     * @param fromPerDay today's budget
     * @param explanation why
     */
    record StopBoost(VideoId video, Money fromPerDay, Explanation explanation) implements Action {
        @Override
        public Phase phase() {
            return Phase.AMPLIFY;
        }

        @Override
        public String subject() {
            return video.value();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.stopBoost(this);
        }
    }

    /**
     * Send the next brief.
     *
     * @param brief what to try
     * @param explanation why
     */
    record SendBrief(Brief brief, Explanation explanation) implements Action {
        @Override
        public Phase phase() {
            return Phase.COMPOUND;
        }

        @Override
        public String subject() {
            return brief.hook() + " / " + brief.angle() + " / " + brief.placement();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.sendBrief(this);
        }
    }

    /**
     * Pause a boost for some days to see what the video does without it.
     *
     * @param video the post
     * @param days how long
     * @param explanation why
     */
    record RunHoldout(VideoId video, int days, Explanation explanation) implements Action {
        @Override
        public Phase phase() {
            return Phase.COMPOUND;
        }

        @Override
        public String subject() {
            return video.value();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.runHoldout(this);
        }
    }
}
