package dev.flywheel.benchmarks.csv;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** DuckDB over JDBC doing the same work: the same columns, types and sums, into a table in memory. */
final class DuckDb {

    private static final String COLUMNS = "{'date':'DATE','traffic':'VARCHAR','video_id':'BIGINT','creator':'VARCHAR',"
            + "'product_id':'BIGINT','title':'VARCHAR','views':'BIGINT','clicks':'BIGINT','add_to_carts':'BIGINT',"
            + "'orders':'BIGINT','items':'BIGINT','gmv':'VARCHAR','refunds':'VARCHAR','refunded_items':'BIGINT',"
            + "'commission':'VARCHAR','likes':'BIGINT','comments':'BIGINT','ctr':'VARCHAR','posted_on':'DATE',"
            + "'creator_id':'BIGINT'}";
    private static final String SUMS = "sum(views), sum(clicks), sum(add_to_carts), sum(orders), sum(items), sum(gmv),"
            + " sum(refunds), sum(refunded_items), sum(commission)";

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

    /** What the book holds: the sums of each video, day and traffic; gives how many there are. */
    static long book(Path file, int threads) throws SQLException {
        return rows(threads, "SELECT video_id, date, traffic, " + SUMS + " FROM (" + typed(file) + ") GROUP BY ALL");
    }

    private static long rows(int threads, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET threads = " + threads);
            statement.execute("SET preserve_insertion_order = false");
            statement.execute("CREATE TEMP TABLE result AS " + query);
            try (ResultSet count = statement.executeQuery("SELECT count(*) FROM result")) {
                count.next();
                return count.getLong(1);
            }
        }
    }
}
