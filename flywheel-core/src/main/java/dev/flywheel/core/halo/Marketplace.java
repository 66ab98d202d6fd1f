package dev.flywheel.core.halo;

import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/** An Amazon marketplace, named by the ISO code of its country, with the currency of its amounts. */
public enum Marketplace {
    /** amazon.com. */
    US("amazon.com", "USD"),
    /** amazon.ca. */
    CA("amazon.ca", "CAD"),
    /** amazon.com.mx. */
    MX("amazon.com.mx", "MXN"),
    /** amazon.com.br. */
    BR("amazon.com.br", "BRL"),
    /** amazon.co.uk. */
    GB("amazon.co.uk", "GBP"),
    /** amazon.ie. */
    IE("amazon.ie", "EUR"),
    /** amazon.de. */
    DE("amazon.de", "EUR"),
    /** amazon.fr. */
    FR("amazon.fr", "EUR"),
    /** amazon.it. */
    IT("amazon.it", "EUR"),
    /** amazon.es. */
    ES("amazon.es", "EUR"),
    /** amazon.nl. */
    NL("amazon.nl", "EUR"),
    /** amazon.com.be. */
    BE("amazon.com.be", "EUR"),
    /** amazon.se. */
    SE("amazon.se", "SEK"),
    /** amazon.pl. */
    PL("amazon.pl", "PLN"),
    /** amazon.com.tr. */
    TR("amazon.com.tr", "TRY"),
    /** amazon.ae. */
    AE("amazon.ae", "AED"),
    /** amazon.sa. */
    SA("amazon.sa", "SAR"),
    /** amazon.eg. */
    EG("amazon.eg", "EGP"),
    /** amazon.co.za. */
    ZA("amazon.co.za", "ZAR"),
    /** amazon.in. */
    IN("amazon.in", "INR"),
    /** amazon.co.jp. */
    JP("amazon.co.jp", "JPY"),
    /** amazon.sg. */
    SG("amazon.sg", "SGD"),
    /** amazon.com.au. */
    AU("amazon.com.au", "AUD");

    private final String domain;
    private final String currency;

    Marketplace(String domain, String currency) {
        this.domain = domain;
        this.currency = currency;
    }

    /** {@return the currency of its amounts, unless a report names another} */
    public Currency currency() {
        return Currency.getInstance(currency);
    }

    /**
     * The marketplace that a report or a person means.
     *
     * @param name a country code such as {@code US} or {@code UK}, or a domain such as {@code amazon.co.uk}, in any case
     * @return the marketplace, or empty when none is meant
     */
    public static Optional<Marketplace> named(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        String bare = wanted.startsWith("www.") ? wanted.substring("www.".length()) : wanted;
        return Arrays.stream(values())
                .filter(one -> bare.equals(one.domain)
                        || bare.equals(one.name().toLowerCase(Locale.ROOT))
                        || (one == GB && bare.equals("uk")))
                .findFirst();
    }
}
