package dev.flywheel.adapters.csv;

import dev.flywheel.adapters.csv.internal.frame.ImportFrame;
import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.halo.Marketplace;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.money.Rate;
import dev.flywheel.core.money.UnitEconomics;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.ImportReport;
import dev.flywheel.core.performance.Observation;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.performance.RejectedRow;
import dev.flywheel.core.performance.Subject;
import dev.flywheel.core.program.Product;
import dev.flywheel.core.program.ProductId;
import dev.flywheel.core.program.Program;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;

/** A folder of exports under construction, and what the import makes of it. */
public final class Folder {

    public static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

    /** How a table is stored. */
    public enum Container {
        CSV,
        XLSX
    }

    private final Path path;
    private Currency currency = Currency.getInstance("USD");
    private LocalDate asOf;
    private Period period;
    private Path quarantine;
    private ColumnMap columns = ColumnMap.EMPTY;
    private Marketplace marketplace;
    private List<String> brandTerms = List.of();

    public Folder(Path path) {
        this.path = path;
    }

    public Folder currency(String code) {
        currency = Currency.getInstance(code);
        return this;
    }

    public Folder asOf(String day) {
        asOf = LocalDate.parse(day);
        return this;
    }

    public Folder period(String first, String last) {
        period = period(first, last, 0);
        return this;
    }

    public Folder quarantine(Path folder) {
        quarantine = folder;
        return this;
    }

    public Folder columns(ColumnMap map) {
        columns = map;
        return this;
    }

    public Folder marketplace(Marketplace place) {
        marketplace = place;
        return this;
    }

    public Folder brandTerms(String... terms) {
        brandTerms = List.of(terms);
        return this;
    }

    public static Period period(String first, String last, int plusDays) {
        return new Period(
                LocalDate.parse(first).plusDays(plusDays), LocalDate.parse(last).plusDays(plusDays));
    }

    /** A programme with one product. */
    public static Program program(Currency currency) {
        return program(currency, List.of());
    }

    /** The same with words by which people search for the brand. */
    public static Program program(List<String> brandTerms) {
        return program(Currency.getInstance("USD"), brandTerms);
    }

    private static Program program(Currency currency, List<String> brandTerms) {
        Money one = Money.rounded(BigDecimal.ONE, currency);
        UnitEconomics economics =
                new UnitEconomics(one.times(30), one, one, Rate.ZERO, one, Rate.ofPercent("15"), Rate.ofPercent("10"));
        return Program.builder("Northpeak", currency, LOS_ANGELES)
                .products(List.of(new Product(new ProductId(Exports.PRODUCT), "Serum", economics)))
                .brandTerms(brandTerms)
                .build();
    }

    /** Cells of one row. */
    public static List<String> row(String... cells) {
        return Arrays.asList(cells);
    }

    @SafeVarargs
    public final Folder table(Container container, String name, List<String>... rows) {
        return tableOf(container, name, Exports.table(rows));
    }

    public Folder tableOf(Container container, String name, List<List<String>> rows) {
        try {
            if (container == Container.XLSX) {
                XlsxFile.write(path.resolve(name + ".xlsx"), rows);
            } else {
                text(name + ".csv", "\uFEFF" + csv(rows));
            }
            return this;
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public Folder text(String name, String content) {
        return bytes(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public Folder bytes(String name, byte[] content) {
        try {
            Files.write(path.resolve(name), content);
            return this;
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public static String csv(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(Folder::quoted).collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining());
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** What holds for an import of nothing but defaults, for tests of its inner parts. */
    public static ImportFrame frame() {
        return ImportSettings.builder(program(Currency.getInstance("USD")))
                .threads(1)
                .build()
                .frame();
    }

    public Evidence read() {
        Program program = program(currency, brandTerms);
        ImportSettings.Builder settings = ImportSettings.builder(program);
        if (asOf != null) {
            settings.asOf(asOf);
        }
        if (period != null) {
            settings.period(period);
        }
        if (quarantine != null) {
            settings.quarantine(quarantine);
        }
        if (marketplace != null) {
            settings.marketplace(marketplace);
        }
        return FolderEvidence.in(path, settings.columns(columns).build()).read();
    }

    public static ImportReport only(Evidence evidence) {
        if (evidence.imports().size() != 1) {
            throw new AssertionError("one import expected, got " + evidence.imports());
        }
        return evidence.imports().get(0);
    }

    public static RejectedRow onlyRejected(Evidence evidence) {
        List<RejectedRow> rejected = only(evidence).rejected();
        if (rejected.size() != 1) {
            throw new AssertionError("one rejected row expected, got " + rejected);
        }
        return rejected.get(0);
    }

    public static List<String> findings(Evidence evidence, Finding.Kind kind) {
        return evidence.findings().stream()
                .filter(finding -> finding.kind() == kind)
                .map(Finding::message)
                .toList();
    }

    /** The only funnel of the video, LIVE, product or creator with this id, or of the shop by that name. */
    public static Funnel funnel(Evidence evidence, String id) {
        List<Observation> found = new ArrayList<>();
        for (Observation observation : evidence.observations()) {
            String subject = observation.subject().toString();
            if (subject.substring(subject.indexOf(' ') + 1).equals(id)) {
                found.add(observation);
            }
        }
        if (found.size() != 1) {
            throw new AssertionError("one observation of " + id + " expected, got " + found);
        }
        return found.get(0).funnel();
    }

    public static Subject subject(Evidence evidence) {
        return evidence.observations().get(0).subject();
    }
}
