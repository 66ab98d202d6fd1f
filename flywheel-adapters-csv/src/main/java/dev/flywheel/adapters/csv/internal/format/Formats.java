package dev.flywheel.adapters.csv.internal.format;

import static dev.flywheel.adapters.csv.internal.format.CellType.COUNT;
import static dev.flywheel.adapters.csv.internal.format.CellType.HANDLE;
import static dev.flywheel.adapters.csv.internal.format.CellType.ID;
import static dev.flywheel.adapters.csv.internal.format.CellType.MONEY;
import static dev.flywheel.adapters.csv.internal.format.CellType.POINTS;
import static dev.flywheel.adapters.csv.internal.format.CellType.PRODUCT_IDS;
import static dev.flywheel.adapters.csv.internal.format.CellType.TEXT;

import dev.flywheel.adapters.csv.internal.cell.DayOrder;
import java.util.List;

/**
 * The table of formats. To follow a renamed column add its new name to the column's line; to read a new kind of file add
 * a {@link Kind}, a table here and a mapper. Names are compared exactly after lower-casing and removing white space.
 */
public final class Formats {

    private static final Format VIDEO_PERFORMANCE = Format.of(Kind.VIDEO_PERFORMANCE)
            .exportedWith(DayOrder.MONTH_FIRST)
            .needsOneOf(Field.VIDEO_ID, Field.VIDEO_LINK)
            .optional(Field.VIDEO_ID, CellType.VIDEO_ID, "Video ID", "Shoppable video ID")
            .optional(Field.VIDEO_LINK, TEXT, "Video link")
            .optional(Field.TITLE, TEXT, "Video title", "Video name", "Título do vídeo")
            .required(Field.CREATOR, HANDLE, "Creator name", "Creator username", "Nome de Usuário")
            .optional(Field.POSTED_AT, CellType.DATE, "Post date", "Video post date", "Horário de Publicação do Vídeo")
            .optional(Field.PRODUCT, PRODUCT_IDS, "Product ID")
            .required(
                    Field.GMV,
                    MONEY,
                    "Creator video-attributed GMV",
                    "Affiliate video-attributed GMV",
                    "Video-attributed GMV",
                    "Affiliate shoppable video GMV",
                    "GMV")
            .required(Field.ORDERS, COUNT, "Video-attributed orders", "Affiliate orders", "Attributed orders", "Orders")
            .optional(Field.ITEMS, COUNT, "Video-attributed items sold", "Affiliate items sold", "Items sold")
            .optional(Field.REFUNDS, MONEY, "Refunds", "Affiliate refunded GMV")
            .optional(Field.REFUNDED_ITEMS, COUNT, "Items refunded", "Affiliate items refunded")
            .optional(Field.VIEWS, COUNT, "Video views")
            .optional(Field.PRODUCT_IMPRESSIONS, COUNT, "Video product impressions")
            .sometimes(Field.SHOPPABLE_IMPRESSIONS, COUNT, "Shoppable video impressions")
            .optional(Field.CLICKS, COUNT, "Video product clicks")
            .optional(Field.CTR, POINTS, "CTR", "Affiliate CTR")
            .optional(Field.COMMISSION, MONEY, "Est. commission")
            .alsoHas("AOV", "Likes", "Comments", "Shares", "Completion rate", "Video GPM", "Engagement")
            .alsoHas("Avg. GMV per customer", "Est. flat fee", "Product name")
            .alsoHas("Shoppable video avg. order value", "Shoppable video GPM")
            .alsoHas("Shoppable video comments", "Shoppable video likes")
            .generation("G3", "Creator video-attributed GMV")
            .generation("G1", "Video name", "Creator username", "Shoppable video impressions")
            .generation("G2", "Affiliate video-attributed GMV", "Video-attributed GMV", "Video title")
            .build();

