package dev.flywheel.adapters.csv.internal.format;

import static dev.flywheel.adapters.csv.internal.format.CellType.COUNT;
import static dev.flywheel.adapters.csv.internal.format.CellType.HANDLE;
import static dev.flywheel.adapters.csv.internal.format.CellType.ID;
import static dev.flywheel.adapters.csv.internal.format.CellType.MONEY;
import static dev.flywheel.adapters.csv.internal.format.CellType.TEXT;

/** The brand's own small files, for what no platform exports. */
final class SmallFormats {

    static final Format CREATIVE_TAGS = Format.of(Kind.CREATIVE_TAGS)
            .required(Field.VIDEO_ID, CellType.VIDEO_ID, "video_id")
            .optional(Field.HOOK, TEXT, "hook")
            .optional(Field.ANGLE, TEXT, "angle")
            .optional(Field.PLACEMENT, TEXT, "placement")
            .optional(Field.FORMAT, TEXT, "format")
            .build();

    static final Format SAMPLES = Format.of(Kind.SAMPLES)
            .required(Field.CREATOR, HANDLE, "creator")
            .required(Field.PRODUCT, ID, "product_id")
            .optional(Field.REQUESTED_AT, CellType.DATE, "requested_at")
            .optional(Field.APPROVED_AT, CellType.DATE, "approved_at")
            .optional(Field.SHIPPED_AT, CellType.DATE, "shipped_at")
            .optional(Field.DELIVERED_AT, CellType.DATE, "delivered_at")
            .optional(Field.COST, MONEY, "cost")
            .build();

    static final Format AUTHORIZATIONS = Format.of(Kind.AUTHORIZATIONS)
            .required(Field.VIDEO_ID, CellType.VIDEO_ID, "video_id")
            .required(Field.GRANTED_AT, CellType.DATE, "granted_at")
            .required(Field.DURATION_DAYS, COUNT, "duration_days")
            .required(Field.KIND, TEXT, "kind")
            .build();

    static final Format AD_TESTS = Format.of(Kind.AD_TESTS)
            .required(Field.VIDEO_ID, CellType.VIDEO_ID, "video_id")
            .required(Field.STARTED_ON, CellType.DATE, "started_on")
            .required(Field.DAILY_BUDGET, MONEY, "daily_budget")
            .required(Field.KIND, TEXT, "kind")
            .build();

    static final Format FUNNEL_DAILY = Format.of(Kind.FUNNEL_DAILY)
            .required(Field.DATE, CellType.DATE, "date")
            .required(Field.TRAFFIC, TEXT, "traffic")
            .needsOneOf(Field.VIDEO_ID, Field.CREATOR)
            .optional(Field.VIDEO_ID, CellType.VIDEO_ID, "video_id")
            .optional(Field.CREATOR, HANDLE, "creator")
            .optional(Field.PRODUCT, ID, "product_id")
            .optional(Field.VIEWS, COUNT, "views")
            .optional(Field.CLICKS, COUNT, "clicks")
            .optional(Field.ADD_TO_CARTS, COUNT, "add_to_carts")
            .optional(Field.ORDERS, COUNT, "orders")
            .optional(Field.ITEMS, COUNT, "items")
            .optional(Field.GMV, MONEY, "gmv")
            .optional(Field.REFUNDS, MONEY, "refunds")
            .optional(Field.REFUNDED_ITEMS, COUNT, "refunded_items")
            .optional(Field.COMMISSION, MONEY, "commission")
            .optional(Field.SPEND, MONEY, "spend")
            .build();

    static final Format BRANDED_SEARCH = Format.of(Kind.BRANDED_SEARCH)
            .required(Field.PERIOD_START, CellType.DATE, "period_start")
            .required(Field.PERIOD_END, CellType.DATE, "period_end")
            .required(Field.MARKETPLACE, TEXT, "marketplace")
            .required(Field.QUERY, TEXT, "query")
            .required(Field.VOLUME, COUNT, "volume")
            .build();

    private SmallFormats() {}
}
