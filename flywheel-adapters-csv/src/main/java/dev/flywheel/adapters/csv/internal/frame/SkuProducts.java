package dev.flywheel.adapters.csv.internal.frame;

import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.performance.OrderLine;
import dev.flywheel.core.program.ProductId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which product a SKU is of, as affiliate order lines tell it: the export of all shop orders has SKUs and no products.
 * Immutable and thread-safe.
 */
public final class SkuProducts {

    /** Nothing is known. */
    public static final SkuProducts NONE = new SkuProducts(Map.of());

    private final Map<String, Set<ProductId>> products;

    private SkuProducts(Map<String, Set<ProductId>> products) {
        this.products = products;
    }

    /**
     * Learns from order lines.
     *
     * @param evidence what was read
     * @return the products
     */
    public static SkuProducts of(Evidence evidence) {
        Map<String, Set<ProductId>> products = new HashMap<>();
        for (Evidence.DatedLine dated : evidence.orderLines()) {
            OrderLine line = dated.line();
            line.product()
                    .ifPresent(product -> products.computeIfAbsent(line.skuId(), any -> new LinkedHashSet<>())
                            .add(product));
        }
        return new SkuProducts(products);
    }

    /** The product of a SKU; empty when no line names it, or lines disagree. */
    public Optional<ProductId> of(String sku) {
        Set<ProductId> named = products.getOrDefault(sku, Set.of());
        return named.size() == 1 ? Optional.of(named.iterator().next()) : Optional.empty();
    }
}
