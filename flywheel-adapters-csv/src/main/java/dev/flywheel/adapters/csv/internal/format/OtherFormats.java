package dev.flywheel.adapters.csv.internal.format;

/** Exports that nothing is read from yet; they are known so that they are never taken for something else. */
final class OtherFormats {

    static final Format PRODUCT_PERFORMANCE = Format.of(Kind.PRODUCT_PERFORMANCE)
            .required(Field.PRODUCT, CellType.ID, "Product ID")
            .alsoHas("Product name", "Product category", "Creator-attributed GMV", "Refunds")
            .alsoHas("Creator-attributed items sold", "Items refunded", "Attributed orders", "Videos", "LIVE streams")
            .alsoHas("Est. commission", "Samples shipped", "Est. flat fee", "Videos with sales")
            .alsoHas("LIVE streams with sales", "Creators posted content", "Creators with sales", "Customers")
            .alsoHas("Total sample content", "Product impressions", "Product clicks", "CTOR", "CTR", "Orders")
            .alsoHas("Samples", "Sales creator", "Refunded GMV", "Refunded items sold", "GMV", "Items sold")
            .build();

    static final Format LIVE_PERFORMANCE = Format.of(Kind.LIVE_PERFORMANCE)
            .required(Field.CONTENT_ID, CellType.ID, "LIVE ID")
            .alsoHas("LIVE title", "Creator name", "LIVE start time", "LIVE end time", "Product ID", "Product name")
            .alsoHas("Creator LIVE-attributed GMV", "LIVE-attributed items sold", "Refunds", "Items refunded")
            .alsoHas("LIVE-attributed orders", "AOV", "Est. commission", "Avg. viewing duration", "Impressions")
            .alsoHas("LIVE product impressions", "Show GPM", "LIVE product viewers", "Tap-through rate")
            .alsoHas("Likes", "Comments", "Shares")
            .build();

    static final Format SHOP_ORDERS = Format.of(Kind.SHOP_ORDERS)
            .required(Field.ORDER_ID, CellType.ID, "Order ID")
            .alsoHas("Order Status", "Order Substatus", "Cancelation/Return Type", "Normal or Pre-order", "SKU ID")
            .alsoHas("Seller SKU", "Product Name", "Variation", "Quantity", "Sku Quantity of return")
            .alsoHas("SKU Unit Original Price", "SKU Subtotal After Discount", "Order Amount", "Order Refund Amount")
            .alsoHas("Created Time", "Paid Time", "RTS Time", "Shipped Time", "Delivered Time", "Cancelled Time")
            .alsoHas("Buyer Username", "Recipient", "Phone #", "Country", "State", "City", "Zipcode")
            .alsoHas("Payment Method", "Tracking ID", "Package ID", "Warehouse Name", "Fulfillment Type")
            .build();

    static final Format SEARCH_QUERY_PERFORMANCE = Format.of(Kind.SEARCH_QUERY_PERFORMANCE)
            .required(Field.QUERY, CellType.TEXT, "Search Query")
            .alsoHas("Search Query Score", "Search Query Volume", "Impressions: Total Count")
            .alsoHas("Impressions: Brand Count", "Impressions: Brand Share %", "Impressions: ASIN Count")
            .alsoHas("Impressions: ASIN Share %", "Clicks: Total Count", "Clicks: Click Rate %", "Clicks: Brand Count")
            .alsoHas("Clicks: Brand Share %", "Clicks: ASIN Count", "Clicks: ASIN Share %", "Clicks: Price (Median)")
            .alsoHas("Clicks: Brand Price (Median)", "Clicks: Same Day Shipping Speed", "Clicks: 1D Shipping Speed")
            .alsoHas("Clicks: 2D Shipping Speed", "Cart Adds: Total Count", "Cart Adds: Cart Add Rate %")
            .alsoHas("Cart Adds: Brand Count", "Cart Adds: Brand Share %", "Cart Adds: Price (Median)")
            .alsoHas("Cart Adds: Brand Price (Median)", "Purchases: Total Count", "Purchases: Purchase Rate %")
            .alsoHas("Purchases: Brand Count", "Purchases: Brand Share %", "Purchases: Price (Median)")
            .alsoHas("Purchases: Brand Price (Median)", "Reporting Date")
            .build();

    private OtherFormats() {}
}
