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
    private static final String TIER_MARKS = "+<>\u2264\u2265";
    private static final String NOT_A_COUNT = "not a count";
    private static final String COUNT_REMEDY = "put a whole number, 0 or more";
    private static final String DIGITS = "[0-9](?:[0-9.,' ]*[0-9])?";
    private static final Pattern AMOUNT =
            Pattern.compile("(?<open>\\()?(?<sign>-)? ?(?<before>[^0-9 (),.'-][^0-9(),'-]{0,5}?)? ?"
                    + "(?<inner>\\()?(?<innerSign>-)? ?(?<digits>" + DIGITS + ") ?(?<after>[^0-9(),'-]{0,9}?)"
                    + "(?<close>\\))? ?(?<lastSign>-)?");
    private static final Pattern COUNT = Pattern.compile("(?<digits>" + DIGITS + ") ?(?<after>[^0-9(),'-]{0,9}?)");
    private static final Pattern RANGE = Pattern.compile(
            "[<>\u2264\u2265].*[0-9].*|[^0-9]*[0-9][0-9.,]*\\s*\\p{L}{0,2}\\s*(-|~|to).*[0-9].*|.*[0-9]\\s*\\p{L}{0,2}\\s*\\+");
    private static final Pattern GROUPS = Pattern.compile("[0-9]{1,3}(,[0-9]{2,3})*,[0-9]{3}");
    private static final Pattern PLAIN = Pattern.compile("[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,2})?");
    private static final Pattern SPACES = Pattern.compile("[' ]");
    private static final Pattern POINT_GROUP = Pattern.compile("[1-9][0-9]{0,2}\\.[0-9]{3}");
    private static final Pattern SEPARATED = Pattern.compile("[0-9][0-9.,' ]*");
    private static final Map<String, Set<String>> SYMBOLS = Map.ofEntries(
            Map.entry("$", Set.of("USD", "AUD", "CAD", "SGD", "NZD", "HKD", "TWD", "MXN", "CLP", "COP", "ARS")),
            Map.entry("us$", Set.of("USD")),
            Map.entry("s$", Set.of("SGD")),
            Map.entry("a$", Set.of("AUD")),
            Map.entry("c$", Set.of("CAD")),
            Map.entry("nt$", Set.of("TWD")),
            Map.entry("hk$", Set.of("HKD")),
            Map.entry("mx$", Set.of("MXN")),
            Map.entry("mex$", Set.of("MXN")),
            Map.entry("nz$", Set.of("NZD")),
            Map.entry("au$", Set.of("AUD")),
            Map.entry("ca$", Set.of("CAD")),
            Map.entry("sg$", Set.of("SGD")),
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
            Map.entry("cn\u00A5", Set.of("CNY")),
            Map.entry("jp\u00A5", Set.of("JPY")),
            Map.entry("z\u0142", Set.of("PLN")),
            Map.entry("kr", Set.of("SEK", "DKK", "NOK")),
            Map.entry("k\u010D", Set.of("CZK")),
            Map.entry("ft", Set.of("HUF")),
            Map.entry("\u20BA", Set.of("TRY")),
            Map.entry("\u20BD", Set.of("RUB")),
            Map.entry("\u5143", Set.of("CNY")));

    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(currency -> currency.getCurrencyCode().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    private Numbers() {}

    /**
     * An amount of money by the habits of its currency alone; see {@link #money(String, CellKind, Currency, DecimalMark)}.
     *
     * @param raw the cell as stored
     * @param kind how it was stored
     * @param currency the programme's currency
     * @return the amount, or null when the cell is missing
     * @throws CellFault if it is no amount, is in another currency or can be read in two ways
     */
    public static @Nullable Money money(String raw, CellKind kind, Currency currency) throws CellFault {
        return money(raw, kind, currency, DecimalMark.UNKNOWN);
    }

    /**
     * An amount of money. A minus may stand in front, behind the currency or behind the amount, or brackets around it.
     *
     * @param raw the cell as stored
     * @param kind how it was stored
     * @param currency the programme's currency
     * @param mark which mark its column was seen to part decimals with
     * @return the amount, rounded half to even to the minor unit, or null when the cell is missing
     * @throws CellFault if it is no amount, is in another currency or can be read in two ways
     */
    public static @Nullable Money money(String raw, CellKind kind, Currency currency, DecimalMark mark)
            throws CellFault {
        if (Texts.isMissing(raw)) {
            return null;
        }
        String text = Texts.ascii(Texts.bare(raw));
        if (kind == CellKind.NUMBER) {
            return money(plain(text), currency);
        }
        Matcher matcher = AMOUNT.matcher(text);
        boolean matches = kind == CellKind.TEXT && text.length() <= MAX_LENGTH && matcher.matches();
        requireOneFigure(text, matches, "amount");
        if (!matches || minuses(matcher) > 1) {
            throw new CellFault("not an amount of money", "put an amount such as 1234.56");
        }
        requireCurrency(matcher.group("before"), currency);
        NumberTail tail = NumberTail.of(matcher.group("after"));
        requireCurrency(tail.currency(), currency);
        BigDecimal amount =
                decimal(matcher.group("digits"), NumberHabit.of(currency), mark).scaleByPowerOfTen(tail.power());
        return money(minuses(matcher) == 1 ? amount.negate() : amount, currency);
    }

    /**
     * Whether a number is printed rounded, such as {@code 250K} or {@code 3.4\u4E07}.
     *
     * @param raw a cell that was read as a number
     * @return true if a power of ten stands behind its digits
     */
    public static boolean isRounded(String raw) {
        int last = raw.length() - 1;
        if (last < 0 || (raw.charAt(last) >= '0' && raw.charAt(last) <= '9')) {
            return false;
        }
        Matcher matcher = AMOUNT.matcher(Texts.ascii(Texts.bare(raw)));
        return matcher.matches() && NumberTail.of(matcher.group("after")).power() > 0;
    }

    private static void requireOneFigure(String text, boolean matches, String what) throws CellFault {
        boolean plain = matches && text.chars().noneMatch(c -> TIER_MARKS.indexOf(c) >= 0);
        if (!plain && text.length() <= MAX_LENGTH && RANGE.matcher(text).matches()) {
            throw new CellFault(
                    "a range or a tier, not one " + what,
                    "export the exact figures; a tier says too little to count with");
        }
    }

    private static Money money(BigDecimal amount, Currency currency) throws CellFault {
        try {
            return Money.rounded(amount, currency);
        } catch (ArithmeticException tooLarge) {
            throw new CellFault("an amount too large to be true", "check the cell");
        }
    }

    /** Two for brackets that do not match, so that the amount is refused. */
    private static int minuses(Matcher matcher) {
        boolean opened = matcher.group("open") != null || matcher.group("inner") != null;
        boolean twice = matcher.group("open") != null && matcher.group("inner") != null;
        if (twice || opened != (matcher.group("close") != null)) {
            return 2;
        }
        int minuses = opened ? 1 : 0;
        for (String sign : List.of("sign", "innerSign", "lastSign")) {
            minuses += matcher.group(sign) == null ? 0 : 1;
        }
        return minuses;
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
    private static BigDecimal decimal(String text, NumberHabit habit, DecimalMark mark) throws CellFault {
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
        return once ? single(digits, separator, habit, mark) : grouped(digits, separator, '\0');
    }

    private static BigDecimal single(String digits, char separator, NumberHabit habit, DecimalMark mark)
            throws CellFault {
        int at = digits.indexOf(separator);
        boolean threeDigits = digits.length() - at - 1 == 3 && at <= 3 && !digits.startsWith("0");
        if (!threeDigits) {
            return grouped(digits, '\0', separator);
        }
        return switch (DecimalMark.meaning(separator, habit, mark)) {
            case THOUSANDS -> grouped(digits, separator, '\0');
            case DECIMALS -> grouped(digits, '\0', separator);
            case EITHER ->
                throw new CellFault(
                        "\"" + digits + "\" can mean thousands or decimals",
                        "write the amount without thousands separators and with two decimals");
        };
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
        String text = Texts.ascii(Texts.bare(raw));
        if (kind == CellKind.PERCENT || kind == CellKind.DATE || kind == CellKind.ERROR || text.length() > MAX_LENGTH) {
            throw new CellFault(NOT_A_COUNT, COUNT_REMEDY);
        }
        try {
            boolean plain = kind == CellKind.NUMBER || (PLAIN.matcher(text).matches() && !isThousands(text, habit));
            return (plain ? plain(text) : separated(text, habit)).longValueExact();
        } catch (ArithmeticException fractional) {
            throw new CellFault("not a whole number", COUNT_REMEDY);
        }
    }

    private static boolean isThousands(String text, NumberHabit habit) {
        return habit != NumberHabit.POINT_DECIMAL && POINT_GROUP.matcher(text).matches();
    }

    private static BigDecimal separated(String text, NumberHabit habit) throws CellFault {
        Matcher matcher = COUNT.matcher(text);
        boolean matches = matcher.matches();
        requireOneFigure(text, matches, "count");
        if (!matches) {
            throw new CellFault(NOT_A_COUNT, COUNT_REMEDY);
        }
        NumberTail tail = NumberTail.of(matcher.group("after"));
        if (!tail.currency().isEmpty()) {
            throw new CellFault(NOT_A_COUNT, COUNT_REMEDY);
        }
        NumberHabit ofCounts = habit == NumberHabit.POINT_DECIMAL ? habit : NumberHabit.WHOLE;
        return decimal(matcher.group("digits"), ofCounts, DecimalMark.UNKNOWN).scaleByPowerOfTen(tail.power());
    }

    /**
     * A number that may have decimals and is not negative.
     *
     * @param raw the cell as stored
     * @param kind how it was stored
     * @param habit how numbers are written in the programme's market
     * @param mark which mark its column was seen to part decimals with
     * @return the number, or null when the cell is missing
     * @throws CellFault if it is no number or can be read in two ways
     */
    public static @Nullable BigDecimal decimal(String raw, CellKind kind, NumberHabit habit, DecimalMark mark)
            throws CellFault {
        if (Texts.isMissing(raw)) {
            return null;
        }
        String text = Texts.ascii(Texts.bare(raw));
        if (kind == CellKind.NUMBER) {
            return plain(text);
        }
        if (kind != CellKind.TEXT
                || text.length() > MAX_LENGTH
                || !SEPARATED.matcher(text).matches()) {
            throw new CellFault("not a number", "put a number, 0 or more");
        }
        return decimal(text, habit, mark);
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
        String text = Texts.ascii(Texts.bare(raw));
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
