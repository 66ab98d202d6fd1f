package dev.flywheel.adapters.csv.internal.cell;

import dev.flywheel.adapters.csv.internal.table.CellKind;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.program.ProductId;
import dev.flywheel.core.roster.CreatorId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ids and handles. An id is text: one that a spreadsheet took for a number has lost digits for good and is refused, never
 * repaired.
 */
public final class Ids {

    /** The first day on which a video id can have been issued. */
    public static final LocalDate FIRST_VIDEO = LocalDate.of(2016, 1, 1);

    private static final long FIRST_SECOND =
            FIRST_VIDEO.atStartOfDay(ZoneOffset.UTC).toEpochSecond();

    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9]+([.,][0-9]+)?[eE]\\+?[0-9]+");
    private static final Pattern NUMERIC = Pattern.compile("[0-9]{1,64}(\\.[0-9]{0,64})?([eE][-+]?[0-9]{1,3})?");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]+\\.0*");
    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}([,. \u00A0\u202F][0-9]{3}){2,}");
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_.:-]{1,64}");
    private static final Pattern HANDLE = Pattern.compile("[\\p{L}\\p{N}_.-]{1,64}");
    private static final Pattern TIER_TAG = Pattern.compile("\\s*\\([^()]*\\)$");
    private static final Pattern IN_LINK = Pattern.compile("/(?:video|photo|v)/([0-9]{6,20})(?![0-9])");
    private static final Pattern NAMED_VIDEO = Pattern.compile("(?<![0-9])[0-9]{19}(?![0-9])");
    private static final Pattern NAMED_HANDLE =
            Pattern.compile("(?<![\\p{L}\\p{N}_.])@([\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_.]{0,62}[\\p{L}\\p{N}_])?)");
    private static final int LONGEST_HANDLE = 200;
    private static final int LONGEST_PRODUCTS = 4_000;
    private static final BigDecimal EXACT_IN_DOUBLE = BigDecimal.valueOf(1L << 53);
    private static final String REMEDY =
            "export again and do not save the file with a spreadsheet; the lost digits cannot be restored";

    private Ids() {}

    /**
     * An id.
     *
     * @param raw the cell as stored
     * @param kind how it was stored
     * @return the id, or null when the cell is missing
     * @throws CellFault if a spreadsheet mangled it or it is not an id
     */
    public static @Nullable String id(String raw, CellKind kind) throws CellFault {
        if (Texts.isMissing(raw)) {
            return null;
        }
        String text = Texts.bare(raw);
        if (kind == CellKind.NUMBER || kind == CellKind.PERCENT) {
            return NUMERIC.matcher(text).matches() ? numericId(text) : notAnId();
        }
        if (text.length() <= LONGEST_HANDLE) {
            requireUnmangled(text);
        }
        if (kind == CellKind.ERROR || !PLAIN.matcher(text).matches()) {
            return notAnId();
        }
        return text;
    }

    private static String notAnId() throws CellFault {
        throw new CellFault("not an id", "put the id as the platform shows it, digits only");
    }

    private static String numericId(String text) throws CellFault {
        BigDecimal value = new BigDecimal(text);
        boolean exact = value.stripTrailingZeros().scale() <= 0 && value.compareTo(EXACT_IN_DOUBLE) < 0;
        if (!exact) {
            throw new CellFault("an id stored as a number beyond 2^53 has lost digits", REMEDY);
        }
        return value.toBigIntegerExact().toString();
    }

    private static void requireUnmangled(String text) throws CellFault {
        if (SCIENTIFIC.matcher(text).matches()) {
            throw new CellFault("an id in scientific notation has lost digits", REMEDY);
        }
        if (DECIMAL.matcher(text).matches()) {
            throw new CellFault("an id with a decimal point went through a number and may have lost digits", REMEDY);
        }
        if (GROUPED.matcher(text).matches()) {
            throw new CellFault(
                    "an id with thousands separators went through a number and may have lost digits", REMEDY);
        }
    }

    /**
     * A video id, whose upper 32 bits must be a moment at which it can have been issued.
     *
     * @param raw the cell as stored
     * @param kind how it was stored
     * @param latest the last possible moment of issue, or null when unknown
     * @return the id, or null when the cell is missing
     * @throws CellFault if a spreadsheet mangled it or it cannot be a video id
     */
    public static @Nullable VideoId video(String raw, CellKind kind, @Nullable Instant latest) throws CellFault {
        String text = id(raw, kind);
        if (text == null) {
            return null;
        }
        VideoId id;
        try {
            id = new VideoId(text);
        } catch (IllegalArgumentException impossible) {
            throw new CellFault("not a video id: 1 to 19 digits are needed", "take the digits at the end of the link");
        }
        Instant created = id.createdAt();
        boolean early =
                created.isBefore(FIRST_VIDEO.atStartOfDay(ZoneOffset.UTC).toInstant());
        if (early || (latest != null && created.isAfter(latest))) {
            throw new CellFault(
                    "not a video id that can be known: it dates from " + created + ", possible are " + FIRST_VIDEO
                            + (latest == null ? " and later" : " to " + latest),
                    "check the digits against the video's link, or choose a later as-of date");
        }
        return id;
    }

    /**
     * Whether a number is a video id that {@link #video} would give.
     *
     * @param number a positive number
     * @param latest the last possible moment of issue, or null when unknown
     * @return true if it dates from a moment at which it can have been issued
     */
    public static boolean isVideo(long number, @Nullable Instant latest) {
        long second = number >> 32;
        return second >= FIRST_SECOND && (latest == null || second <= latest.getEpochSecond());
    }

    /**
     * The video id inside a link, if the link has one; signed download links and short links have none.
     *
     * @param raw the cell as stored
     * @return the digits
     */
    public static Optional<String> inLink(String raw) {
        Matcher matcher = IN_LINK.matcher(raw);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /**
     * Product ids, several of them joined by commas where a video shows several products.
     *
     * @param raw the cell as stored
     * @param kind how it was stored
     * @return the ids, empty when the cell is missing
     * @throws CellFault if a spreadsheet mangled one
     */
    public static List<ProductId> products(String raw, CellKind kind) throws CellFault {
        if (Texts.isMissing(raw)) {
            return List.of();
        }
        String text = Texts.bare(raw);
        List<ProductId> products = new ArrayList<>();
        if (text.length() > LONGEST_PRODUCTS) {
            throw new CellFault(
                    "more product ids than a video shows: " + text.length() + " characters",
                    "put the ids of its products, joined by commas");
        }
        requireUnmangled(text);
        for (String part : kind == CellKind.TEXT ? text.split("[,;\uFF0C]", -1) : new String[] {text}) {
            String id = id(part, kind);
            if (id != null) {
                products.add(new ProductId(id));
            }
        }
        return List.copyOf(products);
    }

    /**
     * The videos whose ids stand among other words, as in the name of an ad. Product and ad ids have as many digits, but
     * date from before the first video.
     *
     * @param text the words
     * @param latest the last possible moment of issue, or null when unknown
     * @return the videos, each once
     */
    public static Set<VideoId> videosNamed(String text, @Nullable Instant latest) {
        Set<VideoId> videos = new LinkedHashSet<>();
        Matcher matcher = NAMED_VIDEO.matcher(text);
        while (matcher.find()) {
            possibleVideo(matcher.group(), latest).ifPresent(videos::add);
        }
        return videos;
    }

    private static Optional<VideoId> possibleVideo(String digits, @Nullable Instant latest) {
        try {
            return Optional.ofNullable(video(digits, CellKind.TEXT, latest));
        } catch (CellFault otherNumber) {
            return Optional.empty();
        }
    }

    /**
     * The creators whose handles stand among other words with an {@code @} before them.
     *
     * @param text the words
     * @return the creators, each once
     */
    public static Set<CreatorId> creatorsNamed(String text) {
        Set<CreatorId> creators = new LinkedHashSet<>();
        Matcher matcher = NAMED_HANDLE.matcher(text);
        while (matcher.find()) {
            creators.add(new CreatorId(matcher.group(1).toLowerCase(Locale.ROOT)));
        }
        return creators;
    }

    /**
     * A creator's handle, without {@code @}, capitals and the tier tags of hand-made sheets.
     *
     * @param raw the cell as stored
     * @return the creator, or null when the cell is missing
     * @throws CellFault if it is a display name or a sentence
     */
    public static @Nullable CreatorId creator(String raw) throws CellFault {
        if (Texts.isMissing(raw)) {
            return null;
        }
        String bare = Texts.bare(raw);
        String text =
                bare.length() > LONGEST_HANDLE ? bare : TIER_TAG.matcher(bare).replaceAll("");
        String handle = text.startsWith("@") ? text.substring(1) : text;
        if (!HANDLE.matcher(handle).matches()) {
            throw new CellFault("not a creator's handle", "put the handle from the creator's profile link");
        }
        return new CreatorId(handle.toLowerCase(Locale.ROOT));
    }
}
