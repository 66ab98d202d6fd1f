package dev.flywheel.benchmarks.csv;

import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.Funnel.Amount;
import dev.flywheel.core.performance.Funnel.Count;
import dev.flywheel.core.performance.Observation;
import dev.flywheel.core.performance.PerformanceBook;
import dev.flywheel.core.performance.Traffic;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * DuckDB over JDBC doing the same work: the same columns, types and sums, into a table in memory or into the book that an
 * import ends with.
 */
final class DuckDb {

    private static final String COLUMNS = "{'date':'DATE','traffic':'VARCHAR','video_id':'BIGINT','creator':'VARCHAR',"
            + "'product_id':'BIGINT','title':'VARCHAR','views':'BIGINT','clicks':'BIGINT','add_to_carts':'BIGINT',"
            + "'orders':'BIGINT','items':'BIGINT','gmv':'VARCHAR','refunds':'VARCHAR','refunded_items':'BIGINT',"
            + "'commission':'VARCHAR','likes':'BIGINT','comments':'BIGINT','ctr':'VARCHAR','posted_on':'DATE',"
            + "'creator_id':'BIGINT'}";
    private static final List<Count> COUNTS =
            List.of(Count.VIEWS, Count.CLICKS, Count.ADD_TO_CARTS, Count.ORDERS, Count.ITEMS, Count.REFUNDED_ITEMS);
    private static final List<Amount> AMOUNTS = List.of(Amount.GMV, Amount.REFUNDS, Amount.COMMISSION);
    private static final Currency DOLLARS = Currency.getInstance("USD");

    private DuckDb() {}

    private static String typed(Path file) {
        return "SELECT * REPLACE (" + cents("gmv") + ", " + cents("refunds") + ", " + cents("commission")
                + ", CAST(replace(ctr, '%', '') AS DECIMAL(9, 2)) AS ctr) FROM read_csv('" + file
                + "', header = true, delim = ',', quote = '\"', escape = '\"', columns = " + COLUMNS + ")";
    }

    private static String cents(String column) {
        return "CAST(replace(replace(" + column + ", '$', ''), ',', '') AS DECIMAL(18, 2)) AS " + column;
    }

    /** All twenty columns, typed; gives the number of rows. */
    static long typedRows(Path file, int threads) throws SQLException {
        return rows(threads, typed(file));
    }

    /** The sums of each video, day and traffic, which the database keeps to itself; gives how many there are. */
    static long sums(Path file, int threads) throws SQLException {
        return rows(threads, grouped(file));
    }

    /** The same sums brought out of the database into the book that an import ends with. */
    static PerformanceBook book(Path file, int threads) throws SQLException {
        PerformanceBook.Builder book = PerformanceBook.builder();
        Instant asOf = Instant.EPOCH;
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            set(statement, threads);
            try (ResultSet sums = statement.executeQuery(grouped(file))) {
                while (sums.next()) {
                    book.record(Observation.ofDay(
                            new VideoId(Long.toString(sums.getLong(1))),
                            LocalDate.ofEpochDay(sums.getLong(2)),
                            Traffic.valueOf(sums.getString(3)),
                            funnel(sums),
                            asOf));
                }
            }
        }
        return book.build();
    }

    private static Funnel funnel(ResultSet sums) throws SQLException {
        Funnel.Builder funnel = Funnel.builder(DOLLARS);
        int column = 4;
        for (Count count : COUNTS) {
            funnel.count(count, sums.getLong(column++));
        }
        for (Amount amount : AMOUNTS) {
            funnel.amount(amount, new Money(sums.getLong(column++), DOLLARS));
        }
        return funnel.build();
    }

    private static String grouped(Path file) {
        String counts = COUNTS.stream()
                .map(count -> "CAST(sum(" + name(count) + ") AS BIGINT)")
                .collect(Collectors.joining(", "));
        String amounts = AMOUNTS.stream()
                .map(amount -> "CAST(100 * sum(" + name(amount) + ") AS BIGINT)")
                .collect(Collectors.joining(", "));
        return "SELECT video_id, date - DATE '1970-01-01', traffic, " + counts + ", " + amounts + " FROM ("
                + typed(file) + ") GROUP BY video_id, date, traffic";
    }

    private static String name(Enum<?> what) {
        return what.name().toLowerCase(Locale.ROOT);
    }

    private static void set(Statement statement, int threads) throws SQLException {
        statement.execute("SET threads = " + threads);
        statement.execute("SET preserve_insertion_order = false");
    }

    private static long rows(int threads, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            set(statement, threads);
            statement.execute("CREATE TEMP TABLE result AS " + query);
            try (ResultSet count = statement.executeQuery("SELECT count(*) FROM result")) {
                count.next();
                return count.getLong(1);
            }
        }
    }
}
