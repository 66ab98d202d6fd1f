package dev.flywheel.core.program;

import java.util.Objects;

/**
 * A product's id as TikTok Shop prints it. Text, never a number: its 19 digits do not survive a spreadsheet.
 *
 * @param value the id, not blank
 */
public record ProductId(String value) implements Comparable<ProductId> {

    /**
     * Checks.
     *
     * @param value the id
     */
    public ProductId {
        if (Objects.requireNonNull(value, "value").isBlank()) {
            throw new IllegalArgumentException("ProductId must not be blank");
        }
    }

    @Override
    public int compareTo(ProductId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
