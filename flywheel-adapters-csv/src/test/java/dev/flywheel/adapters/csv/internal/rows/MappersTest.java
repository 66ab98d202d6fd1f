package dev.flywheel.adapters.csv.internal.rows;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.flywheel.adapters.csv.Folder;
import dev.flywheel.adapters.csv.internal.format.Formats;
import dev.flywheel.adapters.csv.internal.format.Kind;
import dev.flywheel.adapters.csv.internal.frame.ImportFrame;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MappersTest {

    private static final ImportFrame FRAME = Folder.frame();

    private static final AmazonFile AMAZON = AmazonFile.of(FRAME, List.of("US_report.csv"), null, List.of());

    /** A table says whether its rows are read; the code must agree. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void a_kind_has_a_mapper_exactly_if_its_table_says_that_its_rows_are_read(Kind kind) {
        if (Formats.of(kind).isRead()) {
            assertDoesNotThrow(() -> Mappers.of(kind, FRAME, AMAZON));
        } else {
            assertEquals(
                    "The rows of " + kind + " are not read",
                    assertThrows(IllegalArgumentException.class, () -> Mappers.of(kind, FRAME, AMAZON))
                            .getMessage());
        }
    }

    /** Else a row that it drops would not be noticed, see {@code RowAccount}. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void every_mapper_counts_the_rows_that_it_keeps(Kind kind) {
        if (Formats.of(kind).isRead()) {
            assertEquals(OptionalLong.of(0), Mappers.of(kind, FRAME, AMAZON).kept());
        }
    }
}
