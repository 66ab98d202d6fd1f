package dev.flywheel.core.content;

import static dev.flywheel.core.TestEvidence.ANNA;
import static dev.flywheel.core.TestEvidence.BEN;
import static dev.flywheel.core.TestEvidence.CREAM;
import static dev.flywheel.core.TestEvidence.SERUM;
import static dev.flywheel.core.TestEvidence.VIDEO;
import static dev.flywheel.core.TestEvidence.day;
import static dev.flywheel.core.TestEvidence.video;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.content.CreativeTags.Factor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTest {

    @Nested
    class AVideo {

        @Test
        void went_up_when_reported_or_else_when_its_id_says() {
            Instant reported = Instant.parse("2026-10-05T18:00:00Z");

            assertEquals(VIDEO.createdAt(), Video.builder(VIDEO).build().postedAt());
            assertEquals(
                    reported, Video.builder(VIDEO).postedAt(reported).build().postedAt());
        }

        @Test
        void lists_each_product_once_in_order_of_id() {
            Video video =
                    Video.builder(VIDEO).products(List.of(CREAM, SERUM, CREAM)).build();

            assertEquals(List.of(SERUM, CREAM), video.products());
        }

        @Test
        void is_equal_when_it_says_the_same() {
            Video video = Video.builder(VIDEO)
                    .creator(ANNA)
                    .products(List.of(SERUM))
                    .postedAt(Instant.EPOCH)
                    .tags(new CreativeTags("hook", null, null, null))
                    .build();

            assertEquals(video, video.toBuilder().build());
            assertEquals(video.hashCode(), video.toBuilder().build().hashCode());
            assertEquals(video.describe(), video.toBuilder().build().describe());
            for (Video other : List.of(
                    Video.builder(video(2)).creator(ANNA).build(),
                    video.toBuilder().creator(BEN).build(),
                    video.toBuilder().products(List.of(CREAM)).build(),
                    video.toBuilder().postedAt(Instant.MIN).build(),
                    video.toBuilder().tags(CreativeTags.UNKNOWN).build())) {
                assertNotEquals(video, other);
                assertNotEquals(video.describe(), other.describe());
            }
            assertNotEquals(video, (Object) VIDEO);
            assertEquals("video " + VIDEO, video.toString());
            assertEquals(Optional.of(ANNA), video.creator());
            assertEquals(Optional.empty(), Video.builder(VIDEO).build().creator());
        }
    }

    @Nested
    class Tags {

        @Test
        void are_unknown_when_blank() {
            CreativeTags tags = new CreativeTags(" question ", " ", "", null);

            assertEquals(Optional.of("question"), tags.get(Factor.HOOK));
            assertEquals(Optional.empty(), tags.get(Factor.ANGLE));
            assertEquals(Optional.empty(), tags.get(Factor.PLACEMENT));
            assertEquals(CreativeTags.UNKNOWN, new CreativeTags("", "\t", null, " "));
        }

        @Test
        void are_told_apart_by_factor() {
            CreativeTags tags = new CreativeTags("h", "a", "p", "f");

            assertEquals(Optional.of("h"), tags.get(Factor.HOOK));
            assertEquals(Optional.of("a"), tags.get(Factor.ANGLE));
            assertEquals(Optional.of("p"), tags.get(Factor.PLACEMENT));
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("dev.flywheel.core.content.ContentTest#seeds")
        void of_several_listings_are_the_same_whatever_the_order(long seed) {
            Random random = new Random(seed);
            List<CreativeTags> listings = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                listings.add(new CreativeTags(tag(random), tag(random), tag(random), tag(random)));
            }
            CreativeTags expected = listings.stream().reduce(CreativeTags.UNKNOWN, CreativeTags::merge);
            Collections.shuffle(listings, random);

            assertEquals(expected, listings.stream().reduce(CreativeTags.UNKNOWN, CreativeTags::merge));
            assertEquals(expected, expected.merge(expected));
            for (Factor factor : Factor.values()) {
                assertEquals(
                        listings.stream().anyMatch(tags -> tags.get(factor).isPresent()),
                        expected.get(factor).isPresent());
            }
        }

        private String tag(Random random) {
            return List.of("", "first", "second", "third").get(random.nextInt(4));
        }
    }

    @Nested
    class AnAuthorization {

        @Test
        void holds_from_the_grant_to_its_last_day() {
            Authorization week = new Authorization(VIDEO, day(1), 7, Authorization.Kind.SPARK_CODE);

            assertEquals(day(7), week.lastDay());
            assertFalse(week.holdsOn(day(0)));
            assertTrue(week.holdsOn(day(1)));
            assertTrue(week.holdsOn(day(7)));
            assertFalse(week.holdsOn(day(8)));
        }

        @Test
        void of_one_day_holds_that_day_only() {
            Authorization one = new Authorization(VIDEO, day(1), 1, Authorization.Kind.ACCOUNT);

            assertEquals(day(1), one.lastDay());
            assertTrue(one.holdsOn(day(1)));
            assertFalse(one.holdsOn(day(2)));
        }

        @ParameterizedTest
        @ValueSource(ints = {-1, 0, 3651})
        void refuses_a_duration_out_of_range(int days) {
            assertEquals(
                    "durationDays must be from 1 to 3650, got " + days,
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> new Authorization(VIDEO, day(1), days, Authorization.Kind.FLAT_FEE))
                            .getMessage());
        }
    }

    @Test
    void brief_keeps_its_own_list_of_reasons() {
        List<String> reasons = new ArrayList<>(List.of("12 orders"));
        Brief brief = new Brief("h", "a", "p", false, reasons);
        reasons.clear();

        assertEquals(List.of("12 orders"), brief.because());
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 30);
    }
}
