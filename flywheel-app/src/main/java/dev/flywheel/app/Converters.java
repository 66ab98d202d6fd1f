package dev.flywheel.app;

import dev.flywheel.core.halo.Marketplace;
import dev.flywheel.core.performance.Period;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads option values, and says how they are written when they are not. */
final class Converters {
    private Converters() {}

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new TypeConversionException("'" + text + "' is not a day; write it as 2026-11-16");
        }
    }

    static final class DayConverter implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String text) {
            return day(text);
        }
    }

    static final class PeriodConverter implements ITypeConverter<Period> {
        @Override
        public Period convert(String text) {
            int dots = text.indexOf("..");
            if (dots < 0) {
                throw new TypeConversionException("'" + text + "' is not a period; write it as 2026-11-10..2026-11-16");
            }
            try {
                return new Period(day(text.substring(0, dots)), day(text.substring(dots + 2)));
            } catch (IllegalArgumentException backwards) {
                throw new TypeConversionException(String.valueOf(backwards.getMessage()));
            }
        }
    }

    static final class CurrencyConverter implements ITypeConverter<Currency> {
        @Override
        public Currency convert(String text) {
            try {
                return Currency.getInstance(text);
            } catch (IllegalArgumentException unknown) {
                throw new TypeConversionException("'" + text + "' is not a currency; write it as USD");
            }
        }
    }

    static final class MarketplaceConverter implements ITypeConverter<Marketplace> {
        @Override
        public Marketplace convert(String text) {
            return Marketplace.named(text)
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + text + "' is no marketplace of Amazon's; write its country, such as US, GB or DE"));
        }
    }

    static final class UrlConverter implements ITypeConverter<URI> {
        @Override
        public URI convert(String text) {
            try {
                return new URI(text);
            } catch (URISyntaxException wrong) {
                // Not the text itself: the path of a webhook is often its password.
                throw new TypeConversionException("it is not a URL; write it as https://example.com/hooks/flywheel");
            }
        }
    }
}
