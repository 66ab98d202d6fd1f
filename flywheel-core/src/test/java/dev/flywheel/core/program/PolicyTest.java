package dev.flywheel.core.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.TestEvidence;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyTest {

    @ParameterizedTest
    @EnumSource
    void every_default_is_allowed_named_and_sourced(PolicyNumber number) {
        assertEquals(number.byDefault(), number.require(number.byDefault()));
        assertEquals(Optional.of(number), PolicyNumber.named(number.key()));
        assertTrue(number.key().matches("[a-z_]+"), number.key());
        assertFalse(number.unit().isBlank());
        assertFalse(number.source().isBlank());
        assertEquals(number.byDefault(), Policy.defaults().exact(number));
        assertEquals(number.byDefault().doubleValue(), Policy.defaults().number(number));
    }

    @Test
    void finds_no_number_of_an_unknown_name() {
        assertEquals(Optional.empty(), PolicyNumber.named("horizon"));
        assertEquals(Optional.empty(), PolicyNumber.named("HORIZON_DAYS"));
    }

    @ParameterizedTest
    @CsvSource({
        "ALPHA, 0.001, 0.5",
        "DAY_NOISE, 1, 5",
        "BOOST_FLOOR_PER_DAY, 1, 100000",
        "REMIND_AFTER_DAYS, 1, 365",
        "CATEGORY_RETURN_RATE, 0, 1"
    })
    void accepts_the_ends_of_the_range_and_nothing_beyond(PolicyNumber number, String lowest, String highest) {
        BigDecimal step = new BigDecimal("0.0001");
        for (BigDecimal end : new BigDecimal[] {new BigDecimal(lowest), new BigDecimal(highest)}) {
            assertEquals(0, end.compareTo(Policy.defaults().with(number, end).exact(number)));
        }
        BigDecimal below = new BigDecimal(lowest).subtract(step);
        BigDecimal above = new BigDecimal(highest).add(step);
        for (BigDecimal outside : new BigDecimal[] {below, above}) {
            IllegalArgumentException refused = assertThrows(
                    IllegalArgumentException.class, () -> Policy.defaults().with(number, outside));
            assertEquals(
                    "Policy " + number.key() + " must be from " + lowest + " to " + highest + " (" + number.unit()
                            + "), got " + outside.toPlainString(),
                    refused.getMessage());
        }
    }

    @Test
    void replaces_one_number_and_leaves_the_others_and_itself() {
        Policy policy = Policy.defaults().with(PolicyNumber.ALPHA, "0.05").with(PolicyNumber.HORIZON_DAYS, "28.9");

        assertEquals(0.05, policy.number(PolicyNumber.ALPHA));
        assertEquals(28, policy.count(PolicyNumber.HORIZON_DAYS));
        assertEquals(0.20, policy.number(PolicyNumber.MARGIN));
        assertEquals(0.10, Policy.defaults().number(PolicyNumber.ALPHA));
        assertEquals(TestEvidence.usd("0.67"), policy.money(PolicyNumber.COST_PER_CLICK, TestEvidence.USD));
    }

    @Test
    void is_equal_by_what_it_says_and_not_by_how_it_is_written() {
        Policy policy = Policy.defaults().with(PolicyNumber.ALPHA, "0.05");

        assertEquals(policy, Policy.defaults().with(PolicyNumber.ALPHA, "0.0500"));
        assertEquals(
                policy.toString(),
                Policy.defaults().with(PolicyNumber.ALPHA, "0.0500").toString());
        assertEquals(
                policy.hashCode(),
                Policy.defaults().with(PolicyNumber.ALPHA, "0.0500").hashCode());
        assertEquals(Policy.defaults(), Policy.defaults().with(PolicyNumber.HORIZON_DAYS, "14.0"));
        assertEquals(Policy.defaults(), policy.with(PolicyNumber.ALPHA, "0.1"));
        assertEquals(
                "STRICT {HORIZON_DAYS=100}",
                Policy.defaults().with(PolicyNumber.HORIZON_DAYS, "100").toString());
        assertNotEquals(policy, Policy.defaults());
        assertNotEquals(policy, policy.with(DropPolicy.ECONOMIC));
        assertNotEquals(policy, (Object) "STRICT {ALPHA=0.05}");
    }

    @Test
    void is_strict_about_drops_unless_told_otherwise() {
        assertEquals(DropPolicy.STRICT, Policy.defaults().dropPolicy());
        assertEquals(
                DropPolicy.ECONOMIC, Policy.defaults().with(DropPolicy.ECONOMIC).dropPolicy());
        assertEquals(
                DropPolicy.ECONOMIC,
                Policy.defaults()
                        .with(DropPolicy.ECONOMIC)
                        .with(PolicyNumber.ALPHA, "0.2")
                        .dropPolicy());
    }
}
