package dev.flywheel.core.ledger;

import dev.flywheel.core.cycle.Action;
import dev.flywheel.core.cycle.ActionCases;
import dev.flywheel.core.money.Money;
import java.util.Optional;

/** Which actions change the daily budget of a boost: a new kind of action must answer here before it compiles. */
final class BudgetOfAction implements ActionCases<Optional<BoostBudget>> {

    @Override
    public Optional<BoostBudget> startBoost(Action.StartBoost action) {
        return Optional.of(new BoostBudget(action.video().value(), action.budgetPerDay()));
    }

    @Override
    public Optional<BoostBudget> scaleBoost(Action.ScaleBoost action) {
        return Optional.of(new BoostBudget(action.video().value(), action.toPerDay()));
    }

    @Override
    public Optional<BoostBudget> stopBoost(Action.StopBoost action) {
        return Optional.of(new BoostBudget(
                action.video().value(), Money.zero(action.fromPerDay().currency())));
    }

    /** A pause for some days: the budget comes back by itself and stays counted. */
    @Override
    public Optional<BoostBudget> runHoldout(Action.RunHoldout action) {
        return Optional.empty();
    }

    @Override
    public Optional<BoostBudget> inviteCreator(Action.InviteCreator action) {
        return Optional.empty();
    }

    @Override
    public Optional<BoostBudget> sendSample(Action.SendSample action) {
        return Optional.empty();
    }

    @Override
    public Optional<BoostBudget> remindCreator(Action.RemindCreator action) {
        return Optional.empty();
    }

    @Override
    public Optional<BoostBudget> closeSample(Action.CloseSample action) {
        return Optional.empty();
    }

    @Override
    public Optional<BoostBudget> fixData(Action.FixData action) {
        return Optional.empty();
    }

    @Override
    public Optional<BoostBudget> reBriefCreator(Action.ReBriefCreator action) {
        return Optional.empty();
    }

    @Override
    public Optional<BoostBudget> offerRetainer(Action.OfferRetainer action) {
        return Optional.empty();
    }

    @Override
    public Optional<BoostBudget> changeCommission(Action.ChangeCommission action) {
        return Optional.empty();
    }

    @Override
    public Optional<BoostBudget> retireVideo(Action.RetireVideo action) {
        return Optional.empty();
    }

    @Override
    public Optional<BoostBudget> requestAuthorization(Action.RequestAuthorization action) {
        return Optional.empty();
    }

    @Override
    public Optional<BoostBudget> renewAuthorization(Action.RenewAuthorization action) {
        return Optional.empty();
    }

    @Override
    public Optional<BoostBudget> sendBrief(Action.SendBrief action) {
        return Optional.empty();
    }
}
