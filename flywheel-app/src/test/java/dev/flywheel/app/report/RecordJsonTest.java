package dev.flywheel.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.flywheel.core.decision.Alternative;
import dev.flywheel.core.decision.Basis;
import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.performance.Traffic;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordJsonTest {

    /** Everything that a record of a decision may hold. */
    public record Everything(
            String name,
            long count,
            int few,
            boolean yes,
            double number,
            @Nullable Double unknown,
            Traffic word,
            LocalDate day,
            List<Double> numbers,
            List<Part> parts,
            Basis basis) {}

    public record Part(String id, double value) {}

    @Test
    void a_record_comes_back_equal_with_every_digit_seed_5() throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 1000; i++) {
            Everything written = everything(
                    Double.longBitsToDouble(random.nextLong() & ~(3L << 61)), random.nextDouble() * random.nextInt());
            String text = new JsonMapper().writeValueAsString(RecordJson.of(written));
            JsonNode parsed = new JsonMapper().readTree(text);
            assertEquals(written, RecordJson.read(parsed, Everything.class), text);
        }
    }

    @Test
    void what_json_has_no_number_for_is_a_word() {
        JsonNode json = RecordJson.of(everything(Double.NEGATIVE_INFINITY, 0.1));
        assertEquals("\"-Infinity\"", json.get("number").toString());
        assertEquals(
                Double.NEGATIVE_INFINITY,
                RecordJson.read(json, Everything.class).number());
        assertEquals(everything(-0.0, 0.1), RecordJson.read(RecordJson.of(everything(-0.0, 0.1)), Everything.class));
    }

    @Test
    void fields_have_the_names_and_order_of_the_record() {
        assertEquals(
                "{\"name\":\"a\",\"count\":3,\"few\":2,\"yes\":true,\"number\":1,\"unknown\":null,\"word\":\"PAID\","
                        + "\"day\":\"2026-11-16\",\"numbers\":[0.5],\"parts\":[{\"id\":\"p\",\"value\":0.5}],"
                        + "\"basis\":{\"rule\":\"RULE\",\"notTaken\":{\"choice\":\"KEEP\",\"value\":{\"mean\":0.5,"
                        + "\"low\":0.5,\"high\":0.5,\"level\":1}},\"seed\":7,\"engine\":\"1\"}}",
                RecordJson.of(everything(1, 0.5)).toString());
    }

    private static Everything everything(double number, double other) {
        return new Everything(
                "a",
                3,
                2,
                true,
                number,
                null,
                Traffic.PAID,
                LocalDate.of(2026, 11, 16),
                List.of(other),
                List.of(new Part("p", other)),
                new Basis("RULE", new Alternative("KEEP", Estimate.exactly(other)), 7, "1"));
    }
}
