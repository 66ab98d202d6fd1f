package dev.flywheel.core.winner;

import static dev.flywheel.core.Portfolio.AS_OF;
import static dev.flywheel.core.Portfolio.LONG_AGO;
import static dev.flywheel.core.Portfolio.USD;
import static dev.flywheel.core.Portfolio.ZONE;
import static dev.flywheel.core.Portfolio.video;

import dev.flywheel.core.Portfolio;
import dev.flywheel.core.content.CreativeTags;
import dev.flywheel.core.content.Video;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.Funnel.Amount;
import dev.flywheel.core.performance.Funnel.Count;
import dev.flywheel.core.performance.Observation;
import dev.flywheel.core.performance.PerformanceBook;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.performance.Subject;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.performance.VideoHistories;
import dev.flywheel.core.performance.VideoHistory;
import dev.flywheel.core.program.Program;
import dev.flywheel.core.roster.CreatorId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Videos whose true order rates are known and depend on hook and creator: log-normal views (sd 1.8), two clicks in a
 * hundred views, eight hooks with effects of sd .3, a creator for every six videos with effects of sd .3, and a rest of
 * sd .35; the rate falls with reach by a tenth.
 */
final class FactorWorld {

    static final int HOOKS = 8;
    static final double MEAN_RATE = 0.03;

    final Map<VideoId, Video> videos = new TreeMap<>();
    final Map<VideoId, Double> truth = new TreeMap<>();
    private final PerformanceBook.Builder book = PerformanceBook.builder();
    private final Program program = new Portfolio().program();

    static FactorWorld of(int count, long seed) {
        FactorWorld world = new FactorWorld();
        Random random = new Random(seed);
        double[] hooks = random.doubles(HOOKS).toArray();
        double[] creators = new double[count / 6 + 1];
        for (int h = 0; h < HOOKS; h++) {
            hooks[h] = 0.3 * random.nextGaussian();
        }
        for (int c = 0; c < creators.length; c++) {
            creators[c] = 0.3 * random.nextGaussian();
        }
        for (int i = 0; i < count; i++) {
            double z = 1.8 * random.nextGaussian();
            int hook = random.nextInt(HOOKS);
            int creator = random.nextInt(creators.length);
            double rate =
                    MEAN_RATE * Math.exp(hooks[hook] + creators[creator] + 0.35 * random.nextGaussian() - 0.1 * z);
            long views = (long) Math.ceil(8_000 * Math.exp(z));
            long clicks = Math.round(views * 0.02);
            world.post(i, "hook" + hook, "creator" + creator);
            world.show(i, LONG_AGO, views, clicks, poisson(random, clicks * rate));
            world.truth.put(video(i), rate);
        }
        return world;
    }

    FactorWorld post(int number, @Nullable String hook, String creator) {
        videos.put(
                video(number),
                Video.builder(video(number))
                        .creator(new CreatorId(creator))
                        .products(List.of(Portfolio.SERUM))
                        .tags(new CreativeTags(hook, "angle" + number % 5, "placement" + number % 4, null))
                        .build());
        return this;
    }

    FactorWorld show(int number, LocalDate day, long views, long clicks, long orders) {
        book.record(new Observation(
                new Subject.OfVideo(video(number), null),
                Period.of(day),
                Traffic.ORGANIC,
                Funnel.builder(USD)
                        .count(Count.VIEWS, views)
                        .count(Count.CLICKS, clicks)
                        .count(Count.ORDERS, orders)
                        .count(Count.ITEMS, orders)
                        .amount(Amount.GMV, Portfolio.usd("30").times(orders))
                        .build(),
                Source.FUNNEL_DAILY,
                Instant.EPOCH));
        return this;
    }

    Map<VideoId, VideoHistory> histories() {
        return VideoHistories.of(book.build(), List.of(), Map.of(), USD, ZONE);
    }

    ConversionModel fit(VideoId... heldOut) {
        return ConversionModel.fit(program, videos, histories(), AS_OF, AS_OF, Set.of(heldOut));
    }

    Ranking rank(long seed) {
        return Ranking.rank(program, AS_OF, videos, histories(), Map.of(), seed);
    }

    private static long poisson(Random random, double mean) {
        if (mean > 60) {
            return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        long count = 0;
        for (double left = mean + Math.log(1 - random.nextDouble());
                left > 0;
                left += Math.log(1 - random.nextDouble())) {
            count++;
        }
        return count;
    }
}
