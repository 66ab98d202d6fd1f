package dev.flywheel.benchmarks.ledger;

import dev.flywheel.adapters.jdbc.PostgresLedgers;
import dev.flywheel.adapters.jdbc.SqliteLedgers;
import dev.flywheel.core.ledger.ActionBook;
import dev.flywheel.core.ledger.ActionMove;
import dev.flywheel.core.ledger.ActionState;
import dev.flywheel.core.ledger.LedgerEntry;
import dev.flywheel.core.ledger.NewEntry;
import dev.flywheel.core.ledger.Snapshot;
import dev.flywheel.core.port.out.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Prints how many appends a second a ledger takes, each on the disk before the next, how long a million entries take to
 * be written in batches, verified and folded, and how long a start from a snapshot takes. Without arguments it measures
 * SQLite in the folder for temporary files; with {@code postgresql://host:port/database user password} that database.
 */
public final class LedgerThroughput {

    private static final Instant AT = Instant.parse("2026-11-16T09:30:00Z");
    private static final int SINGLE = 5_000;
    private static final int MANY = 1_000_000;
    private static final int PAGE = 1_000;

    private LedgerThroughput() {}

    /** Measures. */
    public static void main(String[] args) throws IOException {
        if (args.length == 3) {
            try (PostgresLedgers ledgers = PostgresLedgers.open(args[0], args[1], args[2])) {
                measure("PostgreSQL", ledgers.ledger("single"), ledgers.ledger("many"));
            }
            return;
        }
        Path folder = Files.createTempDirectory("ledger");
        Path file = folder.resolve("ledger.db");
        try (SqliteLedgers ledgers = SqliteLedgers.open(file)) {
            measure("SQLite", ledgers.ledger("single"), ledgers.ledger("many"));
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private static void measure(String name, Ledger single, Ledger many) {
        timed(name + ": appends of one entry", SINGLE, () -> {
            for (int i = 0; i < SINGLE; i++) {
                single.append(i, "key-" + i, List.of(life(i / 4).get(i % 4)));
            }
        });
        timed(name + ": entries in appends of " + PAGE, MANY, () -> write(many));
        timed(name + ": entries verified", MANY, () -> require(many.verify().isSound()));
        timed(name + ": entries read and folded", MANY, () -> require(fold(many) == MANY / 4));
        many.save(Snapshot.of(MANY, String.valueOf(MANY / 4)));
        timed(name + ": starts from a snapshot", 1, () -> {
            Snapshot kept = many.snapshot().orElseThrow();
            require(many.read(kept.position(), PAGE).isEmpty());
        });
    }

    private static void write(Ledger ledger) {
        for (int position = 0; position < MANY; position += PAGE) {
            List<NewEntry> entries = new ArrayList<>();
            for (int action = position / 4; entries.size() < PAGE; action++) {
                entries.addAll(life(action));
            }
            ledger.append(position, "batch-" + position, entries);
        }
    }

    private static int fold(Ledger ledger) {
        ActionBook book = new ActionBook();
        long position = 0;
        for (List<LedgerEntry> page = ledger.read(0, PAGE); !page.isEmpty(); page = ledger.read(position, PAGE)) {
            book.add(page);
            position += page.size();
        }
        return book.actions().size();
    }

    private static List<NewEntry> life(int number) {
        String action = "SendSample-" + number;
        return List.of(
                ActionMove.to(action, ActionState.PROPOSED, "engine", AT, "").entry(),
                ActionMove.to(action, ActionState.APPROVED, "person-1", AT, "").entry(),
                ActionMove.to(action, ActionState.SENDING, "engine", AT, "").entry(),
                ActionMove.to(action, ActionState.DONE, "engine", AT, "").entry());
    }

    private static void timed(String what, int count, Runnable work) {
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%s: %,d in %.3f s, %,.0f a second%n", what, count, seconds, count / seconds);
    }

    private static void require(boolean held) {
        if (!held) {
            throw new IllegalStateException("the ledger does not hold what was written");
        }
    }
}
