package dev.flywheel.core.content;

import dev.flywheel.core.program.ProductId;
import dev.flywheel.core.roster.CreatorId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A post and what is known of it. Captions are not kept: the platform damages them. Immutable and thread-safe. */
public final class Video {

    private final VideoId id;
    private final @Nullable CreatorId creator;
    private final List<ProductId> products;
    private final @Nullable Instant postedAt;
    private final CreativeTags tags;

    private Video(Builder builder) {
        id = builder.id;
        creator = builder.creator;
        products = List.copyOf(new TreeSet<>(builder.products));
        postedAt = builder.postedAt;
        tags = builder.tags;
    }

    /**
     * Starts a video.
     *
     * @param id the post's id
     * @return a builder
     */
    public static Builder builder(VideoId id) {
        return new Builder(id);
    }

    /** {@return the post's id} */
    public VideoId id() {
        return id;
    }

    /** {@return who posted it, if known} */
    public Optional<CreatorId> creator() {
        return Optional.ofNullable(creator);
    }

    /** {@return the products it shows, in order of id; empty when unknown} */
    public List<ProductId> products() {
        return products;
    }

    /** {@return when it went up: as reported, or else as its id says} */
    public Instant postedAt() {
        return postedAt == null ? id.createdAt() : postedAt;
    }

    /** {@return its creative tags} */
    public CreativeTags tags() {
        return tags;
    }

    /** {@return a builder that starts from this video} */
    public Builder toBuilder() {
        Builder builder = new Builder(id).products(products).tags(tags);
        builder.creator = creator;
        builder.postedAt = postedAt;
        return builder;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Video video
                && video.id.equals(id)
                && Objects.equals(video.creator, creator)
                && video.products.equals(products)
                && Objects.equals(video.postedAt, postedAt)
                && video.tags.equals(tags);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** {@return all fields in a fixed order: names the listing by what it says} */
    public String describe() {
        return String.join(
                "|",
                id.value(),
                String.valueOf(creator),
                products.toString(),
                String.valueOf(postedAt),
                tags.toString());
    }

    @Override
    public String toString() {
        return "video " + id;
    }

    /** Collects a video. Not thread-safe. */
    public static final class Builder {

        private final VideoId id;
        private @Nullable CreatorId creator;
        private List<ProductId> products = List.of();
        private @Nullable Instant postedAt;
        private CreativeTags tags = CreativeTags.UNKNOWN;

        private Builder(VideoId id) {
            this.id = Objects.requireNonNull(id, "id");
        }

        /**
         * Sets who posted it.
         *
         * @param poster the creator
         * @return this
         */
        public Builder creator(CreatorId poster) {
            creator = Objects.requireNonNull(poster, "poster");
            return this;
        }

        /**
         * Sets the products it shows.
         *
         * @param shown the products
         * @return this
         */
        public Builder products(Collection<ProductId> shown) {
            products = List.copyOf(shown);
            return this;
        }

        /**
         * Sets when it went up.
         *
         * @param instant the moment
         * @return this
         */
        public Builder postedAt(Instant instant) {
            postedAt = Objects.requireNonNull(instant, "instant");
            return this;
        }

        /**
         * Sets the creative tags.
         *
         * @param known the tags
         * @return this
         */
        public Builder tags(CreativeTags known) {
            tags = Objects.requireNonNull(known, "known");
            return this;
        }

        /** {@return the video} */
        public Video build() {
            return new Video(this);
        }
    }
}
