package dev.flywheel.adapters.csv.internal;

import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.format.Header;
import dev.flywheel.adapters.csv.internal.format.Kind;
import dev.flywheel.core.halo.AmazonAdTerm;
import java.util.EnumSet;
import java.util.Set;

/** Which mapper reads which kind of file. */
final class Mappers {

    private static final Set<Kind> WITHOUT_DATES =
            EnumSet.of(Kind.VIDEO_PERFORMANCE, Kind.CREATOR_PERFORMANCE, Kind.GMV_MAX_CREATIVE);

    private static final Set<Kind> BRAND_ANALYTICS =
            EnumSet.of(Kind.SEARCH_QUERY_PERFORMANCE, Kind.SEARCH_CATALOG_PERFORMANCE, Kind.TOP_SEARCH_TERMS);

    private Mappers() {}

    static RowMapper of(Kind kind, ImportFrame frame, AmazonFile amazon) {
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
            case SEARCH_QUERY_PERFORMANCE -> new SearchQueryRows(frame, amazon);
            case SEARCH_CATALOG_PERFORMANCE -> new CatalogRows(amazon);
            case TOP_SEARCH_TERMS -> new TopTermRows(frame, amazon);
            case SPONSORED_PRODUCTS -> new AmazonAdRows(AmazonAdTerm.Kind.SPONSORED_PRODUCTS, amazon);
            case SPONSORED_BRANDS -> new AmazonAdRows(AmazonAdTerm.Kind.SPONSORED_BRANDS, amazon);
            case KALODATA_PRODUCTS -> new MarketRows();
            case PRODUCT_PERFORMANCE,
                    LIVE_PERFORMANCE,
                    SHOP_ORDERS,
                    KALODATA_CREATORS,
                    KALODATA_SHOPS,
                    KALODATA_VIDEOS -> throw new IllegalArgumentException("The rows of " + kind + " are not read");
        };
    }

    /** Whether files of this kind are Amazon's Brand Analytics, of one marketplace and with a line above the header. */
    static boolean isBrandAnalytics(Kind kind) {
        return BRAND_ANALYTICS.contains(kind);
    }

    /** Whether a file has no column of dates and needs a period from elsewhere. */
    static boolean isWithoutDates(Header header) {
        Kind kind = header.format().kind();
        return WITHOUT_DATES.contains(kind)
                || (isBrandAnalytics(kind)
                        && header.position(Field.PERIOD_END).isEmpty()
                        && header.position(Field.PERIOD_START).isEmpty());
    }
}
