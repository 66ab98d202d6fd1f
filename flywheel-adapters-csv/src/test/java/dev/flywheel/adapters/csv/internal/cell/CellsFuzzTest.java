package dev.flywheel.adapters.csv.internal.cell;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.flywheel.adapters.csv.FuzzInputs;
import dev.flywheel.adapters.csv.internal.table.CellKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a cell holds: it is read or refused with a reason, and its bytes and its text say the same. */
class CellsFuzzTest {

    private static final List<Currency> CURRENCIES = List.of("USD", "EUR", "IDR", "MYR", "JPY", "GBP").stream()
            .map(Currency::getInstance)
            .toList();
    private static final CellKind[] KINDS = CellKind.values();
    private static final Instant LATEST = Instant.parse("2026-11-16T00:00:00Z");

    @FunctionalInterface
    private interface Reading {
        Object read() throws CellFault;
    }

    private static void reads(Reading reading) {
        try {
            reading.read();
        } catch (CellFault fault) {
            Assertions.assertFalse(fault.reason().isBlank() || fault.remedy().isBlank());
        }
    }

    /** The first byte chooses the currency, and how the cell was stored. */
    @Tag("fuzz")
    @FuzzTest(maxDuration = "2h", maxExecutions = 3_000_000)
    void every_type_is_read_or_refused(byte[] input) throws CellFault {
        if (input.length == 0) {
            return;
        }
        Currency currency = CURRENCIES.get((input[0] & 0xFF) % CURRENCIES.size());
        String cell = new String(input, 1, input.length - 1, StandardCharsets.UTF_8);
        CellKind kind = KINDS[(input[0] & 0xFF) / CURRENCIES.size() % KINDS.length];
        reads(() -> Numbers.money(cell, kind, currency));
        reads(() -> Numbers.count(cell, kind, NumberHabit.of(currency)));
        reads(() -> Numbers.rate(cell, kind, true));
        reads(() -> Ids.video(cell, kind, LATEST));
        reads(() -> Ids.products(cell, kind));
        for (DayOrder order : DayOrder.values()) {
            reads(() -> Dates.read(cell, kind, order));
        }
        new Dates().see(cell, kind);
        reads(() -> Ids.creator(cell));
        reads(() -> Ids.inLink(cell));
        if (!cell.isEmpty() && cell.indexOf('\r') < 0) {
            CanonicalTest.agree(cell, currency);
        }
    }

    static Stream<Named<byte[]>> inputs() throws Exception {
        return FuzzInputs.of(CellsFuzzTest.class, "every_type_is_read_or_refused");
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void kept_inputs_do_no_harm(byte[] input) throws CellFault {
        every_type_is_read_or_refused(input);
    }
}
