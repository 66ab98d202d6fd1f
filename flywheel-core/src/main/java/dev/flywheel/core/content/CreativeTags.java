package dev.flywheel.core.content;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a video does, in the brand's own words; each tag may be unknown. Immutable.
 *
 * @param hook the opening that stops the scroll
 * @param angle the persuasion idea
 * @param placement when and how the product appears
 * @param format the container, such as an unboxing
 */
public record CreativeTags(
        @Nullable String hook,
        @Nullable String angle,
        @Nullable String placement,
        @Nullable String format) {

    /** Nothing is known. */
    public static final CreativeTags UNKNOWN = new CreativeTags(null, null, null, null);

    /** Turns blanks into unknown. */
    public CreativeTags {
        hook = normalised(hook);
        angle = normalised(angle);
        placement = normalised(placement);
        format = normalised(format);
    }

    /**
     * One of the tags.
     *
     * @param factor which
     * @return the tag, if known
     */
    public Optional<String> get(Factor factor) {
        return Optional.ofNullable(
                switch (factor) {
                    case HOOK -> hook;
                    case ANGLE -> angle;
                    case PLACEMENT -> placement;
                    case FORMAT -> format;
                });
    }

    /**
     * What two listings of one video say together, whichever comes first.
     *
     * @param other the other listing
     * @return each tag that one of them knows; where they disagree, the first in alphabetical order
     */
    public CreativeTags merge(CreativeTags other) {
        return new CreativeTags(
                first(hook, other.hook),
                first(angle, other.angle),
                first(placement, other.placement),
                first(format, other.format));
    }

    private static @Nullable String first(@Nullable String left, @Nullable String right) {
        if (left == null || right == null) {
            return left == null ? right : left;
        }
        return left.compareTo(right) <= 0 ? left : right;
    }

    private static @Nullable String normalised(@Nullable String tag) {
        return tag == null || tag.isBlank() ? null : tag.strip();
    }

    /** The kinds of tags. Briefs vary all but the format. */
    public enum Factor {
        /** The opening. */
        HOOK,
        /** The persuasion idea. */
        ANGLE,
        /** When and how the product appears. */
        PLACEMENT,
        /** The container, such as an unboxing. */
        FORMAT
    }
}
