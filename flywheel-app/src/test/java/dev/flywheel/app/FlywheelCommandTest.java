package dev.flywheel.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FlywheelCommandTest {
    @Test
    void help_lists_commands_and_exit_codes() {
        Run run = Run.of("--help");
        assertEquals(0, run.exitCode());
        Stream.of("rotate", "generate-completion", "3   input rejected", "4   announced partly or not at all")
                .forEach(expected -> assertTrue(run.out().contains(expected), run.out()));
    }

    @Test
    void help_of_rotate_names_every_option_and_variable() {
        Run run = Run.of("rotate", "--help");
        assertEquals(0, run.exitCode());
        Stream.of(
                        "--data",
                        "--as-of",
                        "--period",
                        "--marketplace",
                        "--map",
                        "--policy",
                        "--seed",
                        "--out",
                        "--json",
                        "--announce")
                .forEach(expected ->
                        assertTrue(run.out().contains(expected + (expected.equals("--json") ? " " : "=")), run.out()));
        assertTrue(run.out().contains("FLYWHEEL_WEBHOOK_SECRET"), run.out());
    }

    @Test
    void the_version_names_the_java_that_runs_it() {
        Run run = Run.of("--version");
        assertEquals(0, run.exitCode());
        assertTrue(run.out().startsWith("flywheel "), run.out());
        assertTrue(run.out().contains("Java " + System.getProperty("java.version")), run.out());
    }

    @Test
    void completion_is_a_shell_script_that_knows_the_options() {
        Run run = Run.of("generate-completion");
        assertEquals(0, run.exitCode());
        assertTrue(run.out().startsWith("#!/usr/bin/env bash"), run.out());
        assertTrue(run.out().contains("--as-of"), run.out());
    }

    @Test
    void nothing_is_coloured() {
        assertTrue(Run.of("--help").out().indexOf('\u001b') < 0);
    }
}
