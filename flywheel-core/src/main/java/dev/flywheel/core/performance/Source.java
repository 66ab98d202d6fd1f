package dev.flywheel.core.performance;

/**
 * The kind of report a number comes from. Later constants are coarser: where several report the same thing, the first
 * that knows it is believed.
 */
public enum Source {
    /** The brand's own daily funnel: orders on the day of the click that led to them. */
    FUNNEL_DAILY(Booking.CLICK_DAY),
    /** Affiliate order lines: orders on their own day. */
    AFFILIATE_ORDERS(Booking.ORDER_DAY),
    /**
     * Shop video performance: totals of a period, organic and paid together. The list of the Affiliate Center and the
     * video page of the Seller Center's Data Compass count the same thing.
     */
    VIDEO_PERFORMANCE(Booking.ORDER_DAY),
    /** Shop LIVE list: totals of a period for one LIVE, organic and paid together. */
    LIVE_PERFORMANCE(Booking.ORDER_DAY),
    /** GMV Max creative report: paid clicks and cost; its orders are organic and paid together. */
    GMV_MAX_CREATIVE(Booking.CLICK_DAY),
    /**
     * Ads Manager report: paid clicks and cost. It knows a post only where an ad's name holds it, so GMV Max, which lists
     * posts, is believed first. Its purchases stand on the day of the ad click or view that they are ascribed to (TikTok
     * help, "About TikTok Shop Ads reporting time"); the columns called real-time are the exception and are not read.
     */
    ADS_MANAGER(Booking.CLICK_DAY),
    /** Shop product performance: affiliate totals of a period for one product. */
    PRODUCT_PERFORMANCE(Booking.ORDER_DAY),
    /** Shop creator performance: totals of a period for one creator. */
    CREATOR_PERFORMANCE(Booking.ORDER_DAY),
    /** Shop analytics by day: the whole shop, with and without creators. */
    SHOP_DAILY(Booking.ORDER_DAY);

    private final Booking booking;

    Source(Booking booking) {
        this.booking = booking;
    }

    /** {@return the day on which the source books an order} */
    public Booking booking() {
        return booking;
    }

    /** The day on which an order is counted. */
    public enum Booking {
        /** The day of the click: young days still grow. */
        CLICK_DAY,
        /** The day of the order. */
        ORDER_DAY
    }
}
