package dev.flywheel.core.adtest;

import static dev.flywheel.core.Portfolio.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BoostBudgetTest {

    @Test
    void grants_up_to_the_cap_and_not_a_cent_more() {
        BoostBudget budget = new BoostBudget(usd("200"));
        budget.commit(usd("100"));

        assertTrue(budget.grant(usd("60")));
        assertFalse(budget.grant(usd("40.01")));
        assertEquals(usd("160"), budget.committedPerDay(), "a refusal changes nothing");
        assertTrue(budget.grant(usd("40")));
        assertEquals(usd("200"), budget.committedPerDay());
        assertEquals(usd("0"), budget.overrun());
    }

    @Test
    void counts_what_runs_even_above_the_cap_and_grants_nothing_until_enough_is_released() {
        BoostBudget budget = new BoostBudget(usd("100"));
        budget.commit(usd("150"));

        assertEquals(usd("50"), budget.overrun());
        assertFalse(budget.grant(usd("1")));
        budget.release(usd("60"));
        assertEquals(usd("0"), budget.overrun());
        assertTrue(budget.grant(usd("10")));
        assertFalse(budget.grant(usd("0.01")));
    }

    @Test
    void a_cap_of_zero_grants_nothing() {
        assertFalse(new BoostBudget(usd("0")).grant(usd("50")));
    }
}
