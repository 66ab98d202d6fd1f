package dev.flywheel.app.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.money.Money;
import dev.flywheel.core.money.Rate;
import dev.flywheel.core.program.DropPolicy;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.program.Product;
import dev.flywheel.core.program.Program;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramFileTest {
    private static final String GOOD = """
            brand = "Northpeak"
            currency = "USD"
            zone = "America/Los_Angeles"
            brand_terms = ["northpeak", "north peak"]
            daily_ad_cap = "1500.00"

            [[products]]
            id = "1729000000000000001"
            name = "Serum"
            price = "30.00"
            cogs = "7.00"
            shipping = "4.00"
            fee_rate = 0.06
            return_cost = "2.00"
            commission_rate = 0.15
            shop_ads_commission_rate = 0.10

            [policy]
            drop_policy = "ECONOMIC"
            horizon_days = 21
            alpha = 0.05
            boost_floor_per_day = "40"
            """;

    @TempDir
    Path folder;

    @Test
    void reads_every_key() throws IOException {
        Program program = read(GOOD);

        Currency usd = Currency.getInstance("USD");
        assertEquals("Northpeak", program.brand());
        assertEquals(usd, program.currency());
        assertEquals(ZoneId.of("America/Los_Angeles"), program.zone());
        assertEquals(List.of("northpeak", "north peak"), program.brandTerms());
        assertEquals(Money.of("1500", usd), program.dailyAdCap());
        Product serum = program.products().get(0);
        assertEquals("1729000000000000001", serum.id().value());
        assertEquals("Serum", serum.name());
        assertEquals(Money.of("30", usd), serum.economics().price());
        assertEquals(Money.of("7", usd), serum.economics().costOfGoods());
        assertEquals(Money.of("4", usd), serum.economics().shipping());
        assertEquals(Rate.ofFraction("0.06"), serum.economics().feeRate());
        assertEquals(Money.of("2", usd), serum.economics().costOfReturn());
        assertEquals(Rate.ofFraction("0.15"), serum.economics().commissionRate());
        assertEquals(Rate.ofFraction("0.1"), serum.economics().shopAdsCommissionRate());
        assertEquals(DropPolicy.ECONOMIC, program.policy().dropPolicy());
        assertEquals(21, program.policy().count(PolicyNumber.HORIZON_DAYS));
        assertEquals(new BigDecimal("0.05"), program.policy().exact(PolicyNumber.ALPHA));
        assertEquals(new BigDecimal("40"), program.policy().exact(PolicyNumber.BOOST_FLOOR_PER_DAY));
        assertEquals(PolicyNumber.WAVE_SIZE.byDefault(), program.policy().exact(PolicyNumber.WAVE_SIZE));
    }

    @Test
    void absent_ads_commission_means_the_standard_one_and_absent_name_means_the_id() throws IOException {
        Product product = read(GOOD.replace("shop_ads_commission_rate = 0.10\n", "")
                        .replace("name = \"Serum\"\n", ""))
                .products()
                .get(0);

        assertEquals(Rate.ofFraction("0.15"), product.economics().shopAdsCommissionRate());
        assertEquals("1729000000000000001", product.name());
    }

    @Test
    void without_a_cap_no_boost_is_allowed() throws IOException {
        assertEquals(
                0,
                read(GOOD.replace("daily_ad_cap = \"1500.00\"\n", ""))
                        .dailyAdCap()
                        .minorUnits());
    }

    @Test
    void a_byte_order_mark_is_no_obstacle() throws IOException {
        assertEquals("Northpeak", read("\uFEFF" + GOOD).brand());
    }

    @Test
    void a_rate_keeps_its_exact_decimals() throws IOException {
        Program program = read(GOOD.replace("fee_rate = 0.06", "fee_rate = 0.0593"));
        assertEquals(
                new BigDecimal("0.0593"),
                program.products().get(0).economics().feeRate().fraction());
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "brand = \"Northpeak\"|brand = 5|brand = 5 must be a text in quotes",
                "brand = \"Northpeak\"|brand = \"  \"|brand = \"  \" must be a text in quotes",
                "brand = \"Northpeak\"|# nothing|brand is missing",
                "\"USD\"|\"Dollar\"|currency = \"Dollar\" must be an ISO 4217 code in capitals, such as \"USD\" or \"GBP\"",
                "\"USD\"|\"usd\"|currency = \"usd\" must be an ISO 4217 code",
                "\"USD\"|\"XAU\"|currency = \"XAU\" must be an ISO 4217 code",
                "Los_Angeles|Los_Angles|zone = \"America/Los_Angles\" must be an IANA time zone, such as \"America/Los_Angeles\"; did you mean \"America/Los_Angeles\"?",
                "America/Los_Angeles|UTC-8|zone = \"UTC-8\" must be an IANA time zone",
                "\"1500.00\"|1500.00|daily_ad_cap = 1500 must be a decimal in quotes, because money is exact: write daily_ad_cap = \"1500\"",
                "\"1500.00\"|\"-1\"|dailyAdCap must be at least 0 and in USD, got -1.00 USD",
                "\"1500.00\"|\"$1,500\"|daily_ad_cap = \"$1,500\" must be a plain decimal in quotes, such as \"12.30\"",
                "price = \"30.00\"|price = 30|products[1].price = 30 must be a decimal in quotes, because money is exact: write price = \"30\"",
                "price = \"30.00\"|price = \"30.005\"|products[1].price: Amount 30.005 has more than 2 decimals for USD",
                "price = \"30.00\"|price = \"0\"|price must be above 0, got 0.00 USD",
                "price = \"30.00\"|# nothing|products[1].price is missing",
                "cogs = \"7.00\"|cogs = \"-7\"|costOfGoods must not be negative, got -7.00 USD",
                "fee_rate = 0.06|fee_rate = \"6%\"|products[1].fee_rate = \"6%\" must be a number from 0 to 1 without quotes: 15 % is 0.15",
                "fee_rate = 0.06|fee_rate = 6|products[1].fee_rate = 6 must be a number from 0 to 1",
                "fee_rate = 0.06|fee_rate = nan|products[1].fee_rate = ",
                "fee_rate = 0.06|fee_rate = 1e-999999999|must be a number from 0 to 1",
                "fee_rate = 0.06|fee_rate = 0.95|commissionRate + feeRate must be at most 1, got 1.1",
                "cogs = |cog = |unknown key products[1].cog; did you mean cogs? known here: id, name, price, cogs",
                "daily_ad_cap|ad_cap_daily|unknown key ad_cap_daily; known here: brand, currency, zone",
                "horizon_days = 21|horizon_day = 21|unknown key policy.horizon_day; did you mean horizon_days? known here: drop_policy, wave_size",
                "horizon_days = 21|horizon_days = 0|Policy horizon_days must be from 1 to 365 (days), got 0",
                "horizon_days = 21|horizon_days = \"soon\"|policy.horizon_days = \"soon\" must be a number, such as 0.10",
                "\"ECONOMIC\"|\"LENIENT\"|policy.drop_policy = \"LENIENT\" must be one of STRICT, ECONOMIC",
                "[\"northpeak\", \"north peak\"]|\"northpeak\"|brand_terms = \"northpeak\" must be a list of texts",
                "[\"northpeak\", \"north peak\"]|[1]|brand_terms = [1] must be a list of texts",
            })
    void names_key_value_and_what_is_allowed(String from, String to, String expected) throws IOException {
        String changed = GOOD.replace(from, to);
        ProgramRejected rejected = assertThrows(ProgramRejected.class, () -> read(changed));
        assertTrue(rejected.getMessage().startsWith("program.toml"), rejected.getMessage());
        assertTrue(rejected.getMessage().contains(expected), rejected.getMessage());
    }

    @Test
    void finds_every_problem_at_once() {
        ProgramRejected rejected = assertThrows(
                ProgramRejected.class,
                () -> read(GOOD.replace("\"USD\"", "\"Dollar\"").replace("Los_Angeles", "Springfield")));
        assertTrue(rejected.getMessage().startsWith("program.toml has 2 problems:\n  currency"), rejected.getMessage());
    }

    @Test
    void products_must_be_tables() {
        String none = GOOD.substring(0, GOOD.indexOf("[[products]]"));
        assertMessage("products is missing", none);
        assertMessage(
                "products = [] must be one or more tables: write [[products]] before each", none + "products = []");
        assertMessage("products = 3 must be one or more tables", none + "products = 3");
        assertMessage("policy = 3 must be a table: write [policy] on a line of its own", "policy = 3\n" + none);
    }

    @Test
    void the_same_product_twice_is_refused() {
        String twice = GOOD.substring(0, GOOD.indexOf("[policy]"));
        assertMessage(
                "Product 1729000000000000001 is listed twice", twice + twice.substring(twice.indexOf("[[products]]")));
    }

    @Test
    void syntax_errors_name_line_and_column() {
        ProgramRejected rejected = assertThrows(ProgramRejected.class, () -> read("brand = \"a\"\ncurrency = = 1\n"));
        assertTrue(
                rejected.getMessage().startsWith("program.toml: is not valid TOML in line 2, column 12"),
                rejected.getMessage());
    }

    @Test
    void a_missing_file_a_binary_file_and_a_huge_file_are_refused_plainly() throws IOException {
        Path file = folder.resolve("program.toml");
        assertEquals("program.toml: does not exist", refusal(file));
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertEquals("program.toml: is not UTF-8 text; save it as UTF-8", refusal(file));
        Files.write(file, "#".repeat((1 << 20) + 1).getBytes(StandardCharsets.UTF_8));
        assertTrue(refusal(file).contains("is larger than 1 MiB"), refusal(file));
        Files.delete(file);
        Files.createDirectory(file);
        assertTrue(refusal(file).contains("cannot be read"), refusal(file));
    }

    @ParameterizedTest
    @CsvSource({"'alpha = 0.2'", "'[policy]\nalpha = 0.2'"})
    void a_policy_file_replaces_single_keys(String toml) throws IOException {
        Files.writeString(folder.resolve("program.toml"), GOOD);
        Path overlay = Files.writeString(folder.resolve("bold.toml"), toml);

        Program program = ProgramFile.read(folder.resolve("program.toml"), Optional.of(overlay));

        assertEquals(new BigDecimal("0.2"), program.policy().exact(PolicyNumber.ALPHA));
        assertEquals(21, program.policy().count(PolicyNumber.HORIZON_DAYS));
        assertEquals(DropPolicy.ECONOMIC, program.policy().dropPolicy());
        assertEquals(read(GOOD).products(), program.products());
        assertEquals(read(GOOD).dailyAdCap(), program.dailyAdCap());
    }

    @Test
    void a_policy_file_refuses_what_is_not_policy() throws IOException {
        Files.writeString(folder.resolve("program.toml"), GOOD);
        Path overlay = Files.writeString(folder.resolve("bold.toml"), "brand = \"x\"\n[policy]\nalpha = 0.2");
        ProgramRejected rejected = assertThrows(
                ProgramRejected.class, () -> ProgramFile.read(folder.resolve("program.toml"), Optional.of(overlay)));
        assertEquals("bold.toml: unknown key brand; known here: policy", rejected.getMessage());
    }

    private String refusal(Path file) {
        return assertThrows(ProgramRejected.class, () -> ProgramFile.read(file, Optional.empty()))
                .getMessage();
    }

    private void assertMessage(String expected, String toml) {
        ProgramRejected rejected = assertThrows(ProgramRejected.class, () -> read(toml));
        assertTrue(rejected.getMessage().contains(expected), rejected.getMessage());
    }

    private Program read(String toml) throws IOException {
        Path file = Files.writeString(folder.resolve("program.toml"), toml);
        return ProgramFile.read(file, Optional.empty());
    }
}
