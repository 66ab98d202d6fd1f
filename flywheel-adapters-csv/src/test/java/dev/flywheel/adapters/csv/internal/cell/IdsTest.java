package dev.flywheel.adapters.csv.internal.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.flywheel.adapters.csv.internal.table.CellKind;
import dev.flywheel.core.program.ProductId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdsTest {

    @Test
    void a_numeric_cell_within_the_exact_range_is_an_id() throws CellFault {
        assertEquals("576000000000001", Ids.id("576000000000001", CellKind.NUMBER));
        assertEquals("5760", Ids.id("5.76E3", CellKind.NUMBER));
        assertThrows(CellFault.class, () -> Ids.id("1.5", CellKind.NUMBER));
        assertThrows(CellFault.class, () -> Ids.id("9007199254740992", CellKind.NUMBER));
        assertEquals(
                "not an id",
                assertThrows(CellFault.class, () -> Ids.id("#REF!", CellKind.ERROR))
                        .reason());
    }

    @Test
    void a_sentence_is_no_id() {
        CellFault fault = assertThrows(CellFault.class, () -> Ids.id("the id of the video", CellKind.TEXT));
        assertEquals("not an id", fault.reason());
    }

    @Test
    void product_ids_may_be_joined_by_commas() throws CellFault {
        assertEquals(
                List.of(new ProductId("1729000000000000001"), new ProductId("1729000000000000002")),
                Ids.products("1729000000000000001, 1729000000000000002,", CellKind.TEXT));
        assertEquals(List.of(), Ids.products("--", CellKind.TEXT));
        assertThrows(CellFault.class, () -> Ids.products("1.729E+18", CellKind.TEXT));
        assertThrows(CellFault.class, () -> Ids.products("1,729,000,000,000,000,001", CellKind.TEXT));
        assertThrows(CellFault.class, () -> Ids.products("1729000000000000001", CellKind.NUMBER));
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.tiktok.com/@jo/video/7642431123456789012,7642431123456789012",
        "https://www.tiktok.com/@jo/photo/7642431123456789012?x=1,7642431123456789012",
        "https://m.tiktok.com/v/7642431123456789012.html,7642431123456789012"
    })
    void finds_the_id_in_a_permalink(String link, String id) {
        assertEquals(Optional.of(id), Ids.inLink(link));
    }

    @Test
    void a_download_link_has_no_id() {
        assertEquals(Optional.empty(), Ids.inLink("https://v16.tiktokcdn.com/video/tos/x/7642431123456789012345/"));
    }

    @Test
    void a_video_id_must_date_from_the_platforms_time() throws CellFault {
        Instant latest = Instant.parse("2026-07-18T00:00:00Z");
        String early = String.valueOf(Instant.parse("2015-12-31T23:59:59Z").getEpochSecond() << 32);
        String first = String.valueOf(Instant.parse("2016-01-01T00:00:00Z").getEpochSecond() << 32);
        assertThrows(CellFault.class, () -> Ids.video(early, CellKind.TEXT, latest));
        assertEquals(first, String.valueOf(Ids.video(first, CellKind.TEXT, latest)));
        assertThrows(CellFault.class, () -> Ids.video("99999999999999999999", CellKind.TEXT, null));
        assertThrows(CellFault.class, () -> Ids.video("ABC", CellKind.TEXT, null));
        assertNull(Ids.video("-", CellKind.TEXT, null));
    }

    @Test
    void a_handle_is_lower_case_without_sign_and_tag() throws CellFault {
        assertEquals("jo.glow", String.valueOf(Ids.creator("@Jo.Glow (L2)")));
        assertEquals("irem_i", String.valueOf(Ids.creator("IREM_I")));
        assertNull(Ids.creator("--"));
        assertThrows(CellFault.class, () -> Ids.creator("Jo Glow"));
    }
}
