package dev.flywheel.core.adtest;

import dev.flywheel.core.Portfolio;
import dev.flywheel.core.adtest.AdTestEvidence.Day;
import dev.flywheel.core.adtest.AdTestEvidence.Mixed;
import dev.flywheel.core.adtest.AdTestEvidence.Side;
import dev.flywheel.core.performance.LagCurve;
import dev.flywheel.core.performance.Source.Booking;
import dev.flywheel.core.program.Policy;
import dev.flywheel.core.stats.SparkEvidence;
import dev.flywheel.core.winner.RateBelief;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Ad tests of known truth, judged by the shipped choice of form: 500 videos with gamma-distributed organic rates, the
 * best 1 % by observed organic conversion boosted, 150 paid clicks a day, a look each day. Seeded.
 */
final class SimulatedTests {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final int VIDEOS = 500;
    private static final int WINNERS = VIDEOS / 100;
    private static final double SHAPE = 4;
    private static final double CVR = 0.03;
    private static final double PAID = 150;
    private static final int BASELINE = 2000;

    /** What a report tells apart. */
    enum Told {
        BOTH,
        PAID_ONLY,
        NEITHER
    }

    /**
     * The truth of a scenario.
     *
     * @param ratio the real ratio c
     * @param organic organic clicks on the first day
     * @param decay what is left of them the next day
     * @param shock standard deviation of the logarithm of what each day does to both arms alike
     * @param real how late orders really come
     * @param assumed how late the test takes them to come
     * @param booking the day on which orders are booked
     * @param told what reports tell apart
     */
    record World(
            double ratio,
            double organic,
            double decay,
            double shock,
            LagCurve real,
            LagCurve assumed,
            Booking booking,
            Told told) {

        static final LagCurve AT_ONCE = new LagCurve(List.of(1.0));

        static World of(double ratio) {
            return new World(ratio, 150, 1, 0, AT_ONCE, AT_ONCE, Booking.CLICK_DAY, Told.BOTH);
        }

        World organic(double clicks, double kept) {
            return new World(ratio, clicks, kept, shock, real, assumed, booking, told);
        }

        World shocks(double sd) {
            return new World(ratio, organic, decay, sd, real, assumed, booking, told);
        }

        World late(LagCurve truth, LagCurve belief, Booking booked) {
            return new World(ratio, organic, decay, shock, truth, belief, booked, told);
        }

        World told(Told apart) {
            return new World(ratio, organic, decay, shock, real, assumed, booking, apart);
        }
    }

    /** Share of tests that ever reached log(10) and log(20), and the mean day of reaching log(10). */
    record Realised(double at05, double at10, double meanDay, long forms) {}

    private final World world;
    private final int looks;
    private final boolean drop;
    private final UniformRandomProvider rng;

    private SimulatedTests(World world, int looks, boolean drop, long seed) {
        this.world = world;
        this.looks = looks;
        this.drop = drop;
        this.rng = RandomSource.XO_SHI_RO_256_PP.create(seed);
    }

    static double bound(double alpha, int runs) {
        return alpha + 3 * Math.sqrt(alpha * (1 - alpha) / runs);
    }

    static Realised run(World world, boolean drop, AdTestForm expected, int runs, int looks, long seed) {
        return new SimulatedTests(world, looks, drop, seed).run(runs, expected);
    }

