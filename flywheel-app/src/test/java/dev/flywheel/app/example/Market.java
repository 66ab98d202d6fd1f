package dev.flywheel.app.example;

import java.util.List;

/** Runs the days: views decay after the post, clicks become orders with a delay, ads add their own clicks. */
final class Market {

    /** Share of a click's orders that arrive on the same day, the next, and so on (statistics 2.5, as differences). */
    private static final double[] ORDER_DELAY = {0.60, 0.15, 0.10, 0.05, 0.04, 0.03, 0.02, 0.01};

    private static final double VIEW_DECAY = -1.3;
    private static final int LIFETIME = 60;
    private static final int EXACT_LIFETIME = 42;

    private final Dice dice;
    private final Shop shop;

    Market(long seed, Shop shop) {
        this.dice = new Dice(seed, "market");
        this.shop = shop;
    }

    void run(List<Video> videos) {
        for (Video video : videos) {
            Role role = video.role;
            if (role != null && role.plan() == null) {
                runExactly(video, role);
            } else {
                runOrganic(video);
            }
            AdPlan plan = video.plan();
            if (plan != null) {
                runPaid(video, plan);
            }
        }
    }

    private void runOrganic(Video video) {
        double[] weights = weights(LIFETIME);
        for (int day = video.postDay(); day < Season.DAYS; day++) {
            int age = day - video.postDay();
            double weight = age < LIFETIME ? weights[age] : weights[LIFETIME - 1];
            int views = dice.poisson(video.truth.lifetimeViews() * weight * dice.logNormal(1, 0.25));
            int clicks = dice.poisson(views * video.truth.clickRate());
            book(video.organic, day, views, clicks);
            order(video, day, dice.poisson(clicks * video.truth.conversionRate()), false);
        }
    }

    /** Totals that must come out exactly are dealt out over the days by cumulated rounding. */
    private void runExactly(Video video, Role role) {
        double[] weights = weights(EXACT_LIFETIME);
        double before = 0;
        for (int age = 0; age < EXACT_LIFETIME; age++) {
            double after = age == EXACT_LIFETIME - 1 ? 1 : before + weights[age];
            int day = video.postDay() + age;
            int clicks = dealt(role.views() * role.clickRate(), before, after);
            book(video.organic, day, dealt(role.views(), before, after), clicks);
            order(video, day, dealt(role.orders(), before, after), false);
            before = after;
        }
    }

    private static int dealt(double total, double before, double after) {
        return (int) (StrictMath.rint(total * after) - StrictMath.rint(total * before));
    }

    private void runPaid(Video video, AdPlan plan) {
        for (int day = Season.day(plan.startedOn()); day < Season.DAYS; day++) {
            double spend = plan.budgetPerDay() * plan.delivery() * dice.between(0.93, 1.0);
            int clicks = dice.poisson(spend / plan.cpc());
            book(video.paid, day, (int) (clicks / dice.between(0.016, 0.022)), clicks);
            video.paid.spend[day] = (long) (spend * 100);
            order(video, day, dice.poisson(clicks * video.truth.conversionRate() * plan.ratio()), true);
        }
    }

    private void book(Traffic traffic, int day, int views, int clicks) {
        traffic.views[day] = views;
        traffic.impressions[day] = StrictMath.max(clicks, (int) (views * dice.between(0.82, 0.9)));
        traffic.clicks[day] = clicks;
    }

    private void order(Video video, int clickDay, int orders, boolean paid) {
        for (int i = 0; i < orders; i++) {
            int day = clickDay + dice.pickIndex(ORDER_DELAY);
            if (day < Season.DAYS) {
                shop.sell(video, day, paid);
            }
        }
    }

    private static double[] weights(int lifetime) {
        double[] weights = new double[lifetime];
        double total = 0;
        for (int age = 0; age < lifetime; age++) {
            weights[age] = StrictMath.pow(age + 1.0, VIEW_DECAY);
            total += weights[age];
        }
        for (int age = 0; age < lifetime; age++) {
            weights[age] /= total;
        }
        return weights;
    }
}
