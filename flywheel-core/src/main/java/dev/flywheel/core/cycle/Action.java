package dev.flywheel.core.cycle;

import dev.flywheel.core.content.Brief;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.money.Rate;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.program.ProductId;
import dev.flywheel.core.roster.CreatorId;
import java.time.LocalDate;
import java.util.List;

/**
 * Something a rotation proposes to do. Every case is an immutable value: what it is about, what it would change, and
 * its {@link Explanation}; amounts carry their unit in their name.
 */
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
    <R> R match(ActionCases<R> cases);

    /** {@return the name of the case, such as {@code StartBoost}} */
    default String kind() {
        return getClass().getSimpleName();
    }

    /** Invite a creator to the programme. */
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
        public <R> R match(ActionCases<R> cases) {
            return cases.inviteCreator(this);
        }
    }

    /** Send a creator a free unit. */
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
        public <R> R match(ActionCases<R> cases) {
            return cases.sendSample(this);
        }
    }

    /** Remind a creator of a delivered sample. */
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
        public <R> R match(ActionCases<R> cases) {
            return cases.remindCreator(this);
        }
    }

    /** Give up on a sample that brought no post. */
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
        public <R> R match(ActionCases<R> cases) {
            return cases.closeSample(this);
        }
    }

    /** Repair the data before leaning on it. */
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
        public <R> R match(ActionCases<R> cases) {
            return cases.fixData(this);
        }
    }

    /** Ask a proven creator for another video with a better brief. */
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
        public <R> R match(ActionCases<R> cases) {
            return cases.reBriefCreator(this);
        }
    }

    /** Offer a creator fixed pay for a post quota. */
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
        public <R> R match(ActionCases<R> cases) {
            return cases.offerRetainer(this);
        }
    }

    /** Offer a creator another commission. */
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
        public <R> R match(ActionCases<R> cases) {
            return cases.changeCommission(this);
        }
    }

    /** Stop counting on a video that does not pay. */
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
        public <R> R match(ActionCases<R> cases) {
            return cases.retireVideo(this);
        }
    }

    /** Ask the creator for permission to advertise a post. */
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
        public <R> R match(ActionCases<R> cases) {
            return cases.requestAuthorization(this);
        }
    }

    /** Ask the creator to prolong a permission before it ends. */
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
        public <R> R match(ActionCases<R> cases) {
            return cases.renewAuthorization(this);
        }
    }

    /** Put ad money behind a post and test it. */
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
        public <R> R match(ActionCases<R> cases) {
            return cases.startBoost(this);
        }
    }

    /** Raise a boost by one step at most, or lower it. */
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
        public <R> R match(ActionCases<R> cases) {
            return cases.scaleBoost(this);
        }
    }

    /** Stop a boost. */
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
        public <R> R match(ActionCases<R> cases) {
            return cases.stopBoost(this);
        }
    }

    /** Send the next brief to the creators whom the lot gave it to, in order of name; to nobody yet where it is empty. */
    record SendBrief(Brief brief, List<CreatorId> creators, Explanation explanation) implements Action {

        /** Copies. */
        public SendBrief {
            creators = List.copyOf(creators);
        }

        @Override
        public Phase phase() {
            return Phase.COMPOUND;
        }

        @Override
        public String subject() {
            return brief.hook() + " / " + brief.angle() + " / " + brief.placement();
        }

        @Override
        public <R> R match(ActionCases<R> cases) {
            return cases.sendBrief(this);
        }
    }

    /** Pause a boost for some days to see what the video does without it. */
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
        public <R> R match(ActionCases<R> cases) {
            return cases.runHoldout(this);
        }
    }
}
