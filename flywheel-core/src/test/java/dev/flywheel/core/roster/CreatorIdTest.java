package dev.flywheel.core.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreatorIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"lily.ivy", "@lily.ivy", " @LILY.IVY ", "@ Lily.Ivy", "@@lily.ivy", "\tLily.Ivy\n"})
    void is_one_creator_in_any_spelling(String handle) {
        CreatorId creator = new CreatorId(handle);

        assertEquals("lily.ivy", creator.value());
        assertEquals(creator, new CreatorId(creator.value()));
        assertEquals("lily.ivy", creator.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "@", " @ "})
    void refuses_a_handle_without_letters(String handle) {
        assertEquals(
                "CreatorId must not be blank",
                assertThrows(IllegalArgumentException.class, () -> new CreatorId(handle))
                        .getMessage());
    }

    @Test
    void orders_by_handle() {
        assertTrue(new CreatorId("anna").compareTo(new CreatorId("@Ben")) < 0);
    }
}
