package dev.flywheel.core.cycle;

import static dev.flywheel.core.Portfolio.AS_OF;
import static dev.flywheel.core.Portfolio.actions;
import static dev.flywheel.core.Portfolio.usd;
import static dev.flywheel.core.Portfolio.video;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.Faults;
import dev.flywheel.core.Portfolio;
import dev.flywheel.core.adtest.AdTestReading;
import dev.flywheel.core.adtest.AdTestReading.Move;
import dev.flywheel.core.adtest.AdTestStart;
import dev.flywheel.core.content.Authorization;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.program.DropPolicy;
import dev.flywheel.core.program.PolicyNumber;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The promises about money and permission, on brands that chance put together. */
class BoostScenariosTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void money_stays_within_its_bounds_and_permissions_outlive_boosts(long seed) {
        Scenario scenario = new Scenario(seed);
        Rotation rotation = scenario.portfolio.rotate(seed);
        Map<VideoId, Money> after = scenario.budgetsAfter(rotation);

        Money committed = after.values().stream().reduce(usd("0"), Money::plus);
        assertTrue(committed.compareTo(scenario.cap) <= 0, () -> after + " is above " + scenario.cap);
        after.forEach((video, budget) -> {
            Money before = scenario.running.getOrDefault(video, usd("0"));
            assertTrue(
                    budget.compareTo(usd("150")) <= 0 || scenario.unseen.contains(video), () -> video + ": " + budget);
            assertTrue(
                    !before.isPositive() || budget.compareTo(before.plus(usd("50"))) <= 0,
                    () -> video + ": " + before + " -> " + budget);
            assertTrue(
                    before.isPositive() || (budget.compareTo(usd("50")) >= 0 && budget.compareTo(usd("150")) <= 0),
                    () -> video + " starts at " + budget);
            LocalDate needed = before.isPositive() ? AS_OF.plusDays(2) : AS_OF.plusDays(14);
            assertTrue(
                    !scenario.lastDays.getOrDefault(video, LocalDate.MIN).isBefore(needed),
                    () -> video + " runs on a permission through " + scenario.lastDays.get(video));
        });
        assertEquals(List.of(), Faults.in(rotation));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void readings_and_actions_say_the_same_and_no_video_hears_two_things(long seed) {
        Rotation rotation = new Scenario(seed).portfolio.rotate(seed);

        Set<VideoId> spokenOf = new HashSet<>();
        actions(rotation, Action.StopBoost.class).forEach(action -> assertTrue(spokenOf.add(action.video())));
        actions(rotation, Action.ScaleBoost.class).forEach(action -> assertTrue(spokenOf.add(action.video())));
        actions(rotation, Action.StartBoost.class).forEach(action -> assertTrue(spokenOf.add(action.video())));
        actions(rotation, Action.RunHoldout.class).forEach(action -> assertFalse(stops(rotation, action.video())));
        actions(rotation, Action.RequestAuthorization.class)
                .forEach(action -> assertTrue(spokenOf.add(action.video())));
        for (AdTestReading reading : rotation.adTests()) {
            VideoId video = reading.start().video();
            boolean stopped = stops(rotation, video);
            List<Action.ScaleBoost> scaled = actions(rotation, Action.ScaleBoost.class).stream()
                    .filter(action -> action.video().equals(video))
                    .toList();
            assertEquals(reading.move() == Move.STOP, stopped, () -> reading + "");
            assertEquals(
                    reading.move() == Move.SCALE || reading.move() == Move.LOWER,
                    scaled.size() == 1,
                    () -> reading + "");
            scaled.forEach(action -> assertEquals(reading.budgetPerDay(), action.toPerDay()));
        }
    }

    private static boolean stops(Rotation rotation, VideoId video) {
        return Portfolio.action(rotation, Action.StopBoost.class, video.value()).isPresent();
    }

    private static final class Scenario {

        final Portfolio portfolio = new Portfolio();
        final Map<VideoId, Money> running = new TreeMap<>();
        final Map<VideoId, LocalDate> lastDays = new TreeMap<>();
        final Set<VideoId> unseen = new HashSet<>();
        final Money cap;

        Scenario(long seed) {
            Random random = new Random(seed);
            int capDollars = random.nextInt(900);
            cap = usd(String.valueOf(capDollars));
            portfolio
                    .dailyAdCap(String.valueOf(capDollars))
                    .policy(PolicyNumber.SAMPLE_DRAWS, "200")
                    .policy(old -> old.with(random.nextBoolean() ? DropPolicy.STRICT : DropPolicy.ECONOMIC));
            for (int i = 1; i <= 14; i++) {
                permission(video(i), random);
                if (random.nextInt(12) == 0) {
                    unseen.add(video(i));
                } else {
                    portfolio.post(video(i), "creator" + i % 5).organic(video(i), 80_000L, 2_000L, random.nextInt(450));
                }
                if (random.nextInt(3) > 0) {
                    boost(video(i), random);
                }
            }
        }

        private void permission(VideoId video, Random random) {
            if (random.nextInt(6) > 0) {
                LocalDate lastDay = AS_OF.plusDays(random.nextInt(40) - 6);
                portfolio.permit(video, lastDay, Authorization.Kind.SPARK_CODE);
                lastDays.put(video, lastDay);
            }
        }

        private void boost(VideoId video, Random random) {
            String perDay = List.of("0", "20", "50", "50", "63.40", "100", "120", "150", "240")
                    .get(random.nextInt(9));
            LocalDate start = AS_OF.minusDays(random.nextInt(18));
            portfolio.boost(video, start, perDay);
            if (usd(perDay).isPositive()) {
                running.put(video, usd(perDay));
            }
            if (unseen.contains(video)) {
                return;
            }
            int kind = random.nextInt(5);
            if (kind > 0) {
                String spend = random.nextInt(4) == 0 ? null : String.valueOf(20 + random.nextInt(200));
                portfolio.paid(video, start, AS_OF, 150, random.nextInt(40), spend);
            } else {
                portfolio.row(video, Traffic.BLENDED, AS_OF, 4_000L, 100L, 5L, null);
            }
        }

        Map<VideoId, Money> budgetsAfter(Rotation rotation) {
            Map<VideoId, Money> after = new TreeMap<>(running);
            actions(rotation, Action.StopBoost.class).forEach(action -> after.remove(action.video()));
            actions(rotation, Action.ScaleBoost.class).forEach(action -> after.put(action.video(), action.toPerDay()));
            actions(rotation, Action.StartBoost.class)
                    .forEach(action -> after.put(action.video(), action.budgetPerDay()));
            Set<VideoId> tested = rotation.adTests().stream()
                    .map(AdTestReading::start)
                    .map(AdTestStart::video)
                    .collect(Collectors.toSet());
            actions(rotation, Action.StartBoost.class)
                    .forEach(action -> assertTrue(!tested.contains(action.video()), "under test already"));
            return after;
        }
    }
}
