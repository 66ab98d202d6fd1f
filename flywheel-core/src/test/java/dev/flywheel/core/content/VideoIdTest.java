package dev.flywheel.core.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideoIdTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1970-01-01T00:00:00Z",
        "4294967295, 1970-01-01T00:00:00Z",
        "4294967296, 1970-01-01T00:00:01Z",
        "7571234567890123456, 2025-11-10T22:56:57Z",
        "9223372036854775807, 2038-01-19T03:14:07Z"
    })
    void carries_the_second_of_its_creation(String id, String instant) {
        assertEquals(Instant.parse(instant), new VideoId(id).createdAt());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0123",
                "-1",
                "12a",
                " 12",
                "7.41E+18",
                "123.0",
                "7,642,431",
                "9223372036854775808",
                "75712345678901234567",
                "\u0661\u0662\u0663"
            })
    void refuses_what_is_no_id(String text) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> new VideoId(text));

        assertEquals("VideoId must be 1 to 19 digits without a leading zero, got '" + text + "'", refused.getMessage());
    }

    @Test
    void refuses_null_by_name() {
        assertEquals(
                "value",
                assertThrows(NullPointerException.class, () -> new VideoId(null))
                        .getMessage());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void orders_like_the_number_it_prints(long seed) {
        Random random = new Random(seed);
        long left = 1 + (random.nextLong() >>> (1 + random.nextInt(50)));
        long right = 1 + (random.nextLong() >>> (1 + random.nextInt(50)));

        VideoId one = new VideoId(String.valueOf(left));
        VideoId other = new VideoId(String.valueOf(right));

        assertEquals(Integer.signum(Long.compare(left, right)), Integer.signum(one.compareTo(other)));
        assertTrue(one.compareTo(new VideoId(one.toString())) == 0);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 50);
    }
}
