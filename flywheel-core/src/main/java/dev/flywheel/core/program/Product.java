package dev.flywheel.core.program;

import dev.flywheel.core.money.UnitEconomics;
import java.util.Objects;

/**
 * A product of the programme and what an order of it costs and leaves. Immutable.
 *
 * @param id the shop's product id
 * @param name the name people use
 * @param economics price and costs of one order
 */
public record Product(ProductId id, String name, UnitEconomics economics) {

    /** Checks. */
    public Product {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(economics, "economics");
    }
}
