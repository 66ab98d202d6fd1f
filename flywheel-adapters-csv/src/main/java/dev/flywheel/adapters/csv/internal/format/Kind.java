package dev.flywheel.adapters.csv.internal.format;

/** The kinds of files that are known. What each looks like stands in the table of the same name, see {@link Formats}. */
public enum Kind {
    VIDEO_PERFORMANCE,
    CREATOR_PERFORMANCE,
    AFFILIATE_ORDERS,
    GMV_MAX_CREATIVE,
    CREATIVE_TAGS,
    SAMPLES,
    AUTHORIZATIONS,
    AD_TESTS,
    FUNNEL_DAILY,
    BRANDED_SEARCH,
    PRODUCT_PERFORMANCE,
    LIVE_PERFORMANCE,
    SHOP_ORDERS,
    SEARCH_QUERY_PERFORMANCE,
    SEARCH_CATALOG_PERFORMANCE,
    TOP_SEARCH_TERMS,
    SPONSORED_PRODUCTS,
    SPONSORED_BRANDS,
    KALODATA_PRODUCTS,
    KALODATA_CREATORS,
    KALODATA_SHOPS,
    KALODATA_VIDEOS
}
