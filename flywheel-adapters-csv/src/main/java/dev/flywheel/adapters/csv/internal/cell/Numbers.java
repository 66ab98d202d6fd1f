package dev.flywheel.adapters.csv.internal.cell;

import dev.flywheel.adapters.csv.internal.table.CellKind;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.money.Rate;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Money, counts and rates in the many forms that exports print. A separator that can mean two things is refused. */
public final class Numbers {

    private static final int MAX_LENGTH = 40;
    private static final Pattern AMOUNT =
            Pattern.compile("([-\u2212])?(\\p{Alpha}{0,3}[^\\p{Alnum}\\s(-]?\\.?)\\s?([-\u2212])?"
                    + "([0-9][0-9.,' \u00A0\u202F]*)([^0-9]{0,5})");
    private static final Pattern GROUPS = Pattern.compile("[0-9]{1,3}(,[0-9]{2,3})*,[0-9]{3}");
    private static final Pattern PLAIN = Pattern.compile("[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,2})?");
    private static final Pattern ROUNDED =
            Pattern.compile("[0-9.,]+\\s*(k|m|b|w|万|千|亿|만)\\+?", Pattern.CASE_INSENSITIVE);
    private static final Pattern LEADING = Pattern.compile("^[^0-9]+");
    private static final Pattern SPACES = Pattern.compile("[' \u00A0\u202F]");
    private static final Pattern POINT_GROUP = Pattern.compile("[1-9][0-9]{0,2}\\.[0-9]{3}");
    private static final Pattern SEPARATED = Pattern.compile("[0-9][0-9.,' \u00A0\u202F]*");
    private static final Map<String, Set<String>> SYMBOLS = Map.ofEntries(
            Map.entry("$", Set.of("USD", "AUD", "CAD", "SGD", "NZD", "HKD", "TWD", "MXN", "CLP", "COP", "ARS")),
            Map.entry("us$", Set.of("USD")),
            Map.entry("s$", Set.of("SGD")),
            Map.entry("a$", Set.of("AUD")),
            Map.entry("c$", Set.of("CAD")),
            Map.entry("nt$", Set.of("TWD")),
            Map.entry("hk$", Set.of("HKD")),
            Map.entry("mx$", Set.of("MXN")),
            Map.entry("r$", Set.of("BRL")),
            Map.entry("\u00A3", Set.of("GBP")),
            Map.entry("\u20AC", Set.of("EUR")),
            Map.entry("rm", Set.of("MYR")),
            Map.entry("rp", Set.of("IDR")),
            Map.entry("rs", Set.of("INR", "PKR", "LKR")),
            Map.entry("\u20B9", Set.of("INR")),
            Map.entry("\u20AB", Set.of("VND")),
            Map.entry("\u0111", Set.of("VND")),
            Map.entry("\u0E3F", Set.of("THB")),
            Map.entry("\u20B1", Set.of("PHP")),
            Map.entry("\u20A9", Set.of("KRW")),
            Map.entry("\uC6D0", Set.of("KRW")),
            Map.entry("\u00A5", Set.of("JPY", "CNY")),
            Map.entry("\uFFE5", Set.of("JPY", "CNY")),
            Map.entry("\u5186", Set.of("JPY")),
            Map.entry("\u5143", Set.of("CNY")));

    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(currency -> currency.getCurrencyCode().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    private Numbers() {}

    /**
     * An amount of money.
     *
     * @param raw the cell as stored
     * @param kind how it was stored
     * @param currency the programme's currency
     * @return the amount, rounded half to even to the minor unit, or null when the cell is missing
     * @throws CellFault if it is no amount, is in another currency or can be read in two ways
     */
    public static @Nullable Money money(String raw, CellKind kind, Currency currency) throws CellFault {
        if (Texts.isMissing(raw)) {
            return null;
        }
        String text = Texts.bare(raw);
        if (kind == CellKind.NUMBER) {
            return money(plain(text), currency);
        }
        boolean inBrackets = text.startsWith("(") && text.endsWith(")");
        String bare = inBrackets ? text.substring(1, text.length() - 1) : text;
        if (ROUNDED.matcher(symbolless(bare)).matches()) {
            throw new CellFault("a rounded display amount", "export the exact figures");
        }
        Matcher matcher = AMOUNT.matcher(bare);
        boolean matches = kind == CellKind.TEXT && text.length() <= MAX_LENGTH && matcher.matches();
        int signs = !matches ? 0 : signs(inBrackets, matcher.group(1), matcher.group(3));
        if (!matches || signs > 1) {
            throw new CellFault("not an amount of money", "put an amount such as 1234.56");
        }
        requireCurrency(matcher.group(2), currency);
        requireCurrency(matcher.group(5), currency);
        BigDecimal amount = decimal(matcher.group(4), NumberHabit.of(currency));
        return money(signs == 1 ? amount.negate() : amount, currency);
    }

    private static Money money(BigDecimal amount, Currency currency) throws CellFault {
        try {
            return Money.rounded(amount, currency);
        } catch (ArithmeticException tooLarge) {
            throw new CellFault("an amount too large to be true", "check the cell");
        }
    }

    private static int signs(boolean inBrackets, @Nullable String before, @Nullable String after) {
        return (inBrackets ? 1 : 0) + (before == null ? 0 : 1) + (after == null ? 0 : 1);
    }

    private static String symbolless(String text) {
        return LEADING.matcher(text).replaceFirst("");
    }

    private static void requireCurrency(@Nullable String symbol, Currency currency) throws CellFault {
        String normal = Texts.normal(symbol == null ? "" : symbol);
        if (normal.endsWith(".")) {
            normal = normal.substring(0, normal.length() - 1);
        }
        String code = currency.getCurrencyCode();
        boolean own = normal.isEmpty() || isSignOf(normal, currency);
        if (!own) {
            throw new CellFault(
                    "an amount in \"" + String.valueOf(symbol).strip() + "\" in a programme that counts in " + code,
                    "import only files of this programme's shop, or correct currency in program.toml");
        }
    }

    /**
     * Whether a text stands for a currency: a symbol such as {@code RM} or {@code S$}, or a code.
     *
     * @param normal the text in normal form, see {@link Texts#normal}
     * @return true if some currency is written so
     */
    public static boolean isCurrencySign(String normal) {
        return SYMBOLS.containsKey(normal) || CODES.contains(normal);
    }

    /**
     * Whether a text stands for a given currency.
     *
     * @param sign the text
     * @param currency the currency
     * @return true if that currency is written so
     */
    public static boolean isSignOf(String sign, Currency currency) {
        String normal = Texts.normal(sign);
        return normal.equals(currency.getCurrencyCode().toLowerCase(Locale.ROOT)) || isOwnSymbol(normal, currency);
    }

    static boolean isOwnSymbol(String normal, Currency currency) {
        return SYMBOLS.getOrDefault(normal, Set.of()).contains(currency.getCurrencyCode());
    }

    /** Both separators: the last is the decimal one. One kind: see {@link #single}. */
    private static BigDecimal decimal(String text, NumberHabit habit) throws CellFault {
        String digits = SPACES.matcher(text).replaceAll("");
        int comma = digits.lastIndexOf(',');
        int point = digits.lastIndexOf('.');
        if (comma >= 0 && point >= 0) {
            return point > comma ? grouped(digits, ',', '.') : grouped(digits, '.', ',');
        }
        if (comma < 0 && point < 0) {
            return new BigDecimal(digits);
        }
        char separator = comma >= 0 ? ',' : '.';
        boolean once = digits.indexOf(separator) == digits.lastIndexOf(separator);
        return once ? single(digits, separator, habit) : grouped(digits, separator, '\0');
    }

    private static BigDecimal single(String digits, char separator, NumberHabit habit) throws CellFault {
        int at = digits.indexOf(separator);
        boolean threeDigits = digits.length() - at - 1 == 3 && at <= 3 && !digits.startsWith("0");
        if (!threeDigits) {
            return grouped(digits, '\0', separator);
        }
        boolean thousands = habit == NumberHabit.WHOLE || (habit == NumberHabit.POINT_DECIMAL && separator == ',');
        if (!thousands) {
            throw new CellFault(
                    "\"" + digits + "\" can mean thousands or decimals",
                    "write the amount without thousands separators and with two decimals");
        }
        return grouped(digits, separator, '\0');
    }

    private static BigDecimal grouped(String digits, char group, char point) throws CellFault {
        int at = point == '\0' ? -1 : digits.lastIndexOf(point);
        String whole = at < 0 ? digits : digits.substring(0, at);
        String fraction = at < 0 ? "" : digits.substring(at + 1);
        if (whole.indexOf(group) >= 0) {
            if (!GROUPS.matcher(whole.replace(group, ',')).matches()) {
                throw new CellFault("\"" + digits + "\" has misplaced separators", "write it as 1234.56");
            }
            whole = whole.replace(String.valueOf(group), "");
        }
        String plain = whole + (fraction.isEmpty() ? "" : "." + fraction);
        return plain(plain);
    }

    private static BigDecimal plain(String text) throws CellFault {
        String unsigned = text.startsWith("-") ? text.substring(1) : text;
        if (text.length() > MAX_LENGTH || !PLAIN.matcher(unsigned).matches()) {
            throw new CellFault("not a number", "put a plain number");
        }
        return new BigDecimal(text);
    }

    /**
     * A whole number that is not negative.
     *
     * @param raw the cell as stored
     * @param kind how it was stored
     * @param habit how numbers are written in the programme's market
     * @return the count, or null when the cell is missing
     * @throws CellFault if it is no count
     */
    public static @Nullable Long count(String raw, CellKind kind, NumberHabit habit) throws CellFault {
        if (Texts.isMissing(raw)) {
            return null;
        }
        String text = Texts.bare(raw);
        boolean digitsFirst = !text.isEmpty() && Character.isDigit(text.charAt(0)) && text.length() <= MAX_LENGTH;
        if (kind == CellKind.PERCENT || kind == CellKind.DATE || kind == CellKind.ERROR || !digitsFirst) {
            throw new CellFault("not a count", "put a whole number, 0 or more");
        }
        if (ROUNDED.matcher(text).matches()) {
            throw new CellFault("a rounded display count", "export the exact figures");
        }
        try {
            boolean plain = kind == CellKind.NUMBER || (PLAIN.matcher(text).matches() && !isThousands(text, habit));
            BigDecimal value = plain ? plain(text) : separated(text, habit);
            return value.longValueExact();
        } catch (ArithmeticException fractional) {
            throw new CellFault("not a whole number", "put a whole number, 0 or more");
        }
    }

    private static boolean isThousands(String text, NumberHabit habit) {
        return habit != NumberHabit.POINT_DECIMAL && POINT_GROUP.matcher(text).matches();
    }

    private static BigDecimal separated(String text, NumberHabit habit) throws CellFault {
        if (!SEPARATED.matcher(text).matches()) {
            throw new CellFault("not a count", "put a whole number, 0 or more");
        }
        return decimal(text, habit == NumberHabit.POINT_DECIMAL ? habit : NumberHabit.WHOLE);
    }

    /**
     * A number that may have decimals and is not negative.
     *
     * @param raw the cell as stored
     * @param kind how it was stored
     * @param habit how numbers are written in the programme's market
     * @return the number, or null when the cell is missing
     * @throws CellFault if it is no number or can be read in two ways
     */
    public static @Nullable BigDecimal decimal(String raw, CellKind kind, NumberHabit habit) throws CellFault {
        if (Texts.isMissing(raw)) {
            return null;
        }
        String text = Texts.bare(raw);
        if (kind == CellKind.NUMBER) {
            return plain(text);
        }
        if (kind != CellKind.TEXT
                || text.length() > MAX_LENGTH
                || !SEPARATED.matcher(text).matches()) {
            throw new CellFault("not a number", "put a number, 0 or more");
        }
        return decimal(text, habit);
    }

    /**
     * A rate. A percent sign means points; without one the format decides, never the size: rates above 100 % are real.
     *
     * @param raw the cell as stored
     * @param kind how it was stored
     * @param bareIsPoints whether the format prints points without a sign; otherwise a bare number is a fraction
     * @return the rate, or null when the cell is missing
     * @throws CellFault if it is no rate
     */
    public static @Nullable Rate rate(String raw, CellKind kind, boolean bareIsPoints) throws CellFault {
        if (Texts.isMissing(raw)) {
            return null;
        }
        String text = Texts.bare(raw);
        boolean signed = text.endsWith("%");
        String digits = Texts.bare(signed ? text.substring(0, text.length() - 1) : text);
        if (digits.chars().filter(c -> c == ',').count() == 1 && digits.indexOf('.') < 0) {
            digits = digits.replace(',', '.');
        }
        if (!List.of(CellKind.TEXT, CellKind.NUMBER, CellKind.PERCENT).contains(kind)
                || digits.length() > MAX_LENGTH
                || !PLAIN.matcher(digits).matches()) {
            throw new CellFault("not a rate", "put a rate such as 5.93%");
        }
        boolean points = signed || (bareIsPoints && kind != CellKind.PERCENT);
        return points ? Rate.ofPercent(digits) : Rate.ofFraction(digits);
    }
}
