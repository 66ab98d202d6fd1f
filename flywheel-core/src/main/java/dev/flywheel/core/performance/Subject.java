package dev.flywheel.core.performance;

import dev.flywheel.core.content.LiveId;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.program.ProductId;
import dev.flywheel.core.roster.CreatorId;
import java.util.Objects;
import java.util.Optional;
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
     * @param cases one answer for each case
     * @param <R> the answer
     * @return the answer of this case
     */
    <R> R match(Cases<R> cases);

    /**
     * One answer for each kind of subject; a new kind breaks every implementation at compile time.
     *
     * @param <R> the answer
     */
    interface Cases<R> {

        /**
         * A video or a product's part of it.
         *
         * @param video the subject
         * @return the answer
         */
        R video(OfVideo video);

        /**
         * A LIVE or a product's part of it.
         *
         * @param live the subject
         * @return the answer
         */
        R live(OfLive live);

        /**
         * A product, over all content.
         *
         * @param product the subject
         * @return the answer
         */
        R product(OfProduct product);

        /**
         * A creator, over all content.
         *
         * @param creator the subject
         * @return the answer
         */
        R creator(OfCreator creator);

        /**
         * The brand's shop.
         *
         * @param shop the subject
         * @return the answer
         */
        R shop(OfShop shop);
    }

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
        public <R> R match(Cases<R> cases) {
            return cases.video(this);
        }

        @Override
        public String toString() {
            return "video " + video + (partFor == null ? "" : " product " + partFor);
        }
    }

    /**
     * A LIVE, or the part of it that one product accounts for.
     *
     * @param live the LIVE
     * @param partFor the product, or null for the whole LIVE
     */
    record OfLive(LiveId live, @Nullable ProductId partFor) implements Subject {

        /** Checks. */
        public OfLive {
            Objects.requireNonNull(live, "live");
        }

        /** {@return the product whose part this is, or empty for the whole LIVE} */
        public Optional<ProductId> product() {
            return Optional.ofNullable(partFor);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.live(this);
        }

        @Override
        public String toString() {
            return "LIVE " + live + (partFor == null ? "" : " product " + partFor);
        }
    }

    /**
     * A product, over all content of creators.
     *
     * @param product the product
     */
    record OfProduct(ProductId product) implements Subject {

        /** Checks. */
        public OfProduct {
            Objects.requireNonNull(product, "product");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.product(this);
        }

        @Override
        public String toString() {
            return "product " + product;
        }
    }

    /**
     * A creator, over all content.
     *
     * @param creator the creator
     */
    record OfCreator(CreatorId creator) implements Subject {

        /** Checks. */
        public OfCreator {
            Objects.requireNonNull(creator, "creator");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.creator(this);
        }

        @Override
        public String toString() {
            return "creator " + creator;
        }
    }

    /** The brand's shop as a whole, with and without creators. */
    record OfShop() implements Subject {

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.shop(this);
        }

        @Override
        public String toString() {
            return "shop";
        }
    }
}
