package dev.flywheel.core.stats;

import java.util.List;

/**
 * What is known of one boost at one look.
 *
 * @param fixed totals with the organic clicks from before launch alone
 * @param growing totals with all organic clicks
 * @param clicks as {@code growing}, with clicks counted as if their orders were all in
 * @param days both arms since launch; days of the same mix of clicks may be added up
 * @param prior what the programme believes of the organic rate
 * @param eta the weight of an order, 1/phi
 */
record SparkLook(
        SparkTotals fixed,
        SparkTotals growing,
        SparkTotals clicks,
        List<SparkDay> days,
        GammaPrior prior,
        double eta) {}
