package dev.flywheel.app.report;

import static dev.flywheel.app.report.JsonValues.array;
import static dev.flywheel.app.report.JsonValues.estimate;
import static dev.flywheel.app.report.JsonValues.number;
import static dev.flywheel.app.report.JsonValues.object;
import static dev.flywheel.app.report.JsonValues.orNull;
import static dev.flywheel.app.report.JsonValues.period;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.flywheel.core.cycle.Alarm;
import dev.flywheel.core.cycle.Momentum;
import java.util.Optional;

/** Writes whether the wheel turns faster, and what broke. */
final class MomentumJson {

    private MomentumJson() {}

    static JsonNode of(Momentum momentum) {
        ObjectNode node = object().put("rotation", momentum.rotation()).put("headline", momentum.headline());
        node.set("indicators", array(momentum.indicators(), MomentumJson::indicator));
        node.set("alarms", array(momentum.alarms(), MomentumJson::alarm));
        return node;
    }

    private static JsonNode indicator(Momentum.Indicator indicator) {
        ObjectNode node = object().put("name", indicator.name()).put("unit", indicator.unit());
        node.set("now", orNull(indicator.current(), JsonValues::estimate));
        node.set("before", orNull(indicator.previous(), JsonValues::estimate));
        Optional<Double> better = indicator.probabilityBetter().isPresent()
                ? Optional.of(indicator.probabilityBetter().getAsDouble())
                : Optional.empty();
        node.set("probabilityBetter", orNull(better, JsonValues::number));
        node.put("note", indicator.note());
        node.set("earlier", array(indicator.earlier(), MomentumJson::earlier));
        node.set("trend", orNull(indicator.overRotations(), MomentumJson::trend));
        return node;
    }

    private static JsonNode earlier(Momentum.Earlier rotation) {
        ObjectNode node = object();
        node.set("period", period(rotation.period()));
        node.set("value", orNull(rotation.known(), JsonValues::estimate));
        return node;
    }

    private static JsonNode trend(Momentum.Trend trend) {
        ObjectNode node = object().put("direction", trend.direction().name());
        node.set("probabilityImproving", number(trend.improving()));
        node.set("probabilityWorsening", number(trend.worsening()));
        node.set("percentChangePerRotation", estimate(trend.changePerRotation()));
        return node.put("rotations", trend.rotations());
    }

    private static JsonNode alarm(Alarm alarm) {
        ObjectNode node = object().put("measure", alarm.measure())
                .put("direction", alarm.direction().name())
                .put("changedAbout", alarm.changedAbout().toString())
                .put("noticedOn", alarm.noticedOn().toString());
        node.set("reference", estimate(alarm.reference()));
        node.set("now", estimate(alarm.now()));
        return node.put("daysBetweenFalseAlarms", alarm.daysBetweenFalseAlarms())
                .put("text", alarm.text());
    }
}
