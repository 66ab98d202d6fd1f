package dev.flywheel.benchmarks.csv;

import dev.flywheel.adapters.csv.FolderEvidence;
import dev.flywheel.adapters.csv.ImportSettings;
import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.money.Rate;
import dev.flywheel.core.money.UnitEconomics;
import dev.flywheel.core.performance.ImportReport;
import dev.flywheel.core.performance.PerformanceBook;
import dev.flywheel.core.program.Product;
import dev.flywheel.core.program.ProductId;
import dev.flywheel.core.program.Program;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/** The whole import as a brand runs it: digest, recognition, typing, checking, evidence, and the book out of it. */
final class OurBook {

    private OurBook() {}

    static PerformanceBook read(Path folder, int threads) {
        ImportSettings settings =
                ImportSettings.builder(program()).threads(threads).build();
        Evidence evidence = FolderEvidence.in(folder, settings).read();
        for (ImportReport report : evidence.imports()) {
            if (!report.rejected().isEmpty()) {
                throw new IllegalStateException(report.toString());
            }
        }
        PerformanceBook.Builder builder = PerformanceBook.builder();
        evidence.observations().forEach(builder::record);
        return builder.build();
    }

    /** A number that two books share only if they hold the same numbers of the same days. */
    static long checksum(PerformanceBook book) {
        return book.subjects().stream()
                .flatMap(subject -> book.of(subject).stream())
                .mapToLong(seen ->
                        31L * (31L * seen.subject().hashCode() + seen.period().hashCode())
                                + seen.funnel().hashCode())
                .sum();
    }

    private static Program program() {
        Currency dollars = Currency.getInstance("USD");
        Money one = Money.of("1", dollars);
        UnitEconomics economics =
                new UnitEconomics(one.times(30), one, one, Rate.ZERO, one, Rate.ofPercent("15"), Rate.ofPercent("10"));
        return Program.builder("Northpeak", dollars, ZoneId.of("America/Los_Angeles"))
                .products(List.of(new Product(new ProductId("1729000000000000000"), "Serum", economics)))
                .build();
    }
}
