package dev.flywheel.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.flywheel.app.DocumentSchema;
import dev.flywheel.core.cycle.Rotation;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RotationJsonTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void a_full_rotation_is_valid_against_the_schema() throws IOException {
        assertEquals(List.of(), DocumentSchema.ROTATION.broken(RotationJson.of(Rotations.full())));
    }

    @Test
    void an_empty_rotation_is_valid_against_the_schema() throws IOException {
        assertEquals(List.of(), DocumentSchema.ROTATION.broken(RotationJson.of(Rotations.empty())));
    }

    @ParameterizedTest
    @CsvSource({
        "rankings",
        "adTests",
        "actions",
        "learning",
        "briefs",
        "halo",
        "momentum",
        "imports",
        "dataQuality",
        "phases"
    })
    void the_schema_misses_a_missing_part(String part) throws IOException {
        ObjectNode document = (ObjectNode) JSON.readTree(RotationJson.of(Rotations.full()));
        document.remove(part);
        assertFalse(DocumentSchema.ROTATION.broken(document.toString()).isEmpty(), part);
    }

    @Test
    void the_schema_refuses_a_number_for_an_id_and_a_number_for_money() throws IOException {
        ObjectNode document = (ObjectNode) JSON.readTree(RotationJson.of(Rotations.full()));
        ((ObjectNode) document.at("/rankings/videos/0")).put("videoId", 7480000000000000002L);
        ((ObjectNode) document.at("/actions/0/cost")).put("amount", 50);
        assertEquals(2, DocumentSchema.ROTATION.broken(document.toString()).size());
    }

    @Test
    void the_head_names_brand_day_zone_seed_and_digest() throws IOException {
        JsonNode head = JSON.readTree(RotationJson.of(Rotations.named("a", "b", "Northpeak")))
                .get("rotation");
        assertEquals(
                "{\"brand\":\"Northpeak\",\"number\":2,\"id\":\"rot-0123456789ab\",\"asOf\":\"2026-11-16\","
                        + "\"zone\":\"America/Los_Angeles\",\"currency\":\"USD\",\"seed\":7,\"digest\":\"sha256:cafe\"}",
                head.toString());
    }

    @Test
    void videos_carry_every_field_and_unknown_is_null() throws IOException {
        JsonNode videos = JSON.readTree(RotationJson.of(Rotations.full())).at("/rankings/videos");
        assertEquals(
                "{\"rank\":1,\"videoId\":\"7480000000000000002\",\"creator\":\"mia\",\"productIds\":[\"p1\",\"p2\"],"
                        + "\"hook\":\"bold\",\"angle\":\"price\",\"placement\":null,\"format\":\"demo\","
                        + "\"postedAt\":\"2025-03-10T02:20:14Z\",\"views\":12000,\"clicks\":null,\"orders\":400,"
                        + "\"gmv\":{\"amount\":\"12000.50\",\"currency\":\"USD\"},"
                        + "\"netContribution\":{\"mean\":3600.12,\"low\":3200,\"high\":4000,\"level\":0.8},"
                        + "\"conversionRate\":{\"mean\":0.0333333,\"low\":0.03,\"high\":0.037,\"level\":0.8},"
                        + "\"evidence\":true,"
                        + "\"contributionPer1000Views\":{\"mean\":300,\"low\":270,\"high\":330,\"level\":0.8},"
                        + "\"profitPerAdDollar\":{\"mean\":0.4,\"low\":-0.2,\"high\":1.1,\"level\":0.8},"
                        + "\"leftPerSample\":{\"mean\":1200,\"low\":1000,\"high\":1400,\"level\":0.8},"
                        + "\"probabilityProfitable\":0.999,\"qValue\":0.001,"
                        + "\"expectedRank\":{\"mean\":1.25,\"low\":1,\"high\":2,\"level\":0.8},"
                        + "\"probabilityTop\":0.99,\"winner\":true}",
                videos.get(0).toString());
        JsonNode unknown = videos.get(1);
        for (String field : List.of(
                "creator",
                "hook",
                "views",
                "orders",
                "gmv",
                "contributionPer1000Views",
                "profitPerAdDollar",
                "leftPerSample",
                "probabilityProfitable")) {
            assertTrue(unknown.get(field).isNull(), field);
        }
    }

    @Test
    void momentum_carries_trends_earlier_rotations_and_alarms() throws IOException {
        JsonNode momentum = JSON.readTree(RotationJson.of(Rotations.full())).get("momentum");
        assertEquals(
                "[{\"period\":{\"from\":\"2026-09-22\",\"to\":\"2026-10-19\"},"
                        + "\"value\":{\"mean\":16,\"low\":12,\"high\":19,\"level\":0.8}},"
                        + "{\"period\":{\"from\":\"2026-08-25\",\"to\":\"2026-09-21\"},\"value\":null}]",
                momentum.at("/indicators/0/earlier").toString());
        assertEquals(
                "{\"direction\":\"IMPROVING\",\"probabilityImproving\":0.94,\"probabilityWorsening\":0.06,"
                        + "\"percentChangePerRotation\":{\"mean\":-8.1,\"low\":-14.3,\"high\":-2,\"level\":0.8},"
                        + "\"rotations\":5}",
                momentum.at("/indicators/0/trend").toString());
        assertTrue(momentum.at("/indicators/1/trend").isNull());
        assertEquals(
                "[{\"measure\":\"organicConversion\",\"direction\":\"FALLEN\",\"changedAbout\":\"2026-11-03\","
                        + "\"noticedOn\":\"2026-11-06\","
                        + "\"reference\":{\"mean\":0.031,\"low\":0.029,\"high\":0.033,\"level\":0.8},"
                        + "\"now\":{\"mean\":0.022,\"low\":0.019,\"high\":0.025,\"level\":0.8},"
                        + "\"daysBetweenFalseAlarms\":200,"
                        + "\"text\":\"Conversion of organic clicks has fallen since about 2026-11-03.\"}]",
                momentum.get("alarms").toString());
    }

    @Test
    void e_values_are_capped_and_never_not_a_number() throws IOException {
        JsonNode tests = JSON.readTree(RotationJson.of(Rotations.full())).get("adTests");
        assertEquals(33.1155, tests.at("/0/eDrop").doubleValue());
        assertEquals(3.5, tests.at("/0/logEDrop").doubleValue());
        assertEquals(1e300, tests.at("/0/eHold").doubleValue());
        assertEquals(1000, tests.at("/0/logEHold").doubleValue());
        assertTrue(tests.at("/1/eDrop").isNull());
        assertEquals(0, tests.at("/1/eHold").doubleValue());
        assertTrue(tests.at("/1/logEHold").isNull());
        assertEquals("7480000000000000002-2026-11-10", tests.at("/0/id").textValue());
        assertEquals(1_234_567, tests.at("/0/paid/clicks").longValue(), "counts are exact");
        assertEquals(
                "{\"from\":{\"amount\":\"50.00\",\"currency\":\"USD\"},"
                        + "\"to\":{\"amount\":\"100.00\",\"currency\":\"USD\"}}",
                tests.at("/0/budget").toString());
    }

    @Test
    void effects_are_claimed_only_with_three_creators_and_a_sure_direction() throws IOException {
        JsonNode effects = JSON.readTree(RotationJson.of(Rotations.full())).at("/learning/effects");
        assertEquals(
                "{\"factor\":\"ANGLE\",\"level\":\"price\","
                        + "\"multiplier\":{\"mean\":0.6,\"low\":0.4,\"high\":0.8,\"level\":0.8},"
                        + "\"probabilityBetter\":0.02,\"lfsr\":0.02,\"videos\":12,\"creators\":4,\"claim\":true}",
                effects.get(1).toString());
        assertFalse(effects.at("/2/claim").booleanValue(), "two creators");
    }

    @Test
    void all_actions_are_there_with_evidence_and_what_would_change_them() throws IOException {
        JsonNode actions = JSON.readTree(RotationJson.of(Rotations.full())).get("actions");
        assertEquals(12, actions.size());
        JsonNode first = actions.get(0);
        assertEquals("AMPLIFY", first.get("phase").textValue());
        assertEquals("StartBoost", first.get("kind").textValue());
        assertEquals("7481", first.get("subject").textValue());
        assertEquals(120, first.at("/expectedValue/mean").doubleValue());
        assertEquals("50.00", first.at("/cost/amount").textValue());
        assertEquals("its conversion falls below 2%", first.get("unless").textValue());
        assertTrue(actions.at("/1/expectedValue").isNull());
    }

    @Test
    void files_are_named_by_content_in_its_order_and_rejections_are_counted_by_reason() throws IOException {
        String text = RotationJson.of(Rotations.named("monday.csv", "tuesday.csv", "Northpeak"));
        JsonNode imports = JSON.readTree(text).get("imports");
        assertEquals("sha256:aa", imports.at("/0/contentId").textValue());
        assertEquals(
                "{\"id mangled by a spreadsheet\":1,\"too few cells\":1}",
                imports.at("/1/rejectedByReason").toString());
        assertEquals(12_348, imports.at("/1/rows").longValue());
        assertEquals(3, imports.at("/1/rejectedRows/0/line").intValue());
        assertFalse(text.contains("monday"), "file names never reach the document");
        Rotation renamed = Rotations.named("another.xlsx", "name.csv", "Northpeak");
        assertEquals(text, RotationJson.of(renamed));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "1234567, 1234570",
        "0.1, 0.1",
        "-2.5000000001, -2.5",
        "0.000012345678, 0.0000123457",
        "1e-9, 1E-9",
        "1e15, 1000000000000000",
        "1e300, 1E+300",
        "2e-323, 1.97626E-323",
        "NaN, null",
        "Infinity, null",
    })
    void numbers_have_one_form(double value, String form) {
        assertEquals(form, JsonValues.number(value).toString());
    }
}
