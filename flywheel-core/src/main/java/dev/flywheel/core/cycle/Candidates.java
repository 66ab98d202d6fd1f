package dev.flywheel.core.cycle;

import dev.flywheel.core.adtest.AdTestStart;
import dev.flywheel.core.adtest.BoostAllocation;
import dev.flywheel.core.adtest.BoostOutlook;
import dev.flywheel.core.adtest.BudgetArm;
import dev.flywheel.core.adtest.BudgetShare;
import dev.flywheel.core.adtest.PaidBelief;
import dev.flywheel.core.content.Authorization;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.performance.VideoHistory;
import dev.flywheel.core.program.Policy;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.winner.Ranking;
import dev.flywheel.core.winner.VideoOutlook;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Videos that deserve ad money next: old enough, sold enough, and likely to earn more than a click costs. */
final class Candidates {

    private final Measured measured;
    private final Policy policy;
    private final Permissions permissions;
    private final double costPerClick;
    private final List<Candidate> candidates;

    Candidates(Measured measured, Ranking ranking, Permissions permissions) {
        this.measured = measured;
        this.policy = measured.program().policy();
        this.permissions = permissions;
        this.costPerClick = ranking.conversion().costPerClick();
        this.candidates = find(ranking);
    }

    int count() {
        return candidates.size();
    }

    /** Those that may start today: permission first, one that outlives the test. */
    List<BudgetArm> arms() {
        if (!measured.program().dailyAdCap().isPositive()) {
            return List.of();
        }
        return candidates.stream()
                .filter(this::isPermitted)
                .map(candidate -> new BudgetArm(
                        candidate.outlook.video().id(),
                        BudgetArm.Standing.NEW,
                        0,
                        candidate.startPerDay.minorUnits(),
                        candidate.belief))
                .toList();
    }

    /**
     * Money goes where the division of the daily ad money puts it. No creator is asked for a permission that is being
     * renewed anyway, nor for one that the brand has no ad money for.
     */
    List<Action> actions(Set<Authorization> renewed, BoostAllocation allocation) {
        List<Action> actions = new ArrayList<>();
        if (!measured.program().dailyAdCap().isPositive()) {
            return actions;
        }
        for (Candidate candidate : candidates) {
            VideoId video = candidate.outlook.video().id();
            if (isPermitted(candidate)) {
                BudgetShare share = allocation.share(video);
                if (share.budgetPerDay() > 0) {
                    actions.add(new Action.StartBoost(
                            video, allocation.money(share.budgetPerDay()), start(candidate, share, allocation)));
                }
            } else if (permissions.of(video).filter(renewed::contains).isEmpty()) {
                actions.add(new Action.RequestAuthorization(video, request(candidate, testEnds())));
            }
        }
        return actions;
    }

    private boolean isPermitted(Candidate candidate) {
        return permissions.holdsThrough(candidate.outlook.video().id(), testEnds());
    }

    private LocalDate testEnds() {
        return measured.asOf().plusDays(policy.count(PolicyNumber.HORIZON_DAYS));
    }

    private List<Candidate> find(Ranking ranking) {
        Set<VideoId> tested =
                measured.adTests().stream().map(AdTestStart::video).collect(Collectors.toSet());
        Instant endOfDay = measured.asOf()
                .plusDays(1)
                .atStartOfDay(measured.program().zone())
                .toInstant();
        Duration youngest = Duration.ofHours(policy.count(PolicyNumber.CANDIDATE_MINIMUM_HOURS));
        return ranking.outlooks().values().stream()
                .filter(outlook -> !tested.contains(outlook.video().id()))
                .filter(outlook -> knowsClicks(outlook.video().id()))
                .filter(outlook ->
                        Duration.between(outlook.video().postedAt(), endOfDay).compareTo(youngest) >= 0)
                .filter(outlook -> outlook.counted().orders() >= policy.number(PolicyNumber.CANDIDATE_MINIMUM_ORDERS))
                .map(this::candidate)
                .filter(candidate ->
                        candidate.boost.probabilityProfitable() >= policy.number(PolicyNumber.CANDIDATE_PROBABILITY))
                .filter(candidate -> candidate.boost.profitPerDay().mean() > 0)
                .sorted(Comparator.comparingDouble((Candidate candidate) ->
                                -candidate.boost.profitPerDay().mean())
                        .thenComparing(candidate -> candidate.outlook.video().id()))
                .toList();
    }

