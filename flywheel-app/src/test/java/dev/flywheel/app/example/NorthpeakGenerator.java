package dev.flywheel.app.example;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the export files of the synthetic brand Northpeak. The same program writes the same content on every machine:
 * it has one seed and no clock. Compressed bytes may differ between JDKs, the content of the archives does not.
 */
public final class NorthpeakGenerator {

    static final long SEED = 20_261_116L;
    private static final int MISSING_CREATOR_WEEK = 7;
    private static final int FIRST_AD_WEEK = 9;
    private static final int FIRST_DAILY_AD_DAY = 84;

    private final World world = World.of(SEED);
    private final Dirt dirt = new Dirt();
    private final Map<String, byte[]> files = new TreeMap<>();

    private NorthpeakGenerator() {
        videos();
        creators();
        orders();
        creatives();
        smallFiles();
        strays();
    }

    /**
     * Writes every file into a folder and prints the planted truth and dirt.
     *
     * @param arguments the target folder, created when missing
     * @throws IOException when a file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("arguments: expected one target folder, got " + arguments.length);
        }
        generate(Path.of(arguments[0])).forEach(System.out::println);
    }

    /** Writes every file and returns the planted truth and dirt, one table row of text each. */
    static List<String> generate(Path folder) throws IOException {
        NorthpeakGenerator generator = new NorthpeakGenerator();
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file : generator.files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        return new TruthReport(generator.world, generator.dirt.notes()).lines();
    }

    private void videos() {
        VideoTables tables = new VideoTables(world);
        for (int week = 1; week <= Season.WEEKS; week++) {
            Span span = Season.week(week);
            Table table = week <= 3
                    ? tables.firstGeneration(span)
                    : week <= 5 ? tables.secondGeneration(span) : tables.thirdGeneration(span);
            boolean sheet = week == 1 || week == 2 || week == 5 || week > 5 && week % 2 == 1;
            if (week > 5 && (sheet || week == 12)) {
                VideoTables.define(table);
            }
            String file = videoFile(week, span) + (sheet && week != 2 ? ".xlsx" : ".csv");
            dirt.video(week, file, table);
            files.put(file, sheet ? Xlsx.bytes(table, "Sheet1") : csv(week).bytes(table));
            if (week == 2) {
                dirt.note(file, "is an XLSX workbook in spite of its extension");
            }
        }
    }

    private static Csv csv(int week) {
        return week % 4 == 0 ? Csv.NATIVE : Csv.MARKED;
    }

    private static String videoFile(int week, Span span) {
        if (week <= 3) {
            return "Video_List_" + span.compact() + "_" + span.exportedOn() + "0803" + (10 + week);
        }
        if (week <= 8) {
            return "Transaction_Analysis_Video_List_" + span.compact();
        }
        return "Video_Data_" + span.compact() + "_" + span.exportedOn() + "0812" + (10 + week);
    }

    private void creators() {
        CreatorTables tables = new CreatorTables(world);
        for (int week = 1; week <= Season.WEEKS; week++) {
            Span span = Season.week(week);
            if (week == MISSING_CREATOR_WEEK) {
                dirt.note("creator performance " + span.compact(), "the file of this week is missing");
                continue;
            }
            Table table = week <= 3 ? tables.firstGeneration(span) : tables.thirdGeneration(span);
            if (week == 12) {
                table = table.project(CreatorTables.SHUFFLED);
            } else if (week == 13) {
                table = table.project(CreatorTables.SHORT);
            }
            boolean sheet = week != 3 && week % 4 != 2;
            if (week > 3 && sheet) {
                CreatorTables.define(table);
            }
            String file = creatorFile(week, span) + (sheet ? ".xlsx" : ".csv");
            dirt.creator(week, file, table);
            files.put(file, sheet ? Xlsx.bytes(table, "Sheet 1") : Csv.MARKED.bytes(table));
        }
    }

