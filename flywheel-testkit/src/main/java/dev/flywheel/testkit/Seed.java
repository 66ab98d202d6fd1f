package dev.flywheel.testkit;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * One repeatable draw of a property test. Use {@link #first} as the method source of a {@code @ParameterizedTest} named
 * {@code "{0}"}: a failure then shows the seed, and {@code new Seed(17).random()} repeats it. Immutable.
 *
 * @param value the seed
 */
public record Seed(long value) {

    /**
     * Seeds 1, 2, 3 and so on.
     *
     * @param count how many, at least one
     * @return the seeds in order
     */
    public static Stream<Seed> first(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("count must be at least 1, got " + count);
        }
        return LongStream.rangeClosed(1, count).mapToObj(Seed::new);
    }

    /** {@return a fresh generator: every call starts the same sequence} */
    public SplittableRandom random() {
        return new SplittableRandom(value);
    }

    /** {@return the seed for a display name, such as {@code seed 17}} */
    @Override
    public String toString() {
        return "seed " + value;
    }
}
