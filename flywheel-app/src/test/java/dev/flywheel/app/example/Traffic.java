package dev.flywheel.app.example;

import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** Daily counts of one video and one kind of traffic; {@code spend} is in cents. */
final class Traffic {

    final int[] views = new int[Season.DAYS];
    final int[] impressions = new int[Season.DAYS];
    final int[] clicks = new int[Season.DAYS];
    final long[] spend = new long[Season.DAYS];

    long views(Span span) {
        return sum(span, day -> views[day]);
    }

    long impressions(Span span) {
        return sum(span, day -> impressions[day]);
    }

    long clicks(Span span) {
        return sum(span, day -> clicks[day]);
    }

    long spend(Span span) {
        return sum(span, day -> spend[day]);
    }

    private static long sum(Span span, ToLongFunction<Integer> count) {
        return IntStream.rangeClosed(Season.day(span.from()), Season.day(span.to()))
                .boxed()
                .mapToLong(count)
                .sum();
    }
}
