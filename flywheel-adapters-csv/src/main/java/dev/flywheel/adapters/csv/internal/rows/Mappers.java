package dev.flywheel.adapters.csv.internal.rows;

import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.format.Header;
import dev.flywheel.adapters.csv.internal.format.Kind;
import dev.flywheel.adapters.csv.internal.frame.ImportFrame;
import dev.flywheel.core.halo.AmazonAdTerm;
import java.util.EnumSet;
import java.util.Set;

/** Which mapper reads which kind of file. */
public final class Mappers {

    private static final Set<Kind> WITHOUT_DATES = EnumSet.of(
            Kind.VIDEO_PERFORMANCE,
            Kind.CREATOR_PERFORMANCE,
            Kind.GMV_MAX_CREATIVE,
            Kind.LIVE_PERFORMANCE,
            Kind.PRODUCT_PERFORMANCE);

    private static final Set<Kind> BRAND_ANALYTICS =
            EnumSet.of(Kind.SEARCH_QUERY_PERFORMANCE, Kind.SEARCH_CATALOG_PERFORMANCE, Kind.TOP_SEARCH_TERMS);

    private Mappers() {}

    public static RowMapper of(Kind kind, ImportFrame frame, AmazonFile amazon) {
        return switch (kind) {
            case VIDEO_PERFORMANCE -> new VideoRows(frame);
            case CREATOR_PERFORMANCE -> new CreatorRows(frame);
            case AFFILIATE_ORDERS -> new OrderRows(frame);
            case GMV_MAX_CREATIVE -> new AdRows(frame);
            case ADS_MANAGER -> new AdsManagerRows(frame);
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
            case LIVE_PERFORMANCE -> new LiveRows(frame);
            case PRODUCT_PERFORMANCE -> new ProductRows(frame);
            case SHOP_DAILY -> new ShopDayRows(frame);
            case SHOP_ORDERS -> new ShopOrderRows(frame);
            case CREATORS_OF_PRODUCT, PARTNER_CUSTOM_REPORT, KALODATA_CREATORS, KALODATA_SHOPS, KALODATA_VIDEOS ->
                throw new IllegalArgumentException("The rows of " + kind + " are not read");
        };
    }

    /** Whether files of this kind are Amazon's Brand Analytics, of one marketplace and with a line above the header. */
    public static boolean isBrandAnalytics(Kind kind) {
        return BRAND_ANALYTICS.contains(kind);
    }

    /** Whether a file has no date column and needs a period from elsewhere. */
    public static boolean isWithoutDates(Header header) {
        Kind kind = header.format().kind();
        return WITHOUT_DATES.contains(kind)
                || (kind == Kind.ADS_MANAGER && header.position(Field.DATE).isEmpty())
                || (isBrandAnalytics(kind)
                        && header.position(Field.PERIOD_END).isEmpty()
                        && header.position(Field.PERIOD_START).isEmpty());
    }
}