    private static String creatorFile(int week, Span span) {
        return week <= 3
                ? "Creator_List_" + span.compact() + "_" + span.exportedOn() + "0822" + (10 + week)
                : "Transaction_Analysis_Creator_List_" + span.compact();
    }

    /** Every two weeks an export of the last three, so that most lines appear twice. */
    private void orders() {
        OrderTables tables = new OrderTables(world);
        for (int export = 1; export <= Season.WEEKS / 2; export++) {
            Span fortnight = Season.week(export * 2);
            Span span = new Span(fortnight.to().minusDays(20), fortnight.to());
            String file =
                    "affiliate_orders_" + span.compact() + "_" + span.exportedOn() + "0830" + (10 + export) + ".csv";
            Table table = tables.of(span);
            dirt.orders(export, file, table);
            files.put(file, Csv.NATIVE.bytes(table));
        }
    }

    private void creatives() {
        CreativeTables tables = new CreativeTables(world);
        for (int week = FIRST_AD_WEEK; week < FIRST_AD_WEEK + 4; week++) {
            Span span = Season.week(week);
            Table table = tables.of(span);
            String file =
                    "Creative data " + span.from() + " - " + span.to() + " - Product " + Product.HERO.id() + ".xlsx";
            if (week == FIRST_AD_WEEK + 3) {
                table = table.project(table.header.stream()
                        .filter(column -> !column.equals("ROI"))
                        .toList());
                dirt.note(file, "no ROI column");
            }
            files.put(file, Xlsx.bytes(table, "Sheet1"));
        }
        for (int day = FIRST_DAILY_AD_DAY; day < Season.DAYS; day++) {
            Span span = Span.day(Season.date(day));
            Table table = tables.of(span);
            String file =
                    "Creative data " + span.from() + " - " + span.to() + " - Product " + Product.HERO.id() + ".xlsx";
            if (day == FIRST_DAILY_AD_DAY + 2) {
                dirt.creative(file, table);
            }
            files.put(file, Xlsx.bytes(table, "Sheet1"));
        }
    }

    private void smallFiles() {
        SmallFiles small = new SmallFiles(world, SEED);
        files.put("program.toml", SmallFiles.program().getBytes(StandardCharsets.UTF_8));
        Table tags = small.creativeTags();
        dirt.tags("creative_tags.csv", tags);
        files.put("creative_tags.csv", Csv.PLAIN.bytes(tags));
        Table samples = small.samples();
        dirt.samples("samples.csv", samples);
        files.put("samples.csv", Csv.PLAIN.bytes(samples));
        Table authorizations = small.authorizations();
        dirt.authorizations("authorizations.csv", authorizations);
        files.put("authorizations.csv", Csv.PLAIN.bytes(authorizations));
        Table adTests = small.adTests();
        dirt.adTests("ad_tests.csv", adTests, world.videos.get(0).id);
        files.put("ad_tests.csv", Csv.PLAIN.bytes(adTests));
        Table brandedSearch = small.brandedSearch();
        dirt.brandedSearch("branded_search.csv", brandedSearch);
        files.put("branded_search.csv", Csv.PLAIN.bytes(brandedSearch));
    }

    private void strays() {
        Table packing = new Table(List.of("box", "colour", "count"));
        packing.add(List.of("small", "sage", "140"));
        packing.add(List.of("large", "sand", "60"));
        files.put("packing list.csv", Csv.PLAIN.bytes(packing));
        dirt.note("packing list.csv", "has nothing to do with the programme");
        Span span = Season.week(10);
        String original = videoFile(10, span) + ".csv";
        String copy = videoFile(10, span) + " (1).csv";
        byte[] bytes = files.get(original);
        if (bytes == null) {
            throw new IllegalStateException("no file " + original + " to copy");
        }
        files.put(copy, bytes);
        dirt.note(copy, "is a byte-identical copy of `" + original + "`");
    }
}
