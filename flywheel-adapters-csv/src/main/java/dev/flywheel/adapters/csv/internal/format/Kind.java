package dev.flywheel.adapters.csv.internal.format;

/** The kinds of files that are known. What each looks like stands in the table of the same name, see {@link Formats}. */
public enum Kind {
    VIDEO_PERFORMANCE,
    CREATOR_PERFORMANCE,
    AFFILIATE_ORDERS,
    GMV_MAX_CREATIVE,
    ADS_MANAGER,
    CREATIVE_TAGS,
    SAMPLES,
    AUTHORIZATIONS,
    AD_TESTS,
    FUNNEL_DAILY,
    BRANDED_SEARCH,
    PRODUCT_PERFORMANCE,
    CREATORS_OF_PRODUCT,
    PARTNER_CUSTOM_REPORT,
    LIVE_PERFORMANCE,
    SHOP_ORDERS,
    SHOP_DAILY,
    SEARCH_QUERY_PERFORMANCE
}
