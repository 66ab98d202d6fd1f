package dev.flywheel.core.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Simulated Spark-ad tests whose truth is known: of 2,000 videos 20 are boosted and looked at on each of 28 days, in 200
 * such programmes, 4,000 tests in all. Answers how often a procedure ever rejects. Several procedures look at the same
 * data. Seeded: the same world, procedures and seed give the same rates.
 */
final class SparkCalibration {

    static final int RUNS = 4000;
    static final int LOOKS = 28;
    private static final int CANDIDATES = 2000;
    private static final int BOOSTED = CANDIDATES / 100;
    private static final int FITTED = 200;
    private static final double HIGHEST_RATE = 0.9;
    private static final double THRESHOLD_05 = SparkTest.threshold(0.05);
    private static final double THRESHOLD_10 = SparkTest.threshold(0.10);

    private final SparkWorld world;
    private final int looks;
    private final UniformRandomProvider rng;
    private final Tally[] tallies;
    private double eta;
    private DayNoise noise = new DayNoise(1, 0, 0);

    private SparkCalibration(SparkWorld world, int looks, long seed, Procedure... procedures) {
        this.world = world;
        this.looks = looks;
        this.rng = RandomSource.XO_SHI_RO_256_PP.create(seed);
        this.tallies = Arrays.stream(procedures).map(Tally::new).toArray(Tally[]::new);
        this.eta = 1 / world.phi;
    }

    /** Evidence on the scale of log(1/p): a test at level alpha rejects from log(1/alpha) on. */
    interface Procedure {
        double evidence(SparkLook look);
    }

    /** The most rejections of a true null that 4,000 runs at level alpha excuse. */
    static double bound(double alpha) {
        return alpha + 3 * Math.sqrt(alpha * (1 - alpha) / RUNS);
    }

    static List<Realised> run(SparkWorld world, long seed, Procedure... procedures) {
        return run(world, LOOKS, seed, procedures);
    }

    static List<Realised> run(SparkWorld world, int looks, long seed, Procedure... procedures) {
        SparkCalibration calibration = new SparkCalibration(world, looks, seed, procedures);
        for (int programme = 0; programme < RUNS / BOOSTED; programme++) {
            calibration.programme();
        }
        return Arrays.stream(calibration.tallies)
                .map(tally -> tally.realised(looks))
                .toList();
    }

    private void programme() {
        int videos = world.topPercent || world.fitted ? CANDIDATES : BOOSTED;
        double[] rates = new double[videos];
        double[] orders = new double[videos];
        double[] luckBefore = lucks();
        if (world.commonShock > 0) {
            noise = learned(lucks());
            eta = noise.eta();
        }
        for (int v = 0; v < videos; v++) {
            rates[v] = Math.min(HIGHEST_RATE, SparkArm.gamma(rng, SparkWorld.SHAPE) * world.rate / SparkWorld.SHAPE);
            for (double luck : luckBefore) {
                orders[v] +=
                        SparkArm.orders(rng, world.clicksBefore / (double) luckBefore.length, luck * rates[v], world);
            }
        }
        GammaPrior prior = world.fitted ? fit(orders) : world.truePrior();
        for (int v : boosted(orders)) {
            test(rates[v], orders[v], prior);
        }
    }

    /** As many videos as a programme may have, so that the fit is as uncertain as theirs. */
    private GammaPrior fit(double[] orders) {
        double[] some = Arrays.copyOf(orders, FITTED);
        double[] clicks = new double[FITTED];
        Arrays.fill(clicks, world.clicksBefore);
        return Population.fit(some, clicks, new double[FITTED], world.rate).priorFor(0);
    }

    /** The videos with the most orders, or the first ones when none are picked for their luck. */
    private int[] boosted(double[] orders) {
        double least = Double.NEGATIVE_INFINITY;
        if (world.topPercent) {
            double[] sorted = orders.clone();
            Arrays.sort(sorted);
            least = sorted[sorted.length - BOOSTED];
        }
        int[] boosted = new int[BOOSTED];
        int n = 0;
        for (int v = 0; v < orders.length && n < BOOSTED; v++) {
            if (orders[v] > least) {
                boosted[n++] = v;
            }
        }
        for (int v = 0; v < orders.length && n < BOOSTED; v++) {
            if (orders[v] == least) {
                boosted[n++] = v;
            }
        }
        return boosted;
    }

    private void test(double rate, double ordersBefore, GammaPrior prior) {
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(rng);
        SparkArm organic = new SparkArm(world, rate);
        SparkArm paid = new SparkArm(world, world.ratio * rate);
        List<SparkDay> days = new ArrayList<>();
        Arrays.stream(tallies).forEach(Tally::startRun);
        boolean open = true;
        for (int day = 1; day <= looks && open; day++) {
            double luck = luck(normal);
            organic.advance(rng, world.organicPerDay * Math.pow(world.organicDecay, day - 1), luck);
            paid.advance(rng, world.paidPerDay, luck);
            SparkLook look = look(organic, paid, ordersBefore, days, prior);
            open = false;
            for (Tally tally : tallies) {
                open |= tally.look(look, day);
            }
        }
    }