    /** Without clicks of its own a boost could never be judged. */
    private boolean knowsClicks(VideoId video) {
        VideoHistory history = measured.histories().get(video);
        return history != null && !history.exposureIsViews();
    }

    private Candidate candidate(VideoOutlook outlook) {
        Money floor = money(PolicyNumber.BOOST_FLOOR_PER_DAY);
        Money ceiling = money(PolicyNumber.BOOST_CEILING_PER_DAY);
        Money oneOrder = Money.rounded(
                Math.exp(outlook.economics().logValue()), measured.program().currency());
        Money start = oneOrder.compareTo(floor) > 0 ? oneOrder : floor;
        start = start.compareTo(ceiling) > 0 ? ceiling : start;
        // Budgets lie between floor and ceiling, so that is where clicks usually cost what they cost.
        Money middle = new Money(
                (floor.minorUnits() + ceiling.minorUnits()) / 2,
                measured.program().currency());
        return new Candidate(
                outlook,
                start,
                BoostOutlook.of(outlook, policy, costPerClick, start),
                BoostOutlook.belief(outlook, costPerClick, middle));
    }

    private Explanation request(Candidate candidate, LocalDate testEnds) {
        VideoId video = candidate.outlook.video().id();
        String today = permissions
                .of(video)
                .map(last -> "The permission on record ends on " + last.lastDay() + "; a test needs one through "
                        + testEnds + ".")
                .orElse("No permission is on record; a test needs one through " + testEnds + ".");
        List<String> because = new ArrayList<>(because(candidate));
        because.add(today);
        return new Explanation(
                "Ask for permission to advertise video " + video + ".",
                horizonProfit(candidate),
                Money.zero(measured.program().currency()),
                because,
                unless(candidate),
                true);
    }

    private Explanation start(Candidate candidate, BudgetShare share, BoostAllocation allocation) {
        return new Explanation(
                "Boost video " + candidate.outlook.video().id() + " with " + candidate.startPerDay + " a day.",
                horizonProfit(candidate),
                candidate.startPerDay.times(policy.count(PolicyNumber.HORIZON_DAYS)),
                new BudgetWords(allocation).because(share, because(candidate)),
                unless(candidate),
                true);
    }

    private Estimate horizonProfit(Candidate candidate) {
        int days = policy.count(PolicyNumber.HORIZON_DAYS);
        return candidate.boost.profitPerDay().map(profit -> profit * days);
    }

    private List<String> because(Candidate candidate) {
        BoostOutlook boost = candidate.boost;
        List<String> because = new ArrayList<>();
        because.add(Facts.number(candidate.outlook.counted().orders()) + " orders on "
                + Facts.number(candidate.outlook.counted().maturedExposure())
                + " matured clicks; a click is expected to"
                + " bring " + Facts.number(candidate.outlook.organicRate().mean()) + " orders.");
        because.add("An order that ads deliver leaves " + Facts.number(boost.valuePerOrder()) + ", a click costs about "
                + Facts.number(boost.costPerClick()) + ": ads pay with probability "
                + Facts.percent(boost.probabilityProfitable()) + ".");
        because.add(boost.answerInWords());
        return because;
    }

    private String unless(Candidate candidate) {
        return "Leave it if paid clicks convert less than " + Facts.percent(candidate.boost.breakEvenRatio())
                + " as well as organic ones: then ads lose money.";
    }

    private Money money(PolicyNumber number) {
        return policy.money(number, measured.program().currency());
    }

    private record Candidate(VideoOutlook outlook, Money startPerDay, BoostOutlook boost, PaidBelief belief) {}
}
