package dev.flywheel.core.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":[],\"b\":{},\"c\":[1,[2,{\"d\":true}]]}",
                "{\"\":false,\"A\":0,\"a\":-1.5,\"\u00e9\":0.001,\"\ud83d\ude00\":100,\"\uff5e\":1}",
                "{\"text\":\"\\\"\\\\\\b\\f\\n\\r\\t\\u0000\\u001f / \u007f \u2028 \ud83d\ude00\"}"
            })
    void accepts_what_is_canonical(String json) {
        assertEquals(json, CanonicalJson.require(json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"b\":1,\"a\":1}",
                "{ }",
                "{\"a\": 1}",
                "{}\n",
                "{\"a\":1.0}",
                "{\"a\":1e2}",
                "{\"a\":-0}",
                "{\"a\":\"\\u0041\"}",
                "{\"a\":\"\\/\"}",
                "{\"a\":\"\\u001F\"}",
                "{\"\uff5e\":1,\"\ud83d\ude00\":1}"
            })
    void refuses_json_in_another_form(String json) {
        CanonicalJson.read(json);
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> CanonicalJson.require(json));
        assertTrue(refused.getMessage().startsWith("JSON is not canonical at character "), () -> refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "[]",
                "{",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{\"a\":[1,]}",
                "{\"a\":1}x",
                "{\"a\":1,\"a\":1}",
                "{\"a\":null}",
                "{\"a\":nul}",
                "{\"a\":tru}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":1.}",
                "{\"a\":NaN}",
                "{\"a\":1e99999}",
                "{\"a\":1e999}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":\"\\udc00\\ud800\"}",
                "{a:1}"
            })
    void refuses_what_is_no_json_of_ours(String json) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> CanonicalJson.require(json));
        assertTrue(refused.getMessage().startsWith("JSON "), () -> refused.getMessage());
    }

    @Test
    void names_the_place_and_not_the_content() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> CanonicalJson.require("{\"handle\":\"mira.home\" \"x\"}"));
        assertEquals("JSON is wrong at character 22: '}' is missing", refused.getMessage());
    }

    @Test
    void bounds_depth_and_length() {
        String deep = "{\"a\":".repeat(64) + "1" + "}".repeat(64);
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.read(deep));
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.read("{\"a\":" + "[".repeat(1_000_000)));
        String number = "9".repeat(400);
        assertEquals("{\"a\":" + number + "}", CanonicalJson.require("{\"a\":" + number + "}"));
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.read("{\"a\":9" + number + "}"));
        assertThrows(
                IllegalArgumentException.class, () -> CanonicalJson.write(Map.of("a", new BigDecimal("1e999999999"))));
        assertThrows(
                IllegalArgumentException.class,
                () -> CanonicalJson.read("{\"a\":\"" + "x".repeat(CanonicalJson.LONGEST) + "\"}"));
    }

    @Test
    void writes_every_double_exactly_and_reads_it_back() {
        for (double value : List.of(Double.MIN_VALUE, Double.MAX_VALUE, 0.1, -1e-300, 1e22)) {
            String json = CanonicalJson.write(Map.of("a", new BigDecimal(Double.toString(value))));
            BigDecimal read = (BigDecimal) CanonicalJson.read(json).get("a");
            assertEquals(value, read.doubleValue());
            assertEquals(json, CanonicalJson.require(json));
        }
    }

    @Test
    void refuses_values_that_it_cannot_write_exactly() {
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.write(Map.of("a", 0.5)));
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.write(Map.of("a", new int[0])));
        Map<String, Object> withNull = new HashMap<>();
        withNull.put("a", null);
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.write(withNull));
    }

    @Test
    void reads_back_what_it_wrote() {
        for (long seed = 1; seed <= 300; seed++) {
            Map<String, Object> object = object(new SplittableRandom(seed), 4);
            String json = CanonicalJson.write(object);
            assertEquals(object, CanonicalJson.read(json), "seed " + seed);
            assertEquals(json, CanonicalJson.require(json), "seed " + seed);
        }
    }

    private static Map<String, Object> object(SplittableRandom random, int depth) {
        Map<String, Object> object = new HashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            object.put(text(random), value(random, depth - 1));
        }
        return object;
    }

    private static Object value(SplittableRandom random, int depth) {
        return switch (random.nextInt(depth > 0 ? 5 : 3)) {
            case 0 -> text(random);
            case 1 -> random.nextBoolean();
            case 2 -> BigDecimal.valueOf(random.nextLong(1_000_000) * 10 + 1, random.nextInt(12));
            case 3 -> object(random, depth);
            default -> {
                List<Object> items = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    items.add(value(random, depth - 1));
                }
                yield items;
            }
        };
    }

    private static String text(SplittableRandom random) {
        return random.ints(random.nextInt(6), 0, 0x3000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
