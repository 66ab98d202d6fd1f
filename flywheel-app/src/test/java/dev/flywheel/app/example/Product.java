package dev.flywheel.app.example;

import java.util.List;

/** One product with its economics in cents; {@code refundRate} and {@code share} belong to the simulated market. */
record Product(
        String id,
        String name,
        long price,
        long cogs,
        long shipping,
        long returnCost,
        double refundRate,
        double share) {

    static final double FEE_RATE = 0.06;
    static final int COMMISSION_PERCENT = 15;
    static final int SHOP_ADS_COMMISSION_PERCENT = 10;

    static final List<Product> ALL = List.of(
            new Product("1729000000000000001", "Vitamin C Serum", 3000, 700, 400, 200, 0.06, 0.40),
            new Product("1729000000000000002", "Barrier Moisturizer", 2600, 620, 420, 200, 0.05, 0.18),
            new Product("1729000000000000003", "Gel Cleanser", 1800, 410, 450, 180, 0.03, 0.14),
            new Product("1729000000000000004", "Peptide Eye Cream", 3600, 880, 380, 220, 0.08, 0.12),
            new Product("1729000000000000005", "Overnight Mask", 2400, 560, 430, 200, 0.10, 0.09),
            new Product("1729000000000000006", "Retinol Starter Kit", 4800, 1350, 520, 300, 0.14, 0.07));

    /** The product that carries the GMV Max campaign. */
    static final Product HERO = ALL.get(0);

    /** Two variants per product; the ids are as long as native ones. */
    String skuId(int variant) {
        return "17291" + id.substring(id.length() - 1) + "000000000001" + variant;
    }
}
