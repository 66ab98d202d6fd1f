package dev.flywheel.app.report;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import dev.flywheel.core.adtest.AdTestVerdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/**
 * Records of decisions as JSON and back. A decision is taken again from what is written here, so numbers keep all the
 * digits that a double has, and nothing is rounded for the eye.
 */
public final class RecordJson {

    /** So many digits tell every double from its neighbours. */
    private static final MathContext ALL_DIGITS = new MathContext(17, RoundingMode.HALF_EVEN);

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Double.class, new Exact(Double.class))
                    .addSerializer(double.class, new Exact(double.class))
                    .addSerializer(LocalDate.class, new Day())
                    .addDeserializer(LocalDate.class, new ReadDay())
                    .addSerializer(AdTestVerdict.class, new Verdict())
                    .addDeserializer(AdTestVerdict.class, new ReadVerdict()))
            .visibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.CREATOR, JsonAutoDetect.Visibility.ANY)
            .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static final Double NEGATIVE_ZERO = -0.0;

    private RecordJson() {}

    static JsonNode of(Record record) {
        return MAPPER.valueToTree(record);
    }

    /**
     * Reads a record back.
     *
     * @param json what was written
     * @param type its type
     * @param <T> its type
     * @return an equal record
     */
    public static <T extends Record> T read(JsonNode json, Class<T> type) {
        try {
            return MAPPER.treeToValue(json, type);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Not Double.toString: its digits differ between Java releases. What JSON has no number for is a word. */
    private static final class Exact extends StdScalarSerializer<Double> {
        private static final long serialVersionUID = 1;

        Exact(Class<Double> type) {
            super(type);
        }

        @Override
        public void serialize(Double value, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (Double.isFinite(value) && !value.equals(NEGATIVE_ZERO)) {
                json.writeNumber(new BigDecimal(value).round(ALL_DIGITS).stripTrailingZeros());
            } else {
                json.writeString(value.toString());
            }
        }
    }

    private static final class Day extends StdScalarSerializer<LocalDate> {
        private static final long serialVersionUID = 1;

        Day() {
            super(LocalDate.class);
        }

        @Override
        public void serialize(LocalDate day, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(day.toString());
        }
    }

    private static final class ReadDay extends StdScalarDeserializer<LocalDate> {
        private static final long serialVersionUID = 1;

        ReadDay() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return LocalDate.parse(json.getText());
        }
    }

    /** A verdict is its name; what a refusal missed follows it. */
    private static final class Verdict extends StdScalarSerializer<AdTestVerdict> {
        private static final long serialVersionUID = 1;

        Verdict() {
            super(AdTestVerdict.class);
        }

        @Override
        public void serialize(AdTestVerdict verdict, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeString(
                    verdict instanceof AdTestVerdict.InsufficientAttribution refused
                            ? verdict.name() + ": " + refused.missing()
                            : verdict.name());
        }
    }

    private static final class ReadVerdict extends StdScalarDeserializer<AdTestVerdict> {
        private static final long serialVersionUID = 1;

        private static final List<AdTestVerdict> WITHOUT_WORDS = List.of(
                new AdTestVerdict.Testing(),
                new AdTestVerdict.Holds(),
                new AdTestVerdict.Dropped(),
                new AdTestVerdict.SlippedWithinMargin(),
                new AdTestVerdict.Unprofitable(),
                new AdTestVerdict.Inconclusive());

        ReadVerdict() {
            super(AdTestVerdict.class);
        }

        @Override
        public AdTestVerdict deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = json.getText();
            return WITHOUT_WORDS.stream()
                    .filter(verdict -> verdict.name().equals(text))
                    .findFirst()
                    .orElseGet(() -> new AdTestVerdict.InsufficientAttribution(text.substring(text.indexOf(": ") + 2)));
        }
    }
}
