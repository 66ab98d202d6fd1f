package dev.flywheel.core.program;

import dev.flywheel.core.money.Money;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One brand's affiliate programme: what is fixed from rotation to rotation. Immutable and thread-safe.
 *
 * <p>Dates everywhere in the engine are calendar days of {@link #zone()}; money is in {@link #currency()}.
 */
public final class Program {

    private final String brand;
    private final Currency currency;
    private final ZoneId zone;
    private final List<String> brandTerms;
    private final Money dailyAdCap;
    private final List<Product> products;
    private final Policy policy;

    private Program(Builder builder) {
        brand = builder.brand;
        currency = builder.currency;
        zone = builder.zone;
        brandTerms = List.copyOf(builder.brandTerms);
        dailyAdCap = builder.dailyAdCap == null ? Money.zero(currency) : builder.dailyAdCap;
        products = builder.products.stream()
                .sorted(Comparator.comparing(Product::id))
                .toList();
        policy = builder.policy;
        if (!dailyAdCap.currency().equals(currency) || dailyAdCap.isNegative()) {
            throw new IllegalArgumentException(
                    "dailyAdCap must be at least 0 and in " + currency + ", got " + dailyAdCap);
        }
        requireOwnProducts();
    }

    /**
     * Starts a programme.
     *
     * @param brand the brand's name
     * @param currency the currency of all money
     * @param zone the shop's time zone
     * @return a builder
     */
    public static Builder builder(String brand, Currency currency, ZoneId zone) {
        return new Builder(brand, currency, zone);
    }

    /** {@return the brand's name} */
    public String brand() {
        return brand;
    }

    /** {@return the currency of all money} */
    public Currency currency() {
        return currency;
    }

    /** {@return the shop's time zone} */
    public ZoneId zone() {
        return zone;
    }

    /** {@return search terms that name the brand} */
    public List<String> brandTerms() {
        return brandTerms;
    }

    /** {@return the most that all boosts together may cost a day; zero forbids boosts} */
    public Money dailyAdCap() {
        return dailyAdCap;
    }

    /** {@return the products in order of id} */
    public List<Product> products() {
        return products;
    }

    /** {@return the policy} */
    public Policy policy() {
        return policy;
    }

    /**
     * Finds a product.
     *
     * @param id its id
     * @return the product, or empty when the programme does not sell it
     */
    public Optional<Product> product(ProductId id) {
        return products.stream().filter(product -> product.id().equals(id)).findFirst();
    }

    private void requireOwnProducts() {
        if (products.isEmpty()) {
            throw new IllegalArgumentException("A programme needs at least one product: without costs no order pays");
        }
        for (int i = 0; i < products.size(); i++) {
            Product product = products.get(i);
            Currency priced = product.economics().price().currency();
            if (!priced.equals(currency)) {
                throw new IllegalArgumentException(
                        "Product " + product.id() + " is priced in " + priced + " but the programme is in " + currency);
            }
            if (i > 0 && products.get(i - 1).id().equals(product.id())) {
                throw new IllegalArgumentException("Product " + product.id() + " is listed twice");
            }
        }
    }

    /** Collects a programme. Not thread-safe. */
    public static final class Builder {

        private final String brand;
        private final Currency currency;
        private final ZoneId zone;
        private List<String> brandTerms = List.of();
        private @org.jspecify.annotations.Nullable Money dailyAdCap;
        private List<Product> products = List.of();
        private Policy policy = Policy.defaults();

        private Builder(String brand, Currency currency, ZoneId zone) {
            this.brand = Objects.requireNonNull(brand, "brand");
            this.currency = Objects.requireNonNull(currency, "currency");
            this.zone = Objects.requireNonNull(zone, "zone");
            if (brand.isBlank()) {
                throw new IllegalArgumentException("brand must not be blank");
            }
        }

        /**
         * Sets the search terms that name the brand.
         *
         * @param terms the terms
         * @return this
         */
        public Builder brandTerms(Collection<String> terms) {
            brandTerms = List.copyOf(terms);
            return this;
        }

        /**
         * Sets the most that all boosts may cost a day. Without it no boost is proposed.
         *
         * @param cap money per day
         * @return this
         */
        public Builder dailyAdCap(Money cap) {
            dailyAdCap = Objects.requireNonNull(cap, "cap");
            return this;
        }

        /**
         * Sets the products.
         *
         * @param offered the products
         * @return this
         */
        public Builder products(Collection<Product> offered) {
            products = List.copyOf(offered);
            return this;
        }

        /**
         * Replaces the default policy.
         *
         * @param chosen the policy
         * @return this
         */
        public Builder policy(Policy chosen) {
            policy = Objects.requireNonNull(chosen, "chosen");
            return this;
        }

        /** {@return the programme} */
        public Program build() {
            return new Program(this);
        }
    }
}
