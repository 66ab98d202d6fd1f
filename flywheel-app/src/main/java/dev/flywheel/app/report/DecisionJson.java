package dev.flywheel.app.report;

import static dev.flywheel.app.report.JsonValues.object;
import static dev.flywheel.app.report.JsonValues.orNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.flywheel.core.adtest.AdTestRecord;
import dev.flywheel.core.adtest.BoostAllocation;
import dev.flywheel.core.cycle.Decision;
import dev.flywheel.core.decision.Basis;
import dev.flywheel.core.learning.BriefRecord;
import dev.flywheel.core.winner.SelectionRecord;

/** One of the document's {@code decisions}: what a reader looks for first, then the whole record. */
public final class DecisionJson {

    private DecisionJson() {}

    static JsonNode of(Decision decision) {
        Basis basis = decision.basis();
        ObjectNode node = object().put("kind", decision.kind())
                .put("subject", decision.subject())
                .put("rule", basis.rule());
        ObjectNode notTaken = object().put("choice", basis.notTaken().choice());
        notTaken.set("expectedValue", orNull(basis.notTaken().expectedValue(), JsonValues::estimate));
        node.set("notTaken", notTaken);
        node.put("seed", basis.seed()).put("engine", basis.engine());
        node.set("record", RecordJson.of(decision.made()));
        return node;
    }

    /**
     * Reads a decision back.
     *
     * @param json one of the document's decisions
     * @return an equal decision
     * @throws IllegalArgumentException if its kind is unknown
     */
    public static Decision read(JsonNode json) {
        JsonNode made = json.get("record");
        String kind = json.get("kind").textValue();
        return switch (kind) {
            case "AD_TEST" -> new Decision.OfAdTest(RecordJson.read(made, AdTestRecord.class));
            case "WINNERS" -> new Decision.OfWinners(RecordJson.read(made, SelectionRecord.class));
            case "BUDGET" -> new Decision.OfBudget(RecordJson.read(made, BoostAllocation.class));
            case "BRIEFS" -> new Decision.OfBriefs(RecordJson.read(made, BriefRecord.class));
            default -> throw new IllegalArgumentException("kind must be a kind of decision, got " + kind);
        };
    }
}