    private Realised run(int runs, AdTestForm expected) {
        int[] reached = new int[2];
        long ofForm = 0;
        double days = 0;
        for (int done = 0; done < runs; done += WINNERS) {
            double[] rates = new double[VIDEOS];
            double[] orders = new double[VIDEOS];
            for (int v = 0; v < VIDEOS; v++) {
                rates[v] = AhrensDieterMarsagliaTsangGammaSampler.of(rng, SHAPE, CVR / SHAPE)
                        .sample();
                orders[v] = poisson(BASELINE * rates[v]);
            }
            for (int v : IntStream.range(0, VIDEOS)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer v) -> -orders[v]))
                    .limit(WINNERS)
                    .toList()) {
                Run run = new Run(rates[v], orders[v]);
                run.look();
                reached[0] += run.first[0] > 0 ? 1 : 0;
                reached[1] += run.first[1] > 0 ? 1 : 0;
                days += run.first[1];
                ofForm += run.form == expected ? 1 : 0;
            }
        }
        return new Realised(
                reached[0] / (double) runs, reached[1] / (double) runs, days / Math.max(1, reached[1]), ofForm);
    }

    private double poisson(double mean) {
        return mean > 0 ? PoissonSampler.of(rng, mean).sample() : 0;
    }

    /** One test: clicks of both arms and the orders of each click day by the day on which they arrive. */
    private final class Run {

        private final double[][] clicks = new double[2][looks];
        private final double[][][] arrivals = new double[2][looks][looks];
        private final double baselineOrders;
        private final int[] first = new int[2];
        private AdTestForm form = AdTestForm.FIXED_BASELINE;

        Run(double rate, double baselineOrders) {
            this.baselineOrders = baselineOrders;
            ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(rng);
            for (int d = 0; d < looks; d++) {
                clicks[0][d] = Math.rint(world.organic * Math.pow(world.decay, d));
                clicks[1][d] = PAID;
                double sd = world.shock;
                double today = rate * (sd > 0 ? Math.exp(sd * normal.sample() - sd * sd / 2) : 1);
                for (int arm = 0; arm < 2; arm++) {
                    double orders = poisson(clicks[arm][d] * today * (arm == 1 ? world.ratio : 1));
                    for (int i = 0; i < orders; i++) {
                        int day = d + delay();
                        if (day < looks) {
                            arrivals[arm][d][day]++;
                        }
                    }
                }
            }
        }

        private int delay() {
            double u = rng.nextDouble();
            int age = 0;
            while (u >= world.real.seenShare(age)) {
                age++;
            }
            return age;
        }

        void look() {
            AdTestPlan plan = plan();
            for (int t = 0; t < looks && first[0] == 0; t++) {
                AdTestEvidence seen = seen(t);
                FormChoice choice = FormChoice.of(plan, seen, 3);
                form = Objects.requireNonNull(choice.form(), String.valueOf(choice.missing()));
                SparkEvidence evidence = choice.evidence(plan, seen, seen.asOf());
                double logE = (drop ? plan.dropTest() : plan.holdTest()).logE(evidence, 1);
                first[0] = first[0] == 0 && logE >= Math.log(20) ? t + 1 : first[0];
                first[1] = first[1] == 0 && logE >= Math.log(10) ? t + 1 : first[1];
            }
        }

        private AdTestPlan plan() {
            AdTestStart start =
                    new AdTestStart(Portfolio.video(1), START, Portfolio.usd("100"), AdTestStart.Kind.GMV_MAX_BOOST);
            return AdTestPlan.of(
                    start,
                    new RateBelief(SHAPE, SHAPE / CVR),
                    Policy.defaults(),
                    PastTests.NONE,
                    new DayNoiseBelief(1, 0),
                    AdTestOffer.UNKNOWN,
                    null);
        }

        private AdTestEvidence seen(int t) {
            List<Day> days = new ArrayList<>();
            for (int d = 0; d <= t; d++) {
                Side organic = side(0, d, t);
                Side paid = side(1, d, t);
                double both = organic.orders() + paid.orders();
                LocalDate day = START.plusDays(d);
                days.add(
                        switch (world.told) {
                            case BOTH -> new Day(day, organic, paid, false, null);
                            case PAID_ONLY -> new Day(day, null, paid, both > 0, null);
                            case NEITHER ->
                                new Day(
                                        day,
                                        null,
                                        null,
                                        true,
                                        new Mixed(
                                                organic.clicks(),
                                                organic.exposure(),
                                                paid.clicks(),
                                                paid.exposure(),
                                                both));
                        });
            }
            Side baseline = new Side(BASELINE, BASELINE, baselineOrders);
            return new AdTestEvidence(START.plusDays(t), baseline, 14, days, world.assumed, false, false);
        }

        private Side side(int arm, int d, int t) {
            double exposure = 0;
            double orders = 0;
            if (world.booking == Booking.CLICK_DAY) {
                exposure = clicks[arm][d] * world.assumed.seenShare(t - d);
                for (int day = d; day <= t; day++) {
                    orders += arrivals[arm][d][day];
                }
            } else {
                for (int cohort = 0; cohort <= d; cohort++) {
                    double share = world.assumed.seenShare(d - cohort) - world.assumed.seenShare(d - cohort - 1L);
                    exposure += clicks[arm][cohort] * share;
                    orders += arrivals[arm][cohort][d];
                }
            }
            return new Side(clicks[arm][d], exposure, orders);
        }
    }
}
