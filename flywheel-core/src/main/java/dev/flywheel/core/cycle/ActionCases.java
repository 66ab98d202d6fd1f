package dev.flywheel.core.cycle;

/**
 * One answer for each kind of {@link Action}; a new kind breaks every implementation at compile time.
 *
 * @param <R> the answer
 */
public interface ActionCases<R> {

    /** {@return the answer for: invite a creator to the programme} */
    R inviteCreator(Action.InviteCreator action);

    /** {@return the answer for: send a creator a free unit} */
    R sendSample(Action.SendSample action);

    /** {@return the answer for: remind a creator of a delivered sample} */
    R remindCreator(Action.RemindCreator action);

    /** {@return the answer for: give up on a sample that brought no post} */
    R closeSample(Action.CloseSample action);

    /** {@return the answer for: repair the data before leaning on it} */
    R fixData(Action.FixData action);

    /** {@return the answer for: ask a proven creator for another video with a better brief} */
    R reBriefCreator(Action.ReBriefCreator action);

    /** {@return the answer for: offer a creator fixed pay for a post quota} */
    R offerRetainer(Action.OfferRetainer action);

    /** {@return the answer for: offer a creator another commission} */
    R changeCommission(Action.ChangeCommission action);

    /** {@return the answer for: stop counting on a video that does not pay} */
    R retireVideo(Action.RetireVideo action);

    /** {@return the answer for: ask the creator for permission to advertise a post} */
    R requestAuthorization(Action.RequestAuthorization action);

    /** {@return the answer for: ask the creator to prolong a permission before it ends} */
    R renewAuthorization(Action.RenewAuthorization action);

    /** {@return the answer for: put ad money behind a post and test it} */
    R startBoost(Action.StartBoost action);

    /** {@return the answer for: raise a boost by one step, or lower it to the ceiling} */
    R scaleBoost(Action.ScaleBoost action);

    /** {@return the answer for: stop a boost} */
    R stopBoost(Action.StopBoost action);

    /** {@return the answer for: send the next brief} */
    R sendBrief(Action.SendBrief action);

    /** {@return the answer for: pause a boost for some days to see what the video does without it} */
    R runHoldout(Action.RunHoldout action);
}
