package dev.flywheel.core.cycle;

import dev.flywheel.core.money.Money;
import dev.flywheel.core.money.Rate;
import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.performance.Funnel.Amount;
import dev.flywheel.core.performance.Funnel.Count;
import dev.flywheel.core.program.Policy;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.program.Product;
import dev.flywheel.core.program.Program;
import dev.flywheel.core.roster.CreatorId;
import dev.flywheel.core.winner.Rankings;
import dev.flywheel.core.winner.Standing;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** What creators have earned who surely pay: fixed pay for more posts, or a higher commission. */
final class CreatorOffers {

    private static final double POSTS_A_WEEK_OF_A_RETAINER = 10 / (30 / 7.0);
    private static final int FEWEST_VIDEOS_OF_A_PARTNER = 3;

    private final Measured measured;
    private final Program program;
    private final Policy policy;
    private final List<Standing> proven;

    CreatorOffers(Measured measured, Rankings rankings) {
        this.measured = measured;
        this.program = measured.program();
        this.policy = program.policy();
        double surely = policy.number(PolicyNumber.RETAINER_FALSE_DISCOVERY_RATE);
        this.proven = rankings.creators().stream()
                .filter(creator -> creator.winner() && creator.qValue() <= surely)
                .toList();
    }

    /** Fixed pay buys posts: it is worth its money if a creator's further videos are expected to earn more. */
    List<Action> retainers() {
        return proven.stream()
                .filter(creator -> creator.videos() >= FEWEST_VIDEOS_OF_A_PARTNER)
                .map(this::retainer)
                .flatMap(Optional::stream)
                .limit(Select.PROPOSALS_OF_A_KIND)
                .toList();
    }

    private Optional<Action> retainer(Standing creator) {
        CreatorId id = new CreatorId(creator.name());
        Money pay = policy.money(PolicyNumber.RETAINER_PER_WEEK, program.currency());
        double pace = videosPerWeek(id);
        double further = POSTS_A_WEEK_OF_A_RETAINER - pace;
        if (further <= 0) {
            return Optional.empty();
        }
        Estimate left = creator.netContribution();
        Estimate gain = left.map(money -> further * money / creator.videos() - pay.asDouble());
        return gain.low() > 0
                ? Optional.of(new Action.OfferRetainer(id, pay, retainer(creator, pay, pace, further, gain)))
                : Optional.empty();
    }

    private Explanation retainer(Standing creator, Money pay, double pace, double further, Estimate gain) {
        return new Explanation(
                "Offer " + creator.name() + " a retainer of " + pay + " a week for "
                        + Facts.number(POSTS_A_WEEK_OF_A_RETAINER) + " posts a week.",
                gain,
                pay,
                List.of(
                        creator.videos() + " videos left " + Facts.text(creator.netContribution()) + " "
                                + program.currency() + " after all costs, "
                                + Facts.number(creator.netContribution().mean() / creator.videos()) + " each.",
                        "At " + Facts.number(pace) + " posts a week now, a retainer buys " + Facts.number(further)
                                + " more.",
                        "The chance that creators chosen this surely do not pay is " + Facts.percent(creator.qValue())
                                + "."),
                "Keep paying by commission if further videos are expected to leave less than "
                        + Facts.number(pay.asDouble() / further) + " each.",
                true);
    }

    private double videosPerWeek(CreatorId creator) {
        List<LocalDate> days = measured.videos().values().stream()
                .filter(video -> video.creator().filter(creator::equals).isPresent())
                .map(measured::postedOn)
                .sorted()
                .toList();
        double weeks =
                Math.max(1, ChronoUnit.DAYS.between(days.get(0), measured.asOf().plusDays(1)) / 7.0);
        return days.size() / weeks;
    }

    /** A raise is instant and a cut is locked for 30 days, so it goes to the surest creators whose orders bear it. */
    List<Action> commissions() {
        Rate step = new Rate(policy.exact(PolicyNumber.COMMISSION_STEP));
        return step.equals(Rate.ZERO)
                ? List.of()
                : proven.stream()
                        .map(creator -> commission(creator, step))
                        .flatMap(Optional::stream)
                        .limit(Select.PROPOSALS_OF_A_KIND)
                        .toList();
    }

    private Optional<Action> commission(Standing creator, Rate step) {
        long orders = creator.seen().get(Count.ORDERS).orElse(0);
        Optional<Money> gmv = creator.seen().get(Amount.GMV).filter(Money::isPositive);
        if (gmv.isEmpty() || orders < policy.count(PolicyNumber.CANDIDATE_MINIMUM_ORDERS)) {
            return Optional.empty();
        }
        double margin = creator.netContribution().mean() / gmv.get().asDouble();
        if (margin < 2 * step.asDouble()) {
            return Optional.empty();
        }
        CreatorId id = new CreatorId(creator.name());
        Rate today = usualCommission(id);
        Rate raised = today.plus(step);
        Money cost = gmv.get().times(step);
        return Optional.of(new Action.ChangeCommission(
                id,
                today,
                raised,
                new Explanation(
                        "Offer " + creator.name() + " a target collaboration at " + raised.toPercentText()
                                + " instead of " + today.toPercentText() + ".",
                        null,
                        cost,
                        List.of(
                                Facts.number(orders) + " orders worth " + gmv.get() + " left " + Facts.percent(margin)
                                        + " of their value after all costs.",
                                "On the same sales the raise would cost " + cost
                                        + "; a raise is instant, a cut is locked for 30 days."),
                        "Keep " + today.toPercentText() + " if the creator would post as much without a raise.",
                        true)));
    }

    private Rate usualCommission(CreatorId creator) {
        return measured.videos().values().stream()
                .filter(video -> video.creator().filter(creator::equals).isPresent())
                .flatMap(video -> video.products().stream())
                .flatMap(id -> program.product(id).stream())
                .findFirst()
                .map(Product::economics)
                .orElse(program.products().get(0).economics())
                .commission(false);
    }
}
