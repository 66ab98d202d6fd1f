package dev.flywheel.core.cycle;

import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.program.Policy;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.roster.CreatorId;
import dev.flywheel.core.roster.Sample;
import dev.flywheel.core.stats.BetaPosterior;
import dev.flywheel.core.stats.SeededDraws;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How many samples, how much money and how many days it takes before a programme without history can know anything
 * (practice 2.1 and 4 A). Rates are the policy's, corrected by whatever samples have already shown.
 *
 * @param answerRate share of samples that are answered
 * @param sellerRate share of those who answer that sell
 * @param perSample chance that one sample finds a seller
 * @param samplesFor90 samples for at least one seller with 90 % probability
 * @param samplesFor95 the same with 95 % probability
 * @param open samples that are sent and not yet decided
 * @param sampleCost money for one sample
 * @param testCost money for the shortest test of one post; zero when the programme forbids ads
 * @param daysToAnswer days from approval to the end of the first test
 */
record LaunchPlan(
        BetaPosterior answerRate,
        BetaPosterior sellerRate,
        Estimate perSample,
        int samplesFor90,
        int samplesFor95,
        int open,
        Money sampleCost,
        Money testCost,
        int daysToAnswer) {

    /** Approval within 3 days is the brand's own; shipping takes up to 7 (practice 2.1). */
    private static final int DELIVERY_DAYS = 7;

    /** Median days from delivery to the post (practice 2.1). */
    private static final int POST_DAYS = 9;

    /** Nobody knows what pays before there are videos and orders. */
    static boolean applies(Measured measured, Posts posts) {
        return measured.videos().isEmpty() || !posts.anySale();
    }

    static LaunchPlan of(Measured measured, Posts posts, SampleClock clock, long seed) {
        Policy policy = measured.program().policy();
        SampleRecord record = SampleRecord.of(clock.matured());
        BetaPosterior answer = record.answerRate(policy.number(PolicyNumber.SAMPLE_TO_POST_RATE));
        long matured = posts.creators().stream()
                .filter(creator -> hadTimeToSell(measured, posts, creator))
                .count();
        BetaPosterior seller = BetaPosterior.ofMean(
                        policy.number(PolicyNumber.POST_TO_SELLER_RATE), SampleRecord.PRIOR_SAMPLES)
                .posterior(0, (double) matured);
        double chance = answer.mean() * seller.mean();
        int decided = clock.matured().size();
        long sent = measured.samples().stream()
                .filter(sample -> sample.sentBy(measured.asOf()))
                .count();
        Money floor = policy.money(
                PolicyNumber.BOOST_FLOOR_PER_DAY, measured.program().currency());
        boolean adsAllowed = measured.program().dailyAdCap().compareTo(floor) >= 0;
        int testDays = policy.count(PolicyNumber.MINIMUM_TEST_DAYS);
        return new LaunchPlan(
                answer,
                seller,
                chance(answer, seller, chance, seed, policy.count(PolicyNumber.SAMPLE_DRAWS)),
                samplesFor(chance, 0.90),
                samplesFor(chance, 0.95),
                (int) sent - decided,
                SampleValue.cost(measured, measured.samples(), Optional.empty()),
                adsAllowed
                        ? floor.times(testDays)
                        : Money.zero(measured.program().currency()),
                DELIVERY_DAYS + POST_DAYS + organicDays(policy) + (adsAllowed ? testDays : 0));
    }

    private static int organicDays(Policy policy) {
        return (policy.count(PolicyNumber.CANDIDATE_MINIMUM_HOURS) + 23) / 24;
    }

    private static boolean hadTimeToSell(Measured measured, Posts posts, CreatorId creator) {
        int days = measured.program().policy().count(PolicyNumber.HORIZON_DAYS);
        return posts.ordersAreCounted(creator)
                && measured.postedOn(posts.of(creator).get(0)).plusDays(days).isBefore(measured.asOf());
    }

    private static Estimate chance(BetaPosterior answer, BetaPosterior seller, double mean, long seed, int count) {
        SeededDraws random = Draws.stream(seed, "launch");
        double[] answers = random.of(answer, count);
        double[] sellers = random.of(seller, count);
        double[] draws = new double[count];
        for (int d = 0; d < count; d++) {
            draws[d] = answers[d] * sellers[d];
        }
        Estimate drawn = Draws.summary(draws);
        return new Estimate(mean, drawn.low(), drawn.high(), drawn.level());
    }

    /**
     * The smallest number of samples of which at least one finds a seller with some probability.
     *
     * @param chance of one sample, in (0, 1)
     * @param confidence the probability, in (0, 1)
     */
    static int samplesFor(double chance, double confidence) {
        return (int) Math.ceil(Math.log1p(-confidence) / Math.log1p(-chance));
    }

    int stillToSend() {
        return Math.max(0, samplesFor90 - open);
    }

    Money cost(int samples) {
        return sampleCost.times(samples).plus(testCost);
    }

    String headline() {
        return "There is no history to learn from yet. About " + samplesFor90 + " samples and " + cost(samplesFor90)
                + " find at least one seller with 90% probability; the first answer comes about " + daysToAnswer
                + " days after the samples are approved.";
    }

    List<PhaseReport.Fact> facts() {
        List<PhaseReport.Fact> facts = new ArrayList<>();
        facts.add(Facts.estimate("launchSellerRate", "chance that one sample finds a seller:", perSample));
        facts.add(Facts.count(
                "samplesForFirstSeller90",
                "samples find at least one seller with 90% probability (" + Facts.percent(answerRate.mean())
                        + " answer, " + Facts.percent(sellerRate.mean()) + " of those sell)",
                samplesFor90));
        facts.add(Facts.count(
                "samplesForFirstSeller95", "samples find at least one seller with 95% probability", samplesFor95));
        facts.add(Facts.count("samplesUndecided", "samples are sent and not yet decided", open));
        facts.add(Facts.count("samplesStillToSend", "samples are still to be sent for 90%", stillToSend()));
        facts.add(Facts.money("launchSampleCost", "for " + samplesFor90 + " samples", sampleCost.times(samplesFor90)));
        facts.add(Facts.money(
                "launchTestCost",
                testCost.isPositive()
                        ? "for the shortest test of one post with ads"
                        : "for ads, because the daily ad cap is below the smallest boost",
                testCost));
        facts.add(Facts.money("launchCost", "until the first answer, at 90%", cost(samplesFor90)));
        facts.add(Facts.money("launchCost95", "until the first answer, at 95%", cost(samplesFor95)));
        facts.add(Facts.count(
                "daysToFirstAnswer",
                "days until the first answer: " + DELIVERY_DAYS + " to deliver, " + POST_DAYS
                        + " to the post (median), then organic data and the shortest test",
                daysToAnswer));
        return facts;
    }

    /** One first step, if there is somebody to take it with: the oldest request, else the first prospect. */
    Optional<Action> firstStep(Measured measured, List<Sample> waiting, List<CreatorId> prospects) {
        List<String> because = List.of(
                headline(),
                Facts.percent(perSample.mean()) + " of samples are expected to find a seller, between "
                        + Facts.percent(perSample.low()) + " and " + Facts.percent(perSample.high()) + ".",
                open + " samples are under way, " + waiting.size() + " requests wait, " + stillToSend()
                        + " samples are still to be sent.");
        if (!waiting.isEmpty() && stillToSend() > 0) {
            Sample first = waiting.get(0);
            String others = waiting.size() > 1 ? ", then the " + (waiting.size() - 1) + " other requests" : "";
            return Optional.of(new Action.SendSample(
                    first.creator(),
                    first.product(),
                    new Explanation(
                            "Approve the sample of " + SampleClock.productName(measured, first.product()) + " for "
                                    + first.creator() + others + ".",
                            null,
                            SampleValue.cost(measured, first),
                            because,
                            "Wait if the product does not earn its samples back: one seller must be worth "
                                    + cost(samplesFor90) + ".",
                            true)));
        }
        if (waiting.isEmpty() && stillToSend() > 0 && !prospects.isEmpty()) {
            CreatorId first = prospects.get(0);
            return Optional.of(new Action.InviteCreator(
                    first,
                    new Explanation(
                            "Invite " + first + " and offer a sample.",
                            null,
                            Money.zero(measured.program().currency()),
                            because,
                            "Choose another creator if " + first + " does not fit the product.",
                            true)));
        }
        return Optional.empty();
    }
}
