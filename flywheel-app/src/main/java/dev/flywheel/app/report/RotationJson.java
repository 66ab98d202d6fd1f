package dev.flywheel.app.report;

import static dev.flywheel.app.report.JsonValues.array;
import static dev.flywheel.app.report.JsonValues.money;
import static dev.flywheel.app.report.JsonValues.object;
import static dev.flywheel.app.report.JsonValues.orNull;
import static dev.flywheel.app.report.JsonValues.text;
import static dev.flywheel.app.report.JsonValues.texts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.flywheel.core.content.Brief;
import dev.flywheel.core.cycle.Action;
import dev.flywheel.core.cycle.Explanation;
import dev.flywheel.core.cycle.PhaseReport;
import dev.flywheel.core.cycle.Proposal;
import dev.flywheel.core.cycle.Rotation;
import dev.flywheel.core.learning.TagEffect;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.ImportReport;
import dev.flywheel.core.performance.RejectedRow;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * A rotation as the document {@code flywheel.rotation/1}; its JSON Schema is the resource
 * {@code flywheel.rotation-1.schema.json} of this module. Fields are added, never renamed. Files are named by the
 * digest of their content and never by their names, so that the same inputs under any file names give the same text.
 */
public final class RotationJson {
    /** The value of {@code schema}. */
    public static final String SCHEMA = "flywheel.rotation/1";

    private static final JsonMapper MAPPER = new JsonMapper();

    private RotationJson() {}

    /**
     * Writes a rotation.
     *
     * @param rotation the rotation
     * @return the document, indented, lines ended by line feeds
     */
    public static String of(Rotation rotation) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(lines);
        printer.indentArraysWith(lines);
        try {
            return MAPPER.writer(printer).writeValueAsString(document(rotation)) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static ObjectNode document(Rotation rotation) {
        ObjectNode root = object().put("schema", SCHEMA);
        root.set("rotation", head(rotation));
        root.set(
                "imports",
                array(
                        rotation.imports().stream()
                                .sorted(Comparator.comparing(ImportReport::contentId))
                                .toList(),
                        RotationJson::imported));
        root.set("dataQuality", array(rotation.dataQuality(), RotationJson::finding));
        root.set("phases", array(rotation.phases(), RotationJson::phase));
        root.set("rankings", RankingsJson.of(rotation.rankings()));
        root.set("adTests", array(rotation.adTests(), AdTestJson::of));
        root.set("actions", array(rotation.actions(), RotationJson::action));
        root.set("learning", object().set("effects", array(rotation.effects(), RotationJson::effect)));
        root.set("briefs", array(rotation.briefs(), RotationJson::brief));
        ObjectNode halo = object().put("text", rotation.halo());
        halo.set("lift", text(null));
        root.set("halo", halo);
        root.set("decisions", array(rotation.decisions(), DecisionJson::of));
        root.set("momentum", MomentumJson.of(rotation.momentum()));
        return root;
    }

    private static JsonNode head(Rotation rotation) {
        return object().put("brand", rotation.brand())
                .put("number", rotation.number())
                .put("id", rotation.id())
                .put("asOf", rotation.asOf().toString())
                .put("zone", rotation.zone().getId())
                .put("currency", rotation.currency().getCurrencyCode())
                .put("seed", rotation.seed())
                .put("digest", rotation.digest());
    }

    private static JsonNode imported(ImportReport report) {
        Map<String, Integer> byReason = new TreeMap<>();
        report.rejected().forEach(row -> byReason.merge(row.reason(), 1, Integer::sum));
        ObjectNode node = object().put("contentId", report.contentId()).put("format", report.format());
        node.set("period", orNull(report.period(), JsonValues::period));
        node.put("rows", report.rows())
                .put("accepted", report.accepted())
                .put("rejected", report.rejected().size())
                .put("nonData", report.nonData());
        ObjectNode reasons = node.putObject("rejectedByReason");
        byReason.forEach(reasons::put);
        node.set("rejectedRows", array(report.rejected(), RotationJson::rejected));
        return node;
    }

    private static JsonNode rejected(RejectedRow row) {
        return object().put("line", row.line())
                .put("column", row.column())
                .put("value", row.value())
                .put("reason", row.reason())
                .put("remedy", row.remedy());
    }

    private static JsonNode finding(Finding finding) {
        return object().put("kind", finding.kind().name())
                .put("severity", finding.kind().severity().name())
                .put("subject", finding.subject())
                .put("message", finding.message())
                .put("remedy", finding.remedy());
    }

    private static JsonNode phase(PhaseReport report) {
        ObjectNode node = object().put("phase", report.phase().name())
                .put("question", report.phase().question())
                .put("headline", report.headline());
        node.set("facts", array(report.facts(), fact -> {
            ObjectNode item = object().put("name", fact.name()).put("text", fact.text());
            item.set("number", orNull(fact.estimate(), JsonValues::estimate));
            return item;
        }));
        return node;
    }

    private static JsonNode action(Proposal proposal) {
        Action action = proposal.action();
        Explanation why = action.explanation();
        ObjectNode node = object().put("id", proposal.id())
                .put("phase", action.phase().name())
                .put("kind", action.kind())
                .put("subject", action.subject())
                .put("text", why.text());
        node.set("expectedValue", orNull(why.expectedValue(), JsonValues::estimate));
        node.set("cost", money(why.cost()));
        node.set("because", texts(why.because()));
        return node.put("unless", why.unless()).put("needsApproval", why.needsApproval());
    }

    private static JsonNode effect(TagEffect effect) {
        ObjectNode node = object().put("factor", effect.factor().name()).put("level", effect.level());
        node.set("multiplier", JsonValues.estimate(effect.multiplier()));
        node.set("probabilityBetter", JsonValues.number(effect.probabilityBetter()));
        node.set("lfsr", JsonValues.number(effect.lfsr()));
        return node.put("videos", effect.videos())
                .put("creators", effect.creators())
                .put("claim", effect.isClaim());
    }

    private static JsonNode brief(Brief brief) {
        ObjectNode node = object().put("hook", brief.hook())
                .put("angle", brief.angle())
                .put("placement", brief.placement())
                .put("exploration", brief.exploration());
        node.set("because", texts(brief.because()));
        return node;
    }
}