    private static final Format CREATOR_PERFORMANCE = Format.of(Kind.CREATOR_PERFORMANCE)
            .exportedWith(DayOrder.MONTH_FIRST)
            .required(Field.CREATOR, HANDLE, "Creator name", "Creator username", "Nama Kreator")
            .required(
                    Field.GMV,
                    MONEY,
                    "Creator-attributed GMV",
                    "Affiliate-attributed GMV",
                    "Affiliate GMV",
                    "GMV dari kreator",
                    "GMV")
            .optional(Field.ORDERS, COUNT, "Attributed orders", "Affiliate orders", "Orders", "Pesanan teratribusi")
            .optional(
                    Field.ITEMS,
                    COUNT,
                    "Creator-attributed items sold",
                    "Affiliate-attributed items sold",
                    "Items sold",
                    "Produk yang terjual melalui afiliasi")
            .optional(Field.REFUNDS, MONEY, "Refunds", "Affiliate refunded GMV", "Pengembalian dana")
            .optional(
                    Field.REFUNDED_ITEMS,
                    COUNT,
                    "Items refunded",
                    "Affiliate items refunded",
                    "Produk yang dikembalikan dananya")
            .optional(Field.VIEWS, COUNT, "Video views")
            .optional(Field.PRODUCT_IMPRESSIONS, COUNT, "Product impressions")
            .optional(Field.COMMISSION, MONEY, "Est. commission", "Perkiraan komisi")
            .optional(
                    Field.VIDEO_GMV,
                    MONEY,
                    "Creator video-attributed GMV",
                    "Affiliate video-attributed GMV",
                    "Affiliate shoppable video GMV",
                    "GMV dari video")
            .alsoHas("Creator LIVE-attributed GMV", "Affiliate LIVE GMV", "Affiliate live-attributed GMV")
            .alsoHas("Affiliate product card-attributed GMV", "Affiliate product card GMV", "Affiliate showcase GMV")
            .alsoHas("AOV", "Avg. order value", "CTOR", "CTR", "LIVE streams", "Videos", "Total sample content")
            .alsoHas("Samples shipped", "Products added to showcase", "Avg. daily products added to showcase")
            .alsoHas("Affiliate product showcase", "Customers", "Avg. daily customers", "Avg. affiliate customers")
            .alsoHas("Products sold", "Affiliate products sold", "Est. flat fee", "Affiliate LIVE streams")
            .alsoHas("Affiliate shoppable videos", "Affiliate followers")
            .alsoHas("Target collaboration GMV", "Target collaboration est. commission")
            .alsoHas("Open collaboration GMV", "Open collaboration est. commission")
            .alsoHas("Video", "Siaran LIVE", "Sampel terkirim", "Pengikut", "GMV dari siaran LIVE")
            .generation("G3", "Creator-attributed GMV")
            .generation("G1", "Creator username", "Affiliate GMV")
            .generation("G2", "Affiliate-attributed GMV", "Orders")
            .build();

    private static final Format AFFILIATE_ORDERS = Format.of(Kind.AFFILIATE_ORDERS)
            .exportedWith(DayOrder.DAY_FIRST)
            .required(Field.ORDER_ID, ID, "Order ID", "ID Pesanan")
            .required(Field.SKU_ID, ID, "SKU ID", "ID SKU")
            .required(Field.CREATED_AT, CellType.DATE, "Time Created", "Waktu Dibuat")
            .optional(Field.PRODUCT, PRODUCT_IDS, "Product ID", "ID Produk")
            .optional(Field.PAID, MONEY, "Payment Amount")
            .optional(Field.CURRENCY, TEXT, "Currency", "Mata uang")
            .optional(Field.QUANTITY, COUNT, "Quantity", "Jumlah")
            .optional(Field.REFUNDED, TEXT, "Fully returned or refunded")
            .optional(Field.STATUS, TEXT, "Order Status", "Status Pesanan")
            .optional(Field.CREATOR, HANDLE, "Creator Username", "Nama Kreator")
            .optional(Field.CONTENT_TYPE, TEXT, "Content Type", "Jenis Konten")
            .optional(Field.CONTENT_ID, ID, "Content ID", "ID Konten")
            .optional(Field.COMMISSION_BASE, MONEY, "Est. Commission Base")
            .optional(Field.EST_COMMISSION, MONEY, "Est. standard commission payment")
            .optional(Field.ACTUAL_COMMISSION, MONEY, "Actual Commission Payment")
            .optional(Field.SHOP_ADS_RATE, POINTS, "Shop Ads commission rate")
            .optional(Field.EST_SHOP_ADS, MONEY, "Est. Shop Ads commission payment")
            .optional(Field.ACTUAL_SHOP_ADS, MONEY, "Actual Shop Ads commission payment")
            .optional(Field.EST_CO_FUNDED, MONEY, "Est. co-funded creator bonus")
            .optional(Field.ACTUAL_CO_FUNDED, MONEY, "Actual co-funded creator bonus")
            .alsoHas("Product Name", "Produk", "Price", "Harga", "Payment method", "Metode Pembayaran")
            .alsoHas("Creator Region", "commission model", "Standard commission rate", "Actual Commission Base")
            .alsoHas("Payment time", "Waktu Pembayaran", "Order Delivery Time", "Time Commission Paid")
            .alsoHas("Waktu Komisi Dibayar", "Platform", "Seller SKU", "Payment ID", "Est. base commission")
            .alsoHas("Est. Commission for Affiliate Partner")
            .build();

