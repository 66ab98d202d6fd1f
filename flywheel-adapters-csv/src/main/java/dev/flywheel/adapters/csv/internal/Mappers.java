package dev.flywheel.adapters.csv.internal;

import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.format.Header;
import dev.flywheel.adapters.csv.internal.format.Kind;
import java.util.EnumSet;
import java.util.Set;

/** Which mapper reads which kind of file. */
final class Mappers {

    private static final Set<Kind> WITHOUT_DATES = EnumSet.of(
            Kind.VIDEO_PERFORMANCE,
            Kind.CREATOR_PERFORMANCE,
            Kind.GMV_MAX_CREATIVE,
            Kind.LIVE_PERFORMANCE,
            Kind.PRODUCT_PERFORMANCE);

    private Mappers() {}

    static RowMapper of(Kind kind, ImportFrame frame) {
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
            case LIVE_PERFORMANCE -> new LiveRows(frame);
            case PRODUCT_PERFORMANCE -> new ProductRows(frame);
            case SHOP_DAILY -> new ShopDayRows(frame);
            case SHOP_ORDERS -> new ShopOrderRows(frame);
            case CREATORS_OF_PRODUCT, PARTNER_CUSTOM_REPORT, SEARCH_QUERY_PERFORMANCE ->
                throw new IllegalArgumentException("The rows of " + kind + " are not read");
        };
    }

    /** Whether a file has no date column and needs a period from elsewhere. */
    static boolean isWithoutDates(Header header) {
        Kind kind = header.format().kind();
        return WITHOUT_DATES.contains(kind)
                || (kind == Kind.ADS_MANAGER && header.position(Field.DATE).isEmpty());
    }
}
