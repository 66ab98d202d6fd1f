package dev.flywheel.adapters.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.ledger.NewEntry;
import dev.flywheel.core.port.out.FlywheelException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigratorTest {

    private static final NewEntry ENTRY = new NewEntry(Instant.parse("2026-11-16T09:30:00Z"), "counted", 1, "{}");

    @TempDir
    Path folder;

    @Test
    void brings_a_ledger_of_the_schema_before_up_to_date() {
        try (SqliteLedgers before = SqliteLedgers.open(file(), Script.all().subList(0, 1))) {
            before.ledger("Northpeak").append(0, "a", List.of(ENTRY));
        }
        upToDate();
    }

    @Test
    void brings_a_postgres_ledger_of_the_schema_before_up_to_date() {
        String database = PostgresServer.newDatabase();
        try (PostgresLedgers before = PostgresLedgers.open(
                PostgresServer.source(database), Script.all().subList(0, 1))) {
            before.ledger("Northpeak").append(0, "a", List.of(ENTRY));
        }
        try (PostgresLedgers now = PostgresLedgers.open(PostgresServer.source(database))) {
            assertEquals(1, now.ledger("Northpeak").verify().position());
            assertTrue(now.ledger("Northpeak").referTo("mira").startsWith("person-"));
        }
    }

    @Test
    void refuses_a_newer_schema() {
        List<Script> more = new ArrayList<>(Script.all());
        more.add(new Script(more.size() + 1, "later", "CREATE TABLE later (x TEXT)"));
        SqliteLedgers.open(file(), more).close();
        FlywheelException.NewerSchema newer =
                assertThrows(FlywheelException.NewerSchema.class, () -> SqliteLedgers.open(file()));
        assertEquals(
                "The store has schema 3 and this programme knows schemas up to 2: use the version of the programme that"
                        + " wrote it, or a later one",
                newer.getMessage());
    }

    @Test
    void refuses_a_schema_that_was_made_by_other_scripts() {
        Script first = Script.all().get(0);
        List<Script> changed = List.of(
                new Script(1, first.name(), "-- changed\n" + first.sql()),
                Script.all().get(1));
        SqliteLedgers.open(file(), changed).close();
        FlywheelException.LedgerBroken broken =
                assertThrows(FlywheelException.LedgerBroken.class, () -> SqliteLedgers.open(file()));
        assertTrue(
                broken.getMessage().contains("step 1 of its schema is not the one that this programme has"),
                broken.getMessage());
    }

    @Test
    void does_all_steps_or_none() {
        List<Script> failing = new ArrayList<>(Script.all());
        failing.add(new Script(3, "wrong", "CREATE TABLE extra (x TEXT);\nCREATE TABLE entries (x TEXT)"));
        assertThrows(FlywheelException.LedgerUnavailable.class, () -> SqliteLedgers.open(file(), failing));
        upToDate();
    }

    @Test
    void released_steps_are_never_changed() {
        assertEquals(
                List.of(
                        "cb1cbf2d90cab22a1ef21d638c209a31f6189882f1db7b0f911ea531f355a56b",
                        "a1e0c3250cc210426cb063d1e154cffe9d80195109e4ed852a0a8cae71b97b5b"),
                Script.all().stream().map(Script::checksum).toList());
    }

    private void upToDate() {
        try (SqliteLedgers now = SqliteLedgers.open(file())) {
            assertTrue(now.ledger("Northpeak").verify().isSound(), "sound");
            assertTrue(now.ledger("Northpeak").referTo("mira").startsWith("person-"));
        }
    }

    private Path file() {
        return folder.resolve("ledger.db");
    }
}
