package dev.flywheel.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.flywheel.app.report.DecisionJson;
import dev.flywheel.core.cycle.Decision;
import dev.flywheel.core.decision.Engine;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every decision of the example brand's rotation, taken again from nothing but what the document says of it. */
class DecisionRecordsTest {

    private static JsonNode decisions;

    @BeforeAll
    static void rotate() throws IOException {
        Run run = Run.of("rotate", "--data", "examples/northpeak", "--as-of", "2026-11-16", "--json");
        decisions = new JsonMapper().readTree(run.out()).get("decisions");
    }

    @Test
    void each_decision_can_be_taken_again_from_its_record_alone() {
        Map<String, Integer> kinds = new TreeMap<>();
        for (JsonNode json : decisions) {
            Decision decision = DecisionJson.read(json);
            assertTrue(decision.stands(), () -> decision.kind() + " " + decision.subject());
            assertEquals(Engine.VERSION, decision.basis().engine());
            kinds.merge(decision.kind(), 1, Integer::sum);
        }
        assertEquals(Map.of("AD_TEST", 16, "BRIEFS", 1, "BUDGET", 1, "WINNERS", 2), kinds);
    }

    @Test
    void a_record_that_was_changed_no_longer_stands() {
        for (JsonNode json : decisions) {
            ObjectNode changed = json.deepCopy();
            ((ObjectNode) changed.at("/record/basis")).put("rule", "ANOTHER");
            assertFalse(DecisionJson.read(changed).stands(), json.get("kind").textValue());
        }
    }

    @Test
    void an_ad_test_names_its_choice_and_the_one_not_taken() {
        for (JsonNode json : decisions) {
            if (json.get("kind").textValue().equals("AD_TEST")) {
                assertFalse(json.at("/notTaken/choice").textValue().isEmpty());
                assertTrue(json.at("/record/numbers/logEDrop").isNumber());
                assertTrue(json.at("/record/numbers/logEHold").isNumber());
                assertTrue(json.at("/record/plan/alpha").isNumber());
            }
        }
    }
}
