package dev.flywheel.benchmarks.csv;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Imports the file of two million rows with our reader, FastCSV and DuckDB, in turns and in one process, and prints the
 * ratios of their rates: of the best wall times, and of processor times, which mean something on a busy machine too.
 * Arguments: rows (2000000), rounds (5).
 */
public final class ImportComparison {

    private static final long SEED = 20_261_116L;
    private static final double NANOS = 1e9;
    private static final String OURS_1 = "typed rows, ours, 1 thread";
    private static final String OURS_2 = "typed rows, ours, 2 threads";
    private static final String FASTCSV = "typed rows, FastCSV callback, 1 thread";
    private static final String DUCKDB_2 = "typed rows, DuckDB, 2 threads";
    private static final String BOOK = "book, ours with the file's digest, 2 threads";
    private static final String DUCKDB_BOOK = "book, DuckDB, 2 threads";
    private static final String DUCKDB_SUMS = "sums left in the database, DuckDB, 2 threads";

    private record Time(double wall, double processor) {}

    private final int rows;
    private final Map<String, List<Time>> times = new LinkedHashMap<>();

    private ImportComparison(int rows) {
        this.rows = rows;
    }

    /**
     * Runs the comparison.
     *
     * @param arguments rows and rounds
     * @throws Exception if a file cannot be written or a reader fails
     */
    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : PerformanceFile.ROWS;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        run(rows, rounds, System.out);
    }

    static void run(int rows, int rounds, PrintStream out) throws Exception {
        Path folder = Files.createTempDirectory("flywheel-import");
        Path file = folder.resolve("daily.csv");
        try {
            PerformanceFile.write(file, rows, SEED);
            ImportComparison comparison = new ImportComparison(rows);
            for (int round = 0; round < rounds; round++) {
                comparison.round(folder, file);
            }
            comparison.print(Files.size(file), out);
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private void round(Path folder, Path file) throws Exception {
        long sum = time(FASTCSV, () -> FastCsvTypedRows.read(file));
        require(sum, time(OURS_1, () -> OurTypedRows.read(file, 1)));
        require(sum, time(OURS_2, () -> OurTypedRows.read(file, 2)));
        require(rows, time(DUCKDB_2, () -> DuckDb.typedRows(file, 2)));
        require(rows, time(DUCKDB_SUMS, () -> DuckDb.sums(file, 2)));
        require(
                OurBook.checksum(time(DUCKDB_BOOK, () -> DuckDb.book(file, 2))),
                OurBook.checksum(time(BOOK, () -> OurBook.read(folder, 2))));
    }

    private static void require(long expected, long actual) {
        if (expected != actual) {
            throw new IllegalStateException("The readers disagree: " + expected + " and " + actual);
        }
    }

    private <T> T time(String name, Callable<T> work) throws Exception {
        System.gc();
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long processor = system.getProcessCpuTime();
        long wall = System.nanoTime();
        T result = work.call();
        Time time = new Time((System.nanoTime() - wall) / NANOS, (system.getProcessCpuTime() - processor) / NANOS);
        times.computeIfAbsent(name, any -> new ArrayList<>()).add(time);
        return result;
    }

    private void print(long bytes, PrintStream out) {
        out.printf(Locale.ROOT, "%d rows, 20 columns, %d bytes%n", rows, bytes);
        for (String name : times.keySet()) {
            double rate = rows / wall(name) / 1e6;
            out.printf(
                    Locale.ROOT,
                    "%-46s wall %.3f s, processor %.3f s, %.2f M rows/s%n",
                    name,
                    wall(name),
                    processor(name),
                    rate);
        }
        ratio(out, "typed rows, 2 threads, against DuckDB (goal 1.7)", DUCKDB_2, OURS_2);
        ratio(out, "import and aggregate, 2 threads, against DuckDB (goal 2)", DUCKDB_BOOK, BOOK);
        ratio(out, "the same against sums that never leave DuckDB", DUCKDB_SUMS, BOOK);
        ratio(out, "typed rows, 1 thread, against FastCSV (goal 1)", FASTCSV, OURS_1);
    }

    private void ratio(PrintStream out, String name, String theirs, String ours) {
        out.printf(
                Locale.ROOT,
                "%-58s wall %.2f, processor %.2f%n",
                name,
                wall(theirs) / wall(ours),
                processor(theirs) / processor(ours));
    }

    private List<Time> times(String name) {
        return times.getOrDefault(name, List.of());
    }

    private double wall(String name) {
        return times(name).stream().mapToDouble(Time::wall).min().orElseThrow();
    }

    private double processor(String name) {
        return times(name).stream().mapToDouble(Time::processor).min().orElseThrow();
    }
}