    private static final Format GMV_MAX_CREATIVE = Format.of(Kind.GMV_MAX_CREATIVE)
            .exportedWith(DayOrder.MONTH_FIRST)
            .required(Field.VIDEO_ID, CellType.VIDEO_ID, "Video ID", "Post ID", "ID video", "视频 ID")
            .needsOneOf(Field.COST, Field.GMV)
            .optional(Field.COST, MONEY, "Cost", "Biaya", "成本")
            .optional(Field.ORDERS, COUNT, "SKU orders", "Orders (SKU)", "Pesanan SKU", "SKU 订单数")
            .optional(Field.GMV, MONEY, "Gross revenue", "Pendapatan kotor", "总收入")
            .optional(Field.PRODUCT_IMPRESSIONS, COUNT, "Product ad impressions", "Impresi iklan produk", "商品广告曝光数")
            .optional(Field.CLICKS, COUNT, "Product ad clicks", "Jumlah klik iklan produk", "商品广告点击数")
            .optional(Field.PRODUCT, PRODUCT_IDS, "Product ID", "ID produk", "商品 ID")
            .optional(Field.CAMPAIGN_ID, ID, "Campaign ID", "ID Campaign", "广告计划 ID")
            .optional(Field.CURRENCY, TEXT, "Currency", "Mata uang", "货币")
            .alsoHas("Campaign name", "Creative type", "Creative", "Video title", "TikTok account", "Time posted")
            .alsoHas("Status", "Exploration secondary status", "Authorization type", "Cost per order", "ROI")
            .alsoHas("Product ad click rate", "Ad conversion rate", "2-second ad video view rate")
            .alsoHas("6-second ad video view rate", "25% ad video view rate", "50% ad video view rate")
            .alsoHas("75% ad video view rate", "100% ad video view rate", "Nama kampanye", "Jenis materi iklan")
            .alsoHas("Judul video", "Akun TikTok", "Waktu posting", "Jenis otorisasi", "Biaya per pesanan")
            .alsoHas("Tingkat klik iklan produk", "Rasio konversi iklan", "广告计划名称", "创意作品类型", "视频标题")
            .alsoHas("TikTok 账号", "发布时间", "状态", "探索次级状态", "授权类型", "平均下单成本", "商品广告点击率", "广告转化率")
            .build();

    private static final List<Format> ALL = List.of(
            VIDEO_PERFORMANCE,
            CREATOR_PERFORMANCE,
            AFFILIATE_ORDERS,
            GMV_MAX_CREATIVE,
            SmallFormats.CREATIVE_TAGS,
            SmallFormats.SAMPLES,
            SmallFormats.AUTHORIZATIONS,
            SmallFormats.AD_TESTS,
            SmallFormats.FUNNEL_DAILY,
            SmallFormats.BRANDED_SEARCH,
            OtherFormats.PRODUCT_PERFORMANCE,
            OtherFormats.LIVE_PERFORMANCE,
            OtherFormats.SHOP_ORDERS,
            OtherFormats.SEARCH_QUERY_PERFORMANCE);

    private Formats() {}

    /** {@return every format} */
    public static List<Format> all() {
        return ALL;
    }
}
