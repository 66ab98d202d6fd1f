package dev.flywheel.adapters.csv.internal.format;

/** The kinds of files that are known. */
public enum Kind {
    VIDEO_PERFORMANCE("video performance", true),
    CREATOR_PERFORMANCE("creator performance", true),
    AFFILIATE_ORDERS("affiliate orders", true),
    GMV_MAX_CREATIVE("GMV Max creative report", true),
    CREATIVE_TAGS("creative tags", true),
    SAMPLES("samples", true),
    AUTHORIZATIONS("authorizations", true),
    AD_TESTS("ad tests", true),
    FUNNEL_DAILY("daily funnel", true),
    BRANDED_SEARCH("branded search", true),
    PRODUCT_PERFORMANCE("product performance", false),
    LIVE_PERFORMANCE("LIVE performance", false),
    SHOP_ORDERS("all shop orders", false),
    SEARCH_QUERY_PERFORMANCE("Amazon search query performance", false);

    private final String label;
    private final boolean read;

    Kind(String label, boolean read) {
        this.label = label;
        this.read = read;
    }

    /** {@return the name for people} */
    public String label() {
        return label;
    }

    /** {@return whether the import uses it; others are recognised so that they are not taken for something else} */
    public boolean isRead() {
        return read;
    }
}
