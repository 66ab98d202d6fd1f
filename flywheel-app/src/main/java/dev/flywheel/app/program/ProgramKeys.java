package dev.flywheel.app.program;

import dev.flywheel.core.money.Money;
import dev.flywheel.core.money.Rate;
import dev.flywheel.core.money.UnitEconomics;
import dev.flywheel.core.program.Policy;
import dev.flywheel.core.program.Product;
import dev.flywheel.core.program.ProductId;
import dev.flywheel.core.program.Program;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The keys of a programme and of its products. */
final class ProgramKeys {
    private static final Set<String> PROGRAM =
            inOrder("brand", "currency", "zone", "brand_terms", "daily_ad_cap", "products", "policy");
    private static final Set<String> PRODUCT = inOrder(
            "id",
            "name",
            "price",
            "cogs",
            "shipping",
            "fee_rate",
            "return_cost",
            "commission_rate",
            "shop_ads_commission_rate");

    private ProgramKeys() {}

    /** The programme, or empty with at least one problem noted. */
    static Optional<Program> program(TomlTable top) {
        top.refuseUnknown(PROGRAM);
        Optional<String> brand = top.text("brand");
        Optional<Currency> currency = top.text("currency", ProgramKeys::currency);
        Optional<ZoneId> zone = top.text("zone", ProgramKeys::zone);
        List<String> terms = top.texts("brand_terms");
        Optional<Money> cap = top.has("daily_ad_cap")
                ? currency.flatMap(known -> money(top, "daily_ad_cap", known))
                : Optional.empty();
        List<Product> products = products(top, currency);
        Policy policy = top.table("policy")
                .map(table -> PolicyKeys.over(Policy.defaults(), table))
                .orElse(Policy.defaults());
        if (brand.isEmpty() || currency.isEmpty() || zone.isEmpty()) {
            return Optional.empty();
        }
        try {
            Program.Builder builder = Program.builder(brand.get(), currency.get(), zone.get())
                    .brandTerms(terms)
                    .products(products)
                    .policy(policy);
            cap.ifPresent(builder::dailyAdCap);
            return Optional.of(builder.build());
        } catch (IllegalArgumentException contradiction) {
            top.problem(String.valueOf(contradiction.getMessage()));
            return Optional.empty();
        }
    }

    /** The same programme under another policy. */
    static Program withPolicy(Program program, Policy policy) {
        return Program.builder(program.brand(), program.currency(), program.zone())
                .brandTerms(program.brandTerms())
                .dailyAdCap(program.dailyAdCap())
                .products(program.products())
                .policy(policy)
                .build();
    }

    private static List<Product> products(TomlTable top, Optional<Currency> currency) {
        return top.tables("products").stream()
                .map(table -> {
                    table.refuseUnknown(PRODUCT);
                    return currency.flatMap(known -> product(table, known));
                })
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Product> product(TomlTable table, Currency currency) {
        Optional<ProductId> id = table.text("id", ProductId::new);
        Optional<String> name = table.has("name") ? table.text("name") : id.map(ProductId::value);
        Optional<Money> price = money(table, "price", currency);
        Optional<Money> goods = money(table, "cogs", currency);
        Optional<Money> shipping = money(table, "shipping", currency);
        Optional<Rate> fee = rate(table, "fee_rate");
        Optional<Money> returned = money(table, "return_cost", currency);
        Optional<Rate> commission = rate(table, "commission_rate");
        // Without a rate of its own for ads, the platform pays the standard commission on every order.
        Optional<Rate> ads =
                table.has("shop_ads_commission_rate") ? rate(table, "shop_ads_commission_rate") : commission;
        boolean complete = id.isPresent()
                && name.isPresent()
                && price.isPresent()
                && goods.isPresent()
                && shipping.isPresent()
                && fee.isPresent()
                && returned.isPresent()
                && commission.isPresent()
                && ads.isPresent();
        if (!complete) {
            return Optional.empty();
        }
        try {
            UnitEconomics economics = new UnitEconomics(
                    price.get(), goods.get(), shipping.get(), fee.get(), returned.get(), commission.get(), ads.get());
            return Optional.of(new Product(id.get(), name.get(), economics));
        } catch (IllegalArgumentException contradiction) {
            table.problem(table.named("id") + " = \"" + id.get() + "\": " + contradiction.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<Money> money(TomlTable table, String key, Currency currency) {
        return table.amount(key).flatMap(amount -> {
            try {
                return Optional.of(Money.of(amount, currency));
            } catch (IllegalArgumentException tooFine) {
                table.problem(table.named(key) + ": " + tooFine.getMessage());
                return Optional.empty();
            }
        });
    }

    private static Optional<Rate> rate(TomlTable table, String key) {
        return table.fraction(key).map(Rate::new);
    }

    private static Currency currency(String code) {
        Set<String> codes = new TreeSet<>();
        Currency.getAvailableCurrencies().stream()
                .filter(known -> known.getDefaultFractionDigits() >= 0)
                .forEach(known -> codes.add(known.getCurrencyCode()));
        if (!codes.contains(code)) {
            throw new IllegalArgumentException("must be an ISO 4217 code in capitals, such as \"USD\" or \"GBP\"");
        }
        return Currency.getInstance(code);
    }

    private static ZoneId zone(String id) {
        Set<String> known = ZoneId.getAvailableZoneIds();
        if (!known.contains(id)) {
            throw new IllegalArgumentException("must be an IANA time zone, such as \"America/Los_Angeles\""
                    + Nearest.to(id, known)
                            .map(near -> "; did you mean \"" + near + "\"?")
                            .orElse(""));
        }
        return ZoneId.of(id);
    }

    private static Set<String> inOrder(String... keys) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(keys)));
    }
}
