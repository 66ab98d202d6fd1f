package dev.flywheel.core.halo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrandTermsTest {

    private static final BrandTerms TERMS = BrandTerms.of(List.of("northpeak", "North Peak", " "));

    @ParameterizedTest
    @CsvSource({
        "northpeak, true",
        "NORTHPEAK serum, true",
        "'serum \"northpeak\"', true",
        "northpeak's serum, true",
        "north  peak, true",
        "north-peak, true",
        "northpeaks, false",
        "xnorthpeak, false",
        "true north peaks, false",
        "peak north, false",
        "northpeakの美容液, true",
        "'', false",
        "(?), false"
    })
    void terms_are_found_as_words_of_their_own(String query, boolean branded) {
        assertEquals(branded, TERMS.areIn(query));
    }

    @Test
    void terms_in_scripts_without_blanks_are_found_inside_longer_words() {
        assertTrue(BrandTerms.of(List.of("ノースピーク")).areIn("ノースピーク美容液"));
        assertTrue(BrandTerms.of(List.of("İpek")).areIn("İPEK krem"));
    }

    @Test
    void without_terms_nothing_is_branded() {
        assertFalse(BrandTerms.of(List.of()).areIn("northpeak"));
    }
}
