package dev.flywheel.core.performance;

import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.program.ProductId;
import dev.flywheel.core.roster.CreatorId;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an observation is about. */
public sealed interface Subject {

    /**
     * A whole video.
     *
     * @param video the video
     * @return the subject
     */
    static Subject of(VideoId video) {
        return new OfVideo(video, null);
    }

    /**
     * Answers by case.
     *
     * @param video what to do for a video
     * @param creator what to do for a creator
     * @param <R> the answer
     * @return the answer of the case
     */
    <R> R match(Function<OfVideo, R> video, Function<OfCreator, R> creator);

    /**
     * A video, or the part of it that one product accounts for.
     *
     * @param video the video
     * @param partFor the product, or null for the whole video
     */
    record OfVideo(VideoId video, @Nullable ProductId partFor) implements Subject {

        /** Checks. */
        public OfVideo {
            Objects.requireNonNull(video, "video");
        }

        /** {@return the product whose part this is, or empty for the whole video} */
        public Optional<ProductId> product() {
            return Optional.ofNullable(partFor);
        }

        @Override
        public <R> R match(Function<OfVideo, R> video, Function<OfCreator, R> creator) {
            return video.apply(this);
        }

        @Override
        public String toString() {
            return "video " + video + (partFor == null ? "" : " product " + partFor);
        }
    }

    /**
     * A creator, over all videos.
     *
     * @param creator the creator
     */
    record OfCreator(CreatorId creator) implements Subject {

        /** Checks. */
        public OfCreator {
            Objects.requireNonNull(creator, "creator");
        }

        @Override
        public <R> R match(Function<OfVideo, R> video, Function<OfCreator, R> byCreator) {
            return byCreator.apply(this);
        }

        @Override
        public String toString() {
            return "creator " + creator;
        }
    }
}
