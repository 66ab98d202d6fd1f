package dev.flywheel.app.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.performance.Period;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The values that the document is made of, each in one form only: the same number is the same bytes everywhere. */
final class JsonValues {
    private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);
    private static final int LARGEST_PLAIN_EXPONENT = 15;
    private static final double LARGEST_EXACT = 1L << 53;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private JsonValues() {}

    static ObjectNode object() {
        return JSON.objectNode();
    }

    static <T> ArrayNode array(Collection<T> items, Function<T, JsonNode> toJson) {
        ArrayNode array = JSON.arrayNode(items.size());
        items.forEach(item -> array.add(toJson.apply(item)));
        return array;
    }

    static ArrayNode texts(Collection<String> texts) {
        return array(texts, JSON::textNode);
    }

    static <T> JsonNode orNull(Optional<T> value, Function<T, JsonNode> toJson) {
        return value.map(toJson).orElseGet(JSON::nullNode);
    }

    static JsonNode orNull(OptionalLong value) {
        return value.isPresent() ? JSON.numberNode(value.getAsLong()) : JSON.nullNode();
    }

    static JsonNode text(@Nullable String text) {
        return text == null ? JSON.nullNode() : JSON.textNode(text);
    }

    static JsonNode money(Money money) {
        return object().put("amount", money.amount().toPlainString())
                .put("currency", money.currency().getCurrencyCode());
    }

    static JsonNode period(Period period) {
        return object().put("from", period.firstDay().toString())
                .put("to", period.lastDay().toString());
    }

    static JsonNode estimate(Estimate estimate) {
        ObjectNode node = object();
        node.set("mean", number(estimate.mean()));
        node.set("low", number(estimate.low()));
        node.set("high", number(estimate.high()));
        node.set("level", number(estimate.level()));
        return node;
    }

    /** A count that a model may have spread over days: exact while it is whole. */
    static JsonNode count(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < LARGEST_EXACT;
        return whole ? JSON.numberNode((long) value) : number(value);
    }

    /** Six significant digits of the exact binary value, null for what is no number. */
    static JsonNode number(double value) {
        if (!Double.isFinite(value)) {
            return JSON.nullNode();
        }
        // Not Double.toString: its digits differ between Java releases.
        BigDecimal rounded = new BigDecimal(value).round(SIX_DIGITS).stripTrailingZeros();
        boolean plain = rounded.scale() < 0 && rounded.scale() >= -LARGEST_PLAIN_EXPONENT;
        return JSON.numberNode(plain ? rounded.setScale(0) : rounded);
    }
}
