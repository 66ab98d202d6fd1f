package dev.flywheel.adapters.csv.internal;

import dev.flywheel.adapters.csv.internal.format.Kind;
import java.util.EnumSet;
import java.util.Set;

/** Which mapper reads which kind of file. */
final class Mappers {

    private static final Set<Kind> WITHOUT_DATES =
            EnumSet.of(Kind.VIDEO_PERFORMANCE, Kind.CREATOR_PERFORMANCE, Kind.GMV_MAX_CREATIVE);

    private Mappers() {}

    static RowMapper of(Kind kind, ImportFrame frame) {
        return switch (kind) {
            case VIDEO_PERFORMANCE -> new VideoRows(frame);
            case CREATOR_PERFORMANCE -> new CreatorRows(frame);
            case AFFILIATE_ORDERS -> new OrderRows(frame);
            case GMV_MAX_CREATIVE -> new AdRows(frame);
            case CREATIVE_TAGS -> new TagRows();
            case SAMPLES -> new SampleRows();
            case AUTHORIZATIONS -> new AuthorizationRows();
            case AD_TESTS -> new AdTestRows();
            case FUNNEL_DAILY -> new FunnelRows(frame);
            case BRANDED_SEARCH -> new SearchRows();
            case PRODUCT_PERFORMANCE, LIVE_PERFORMANCE, SHOP_ORDERS, SEARCH_QUERY_PERFORMANCE ->
                throw new IllegalArgumentException("The rows of " + kind + " are not read");
        };
    }

    /** Whether files of this kind have no date column and need a period from elsewhere. */
    static boolean isWithoutDates(Kind kind) {
        return WITHOUT_DATES.contains(kind);
    }
}
