package dev.flywheel.core.cycle;

import dev.flywheel.core.money.Money;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.program.ProductId;
import dev.flywheel.core.roster.CreatorId;
import dev.flywheel.core.roster.Sample;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What became of each delivered sample. The clock of a creator and product starts with the newest delivery: a unit that
 * was sent again is waited for again. One post answers every unit of its product that had arrived by then.
 */
final class SampleClock {

    private final Measured measured;
    private final Posts posts;
    private final List<Delivered> delivered = new ArrayList<>();
    private final int remindAfter;
    private final int closeAfter;

    private SampleClock(Measured measured, Posts posts) {
        this.measured = measured;
        this.posts = posts;
        remindAfter = measured.program().policy().count(PolicyNumber.REMIND_AFTER_DAYS);
        closeAfter = measured.program().policy().count(PolicyNumber.CLOSE_AFTER_DAYS);
    }

    static SampleClock of(Measured measured, Posts posts) {
        SampleClock clock = new SampleClock(measured, posts);
        for (Sample sample : measured.samples()) {
            LocalDate arrived = sample.deliveredOn();
            if (arrived != null && sample.deliveredBy(measured.asOf())) {
                clock.delivered.add(clock.read(sample, arrived));
            }
        }
        return clock;
    }

    private Delivered read(Sample sample, LocalDate arrived) {
        List<LocalDate> days = posts.daysOfPosts(sample.creator(), sample.product(), arrived);
        return new Delivered(
                sample,
                arrived,
                ChronoUnit.DAYS.between(arrived, measured.asOf()),
                days.isEmpty() ? null : days.get(0),
                (int) days.stream()
                        .filter(day -> !day.isAfter(arrived.plusDays(closeAfter)))
                        .count(),
                posts.soldWithVideoBefore(sample.creator(), arrived));
    }

    /** {@return every delivered sample} */
    List<Delivered> delivered() {
        return List.copyOf(delivered);
    }

    /**
     * Samples whose window is over. Younger ones are left out whether they were answered or not: counting the early
     * answers alone would make the rate look better than it is.
     */
    List<Delivered> matured() {
        return delivered.stream().filter(one -> one.age >= closeAfter).toList();
    }

    /** {@return the creators who hold a sample on its way or in hand, without a post yet and not given up} */
    Set<CreatorId> holders() {
        Set<CreatorId> holders = new TreeSet<>();
        for (Sample sample : measured.samples()) {
            if (sample.sentBy(measured.asOf()) && !sample.deliveredBy(measured.asOf())) {
                holders.add(sample.creator());
            }
        }
        delivered.stream()
                .filter(one -> one.firstPost == null && one.age < closeAfter)
                .forEach(one -> holders.add(one.sample.creator()));
        return holders;
    }

    /** At most one reminder and one closing for a creator, for the oldest sample; never both for one product. */
    List<Action> actions() {
        Map<CreatorId, Delivered> reminders = new TreeMap<>();
        Map<CreatorId, Delivered> closings = new TreeMap<>();
        for (Delivered newest : newestOfEachProduct()) {
            if (newest.firstPost == null && newest.age >= closeAfter) {
                closings.merge(newest.sample.creator(), newest, SampleClock::older);
            } else if (newest.firstPost == null && newest.age >= remindAfter) {
                reminders.merge(newest.sample.creator(), newest, SampleClock::older);
            }
        }
        List<Action> actions = new ArrayList<>();
        reminders.values().forEach(one -> actions.add(remind(one)));
        closings.values().forEach(one -> actions.add(close(one)));
        return actions;
    }

    private List<Delivered> newestOfEachProduct() {
        Map<CreatorId, Map<ProductId, Delivered>> newest = new TreeMap<>();
        for (Delivered one : delivered) {
            newest.computeIfAbsent(one.sample.creator(), any -> new TreeMap<>())
                    .merge(one.sample.product(), one, (left, right) -> left.age <= right.age ? left : right);
        }
        return newest.values().stream()
                .flatMap(byProduct -> byProduct.values().stream())
                .sorted(Comparator.comparing((Delivered one) -> one.arrived).thenComparing(one -> one.sample.product()))
                .toList();
    }

    private static Delivered older(Delivered first, Delivered second) {
        return first.age >= second.age ? first : second;
    }

    private Action remind(Delivered one) {
        String who = one.sample.creator().value();
        String what = productName(measured, one.sample.product());
        return new Action.RemindCreator(
                one.sample.creator(),
                one.sample.product(),
                new Explanation(
                        "Remind " + who + " of the sample of " + what + ".",
                        null,
                        free(),
                        List.of(
                                "It arrived on " + one.arrived + ", " + one.age
                                        + " days ago, and no post has followed.",
                                experience()),
                        "Wait if " + who + " has named a day for the post, or posted it under another handle.",
                        true));
    }

    private Action close(Delivered one) {
        String who = one.sample.creator().value();
        String what = productName(measured, one.sample.product());
        return new Action.CloseSample(
                one.sample.creator(),
                one.sample.product(),
                new Explanation(
                        "Stop waiting for a post of " + who + " about " + what + ".",
                        null,
                        free(),
                        List.of(
                                "It arrived on " + one.arrived + ", " + one.age
                                        + " days ago, and no post has followed; the limit is " + closeAfter + " days.",
                                experience()),
                        "Keep it open if " + who + " has promised a post, or posted it under another handle.",
                        false));
    }

    private String experience() {
        List<Delivered> matured = matured();
        long answered = matured.stream().filter(one -> one.videosInWindow > 0).count();
        return matured.isEmpty()
                ? "No sample of the brand is older than " + closeAfter + " days yet."
                : answered + " of " + matured.size() + " samples were answered within " + closeAfter + " days.";
    }

    private Money free() {
        return Money.zero(measured.program().currency());
    }

    static String productName(Measured measured, ProductId product) {
        return measured.program().product(product).map(known -> known.name()).orElse("product " + product);
    }

    /**
     * A sample that has arrived.
     *
     * @param sample the sample
     * @param arrived the day
     * @param age days since then
     * @param firstPost the first post about its product since then, or null
     * @param videosInWindow posts about its product until it is closed
     * @param sellerBefore whether an earlier video of the creator sells
     */
    record Delivered(
            Sample sample,
            LocalDate arrived,
            long age,
            @Nullable LocalDate firstPost,
            int videosInWindow,
            boolean sellerBefore) {

        Optional<LocalDate> answeredOn() {
            return Optional.ofNullable(firstPost);
        }
    }
}