    private double luck(ZigguratSampler.NormalizedGaussian normal) {
        double sd = world.commonShock;
        return sd > 0 ? Math.exp(sd * normal.sample() - sd * sd / 2) : 1;
    }

    /** What two weeks do to every order alike; without shocks they are one. */
    private double[] lucks() {
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(rng);
        double[] lucks = new double[world.commonShock > 0 ? 14 : 1];
        Arrays.setAll(lucks, day -> luck(normal));
        return lucks;
    }

    /** The noise of days that a programme of 200 videos and two weeks would have measured. */
    private DayNoise learned(double[] lucks) {
        List<List<DayNoise.Day>> videos = new ArrayList<>();
        for (int v = 0; v < FITTED; v++) {
            double rate = SparkArm.gamma(rng, SparkWorld.SHAPE) * world.rate / SparkWorld.SHAPE;
            List<DayNoise.Day> days = new ArrayList<>();
            for (double luck : lucks) {
                double clicks = world.organicPerDay;
                days.add(new DayNoise.Day(SparkArm.orders(rng, clicks, rate * luck, world), clicks));
            }
            videos.add(days);
        }
        return DayNoise.estimate(videos);
    }

    private SparkLook look(
            SparkArm organic, SparkArm paid, double ordersBefore, List<SparkDay> days, GammaPrior prior) {
        double rate = prior.posterior(ordersBefore, world.clicksBefore).mean();
        double early = noise.weight(ordersBefore / 14);
        double late = noise.weight(rate * world.paidPerDay);
        double before = early * world.clicksBefore;
        double orders = early * ordersBefore + late * organic.orders();
        double paidOrders = late * paid.orders();
        return new SparkLook(
                new SparkTotals(early * ordersBefore, before, paidOrders, late * paid.matured()),
                new SparkTotals(orders, before + late * organic.matured(), paidOrders, late * paid.matured()),
                new SparkTotals(orders, before + late * organic.clicks(), paidOrders, late * paid.clicks()),
                sideBySide(organic, paid, days),
                prior,
                eta);
    }

    /** Days of one mix of clicks say together what their sum says, which spares most of the work. */
    private List<SparkDay> sideBySide(SparkArm organic, SparkArm paid, List<SparkDay> days) {
        if (world.organicDecay == 1) {
            return List.of(new SparkDay(organic.orders(), organic.matured(), paid.orders(), paid.matured()));
        }
        days.add(new SparkDay(organic.ordersToday(), organic.clicksToday(), paid.ordersToday(), paid.clicksToday()));
        return days;
    }

    /** Counts what one procedure rejects, and when. */
    private static final class Tally {

        private final Procedure procedure;
        private int rejected05;
        private int rejected10;
        private int days05;
        private int days10;
        private boolean rejects05;
        private boolean rejects10;

        Tally(Procedure procedure) {
            this.procedure = procedure;
        }

        void startRun() {
            rejects05 = false;
            rejects10 = false;
        }

        /** {@return whether there is anything left to wait for} */
        boolean look(SparkLook look, int day) {
            if (rejects05) {
                return false;
            }
            double evidence = procedure.evidence(look);
            if (!rejects10 && evidence >= THRESHOLD_10) {
                rejects10 = true;
                rejected10++;
                days10 += day;
            }
            if (evidence >= THRESHOLD_05) {
                rejects05 = true;
                rejected05++;
                days05 += day;
            }
            return !rejects05;
        }

        Realised realised(int looks) {
            return new Realised(
                    rejected05 / (double) RUNS,
                    rejected10 / (double) RUNS,
                    (days05 + (RUNS - rejected05) * (double) looks) / RUNS,
                    (days10 + (RUNS - rejected10) * (double) looks) / RUNS);
        }
    }

    /** Share of runs ever rejected at .05 and .10, and their mean length in days: until rejection, or to the last look. */
    record Realised(double at05, double at10, double day05, double day10) {

        boolean within() {
            return at05 <= bound(0.05) && at10 <= bound(0.10);
        }

        /** {@return the shares at .05 and .10 as they stand in tables} */
        String shares() {
            return String.format(Locale.ROOT, "%.3f / %.3f", at05, at10);
        }

        /** {@return the shares with the mean lengths} */
        String sharesAndDays() {
            return String.format(Locale.ROOT, "%.2f (%.1f) / %.2f (%.1f)", at05, day05, at10, day10);
        }
    }
}
