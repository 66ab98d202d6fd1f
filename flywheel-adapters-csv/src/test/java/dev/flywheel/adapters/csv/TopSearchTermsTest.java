package dev.flywheel.adapters.csv;

import static dev.flywheel.adapters.csv.AmazonExports.report;
import static dev.flywheel.adapters.csv.Exports.table;
import static dev.flywheel.adapters.csv.Exports.with;
import static dev.flywheel.adapters.csv.Folder.only;
import static dev.flywheel.adapters.csv.Folder.period;
import static dev.flywheel.adapters.csv.Folder.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.halo.Marketplace;
import dev.flywheel.core.halo.TopSearchTerm;
import dev.flywheel.core.money.Rate;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.ImportReport;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopSearchTermsTest extends FormatsFixture {

    private static final String LABEL = "Amazon top search terms";
    private static final String NAME = "CA_Top_search_terms_Simple_Month_2025_08_31";
    private static final int MANY = 100_000;
    private static final int MEBIBYTES = 14;

    private static final List<String> HEADER = row(
            "Search Frequency Rank",
            "Search Term",
            "Top Clicked Brand #1",
            "Top Clicked Brands #2",
            "Top Clicked Brands #3",
            "Top Clicked Category #1",
            "Top Clicked Category #2",
            "Top Clicked Category #3",
            "Top Clicked Product #1: ASIN",
            "Top Clicked Product #1: Product Title",
            "Top Clicked Product #1: Click Share",
            "Top Clicked Product #1: Conversion Share",
            "Top Clicked Product #2: ASIN",
            "Top Clicked Product #2: Product Title",
            "Top Clicked Product #2: Click Share",
            "Top Clicked Product #2: Conversion Share",
            "Top Clicked Product #3: ASIN",
            "Top Clicked Product #3: Product Title",
            "Top Clicked Product #3: Click Share",
            "Top Clicked Product #3: Conversion Share",
            "Reporting Date");

    private static List<String> term(String rank, String term) {
        return row(
                rank,
                term,
                "Northpeak",
                "Other",
                "",
                "Beauty",
                "Beauty",
                "",
                "B08MWWJ3HG",
                "Serum, 30 ml",
                "34.21",
                "0.1",
                "B00T71CIDK",
                "Other \"serum\"",
                "12.5",
                "",
                "",
                "",
                "",
                "",
                "2025-08-31");
    }

    private Folder folder() {
        return new Folder(dir).brandTerms("northpeak");
    }

    @ParameterizedTest
    @EnumSource(Folder.Container.class)
    void terms_with_a_brand_term_are_kept_and_the_others_counted(Folder.Container container) {
        Evidence evidence = folder().table(
                        container,
                        NAME,
                        HEADER,
                        term("1", "serum"),
                        term("2", "total"),
                        term("48,001", "Northpeak serum"),
                        term("0", "cabinet"),
                        term("5", ""))
                .read();
        counts(only(evidence), LABEL, 3, 1, 2);
        TopSearchTerm kept = evidence.amazon().topSearchTerms().get(0);
        assertEquals(1, evidence.amazon().topSearchTerms().size());
        assertEquals("Northpeak serum", kept.term());
        assertEquals(48_001, kept.searchFrequencyRank());
        assertEquals(Marketplace.CA, kept.marketplace());
        assertEquals(period("2025-08-01", "2025-08-31", 0), kept.period());
        assertEquals(
                List.of(
                        new TopSearchTerm.Clicked("B08MWWJ3HG", Rate.ofPercent("34.21"), Rate.ofPercent("0.1")),
                        new TopSearchTerm.Clicked("B00T71CIDK", Rate.ofPercent("12.5"), null)),
                kept.clicked());
        assertEquals(
                List.of("1 of 3 search terms have a brand term and were kept"),
                Folder.findings(evidence, Finding.Kind.EVIDENCE_KEPT));
    }

    @Test
    void without_brand_terms_nothing_is_kept_and_the_user_learns_what_to_do() {
        Evidence evidence = folder().brandTerms()
                .text(
                        NAME + ".csv",
                        report(
                                "Reporting Range=[\"Monthly\"],Select month=[\"August | 2025-08-01 - 2025-08-31 2025\"]",
                                table(HEADER, term("1", "northpeak"))))
                .read();
        counts(only(evidence), LABEL, 1, 2, 0);
        Finding finding = evidence.findings().get(0);
        assertEquals("0 of 1 search terms have a brand term and were kept", finding.message());
        assertEquals(
                "list the words by which people search for the brand as brand_terms in program.toml", finding.remedy());
    }

    @Test
    void a_quarter_is_named_by_the_first_line_and_a_date_that_contradicts_it_is_set_aside() {
        Evidence evidence = folder().text(
                        "US_Top_search_terms.csv",
                        report(
                                "Reporting Range=[\"Quarterly\"],Select year=[\"2026\"],Select quarter=[\"1\"],"
                                        + "Search Term=[\"cabinet\"]",
                                table(
                                        HEADER,
                                        with(HEADER, term("1", "northpeak"), "Reporting Date", "2026-03-31"),
                                        term("2", "northpeak serum"))))
                .read();
        counts(only(evidence), LABEL, 1, 2, 1);
        assertEquals(
                period("2026-01-01", "2026-03-31", 0),
                evidence.amazon().topSearchTerms().get(0).period());
    }

    private Path large(int rows) throws IOException {
        Path file = dir.resolve(NAME + ".csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(report("Reporting Range=[\"Monthly\"]", table(HEADER)));
            for (int i = 1; i <= rows; i++) {
                String words = i % 8_000 == 0 ? "northpeak " + i : "some longer search for " + i;
                out.write(AmazonExports.csv(term(String.valueOf(i), words)));
            }
        }
        return file;
    }

    /** All rows as objects would take many times the memory that the child process has. */
    @Test
    void a_large_report_is_read_in_little_memory_with_every_row_accounted_for() throws Exception {
        Path file = large(MANY);
        assertTrue(Files.size(file) > MEBIBYTES << 20, "the file should be larger than the memory");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> classes = new ArrayList<>(List.of("target/classes", "target/test-classes"));
        for (String property : List.of("jdk.module.path", "java.class.path")) {
            classes.add(System.getProperty(property, ""));
        }
        Process child = new ProcessBuilder(
                        java,
                        "-Xmx" + MEBIBYTES + "m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        String.join(File.pathSeparator, classes),
                        TopSearchTermsTest.class.getName(),
                        dir.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(child.waitFor(1, TimeUnit.MINUTES), said);
        assertEquals("100000 accepted, 2 without data, 0 rejected, 12 kept", said.strip());
    }

    @Test
    void one_two_and_seven_threads_keep_the_same_terms() throws IOException {
        large(16_000);
        List<String> one = everything(1);
        assertEquals(2, one.stream().filter(line -> line.contains("northpeak")).count());
        assertEquals(one, everything(2));
        assertEquals(one, everything(7));
    }

    private List<String> everything(int threads) {
        Evidence evidence = read(dir, threads);
        List<String> all = new ArrayList<>();
        evidence.amazon().all().forEach(row -> all.add(row.toString()));
        all.add(evidence.imports().toString());
        all.add(evidence.findings().toString());
        return all;
    }

    private static Evidence read(Path folder, int threads) {
        return FolderEvidence.in(
                        folder,
                        ImportSettings.builder(Folder.program(List.of("northpeak")))
                                .threads(threads)
                                .build())
                .read();
    }

    /** The child process. */
    public static void main(String[] arguments) {
        Evidence evidence = read(Path.of(arguments[0]), 2);
        ImportReport report = evidence.imports().get(0);
        System.out.println(report.accepted() + " accepted, " + report.nonData() + " without data, "
                + report.rejected().size() + " rejected, "
                + evidence.amazon().topSearchTerms().size() + " kept");
    }
}
