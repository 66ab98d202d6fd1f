package dev.flywheel.app;

import dev.flywheel.adapters.csv.ColumnMap;
import dev.flywheel.adapters.csv.FileExplanations;
import dev.flywheel.adapters.csv.FolderEvidence;
import dev.flywheel.adapters.csv.ImportSettings;
import dev.flywheel.adapters.http.WebhookAnnouncements;
import dev.flywheel.core.Flywheel;
import dev.flywheel.core.performance.FileExplanation;
import dev.flywheel.core.port.in.RotateFlywheel;
import dev.flywheel.core.port.out.Announcements;
import dev.flywheel.core.port.out.EvidenceSource;
import dev.flywheel.core.program.Program;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Which implementation stands behind each port, by hand and on one page. The clock, the pauses and the only randomness
 * without a seed (it spreads retries) enter here and reach announcements alone, never a rotation.
 */
final class Wiring {
    private final Map<String, String> environment;
    private final InstantSource clock;
    private final Announcer.Pause pause;

    private Wiring(Map<String, String> environment, InstantSource clock, Announcer.Pause pause) {
        this.environment = Map.copyOf(environment);
        this.clock = clock;
        this.pause = pause;
    }

    /** The wiring of the process. */
    static Wiring of(Map<String, String> environment) {
        return of(environment, InstantSource.system(), pause -> Thread.sleep(pause.toMillis() + 1));
    }

    /** The wiring over another time. */
    static Wiring of(Map<String, String> environment, InstantSource clock, Announcer.Pause pause) {
        return new Wiring(environment, clock, pause);
    }

    RotateFlywheel engine(Program program) {
        return Flywheel.of(program);
    }

    EvidenceSource evidence(
            Path folder, Program program, Optional<LocalDate> asOf, ReadingOptions reading, Optional<Path> quarantine) {
        ImportSettings.Builder settings = settings(program, reading);
        asOf.ifPresent(settings::asOf);
        quarantine.ifPresent(settings::quarantine);
        return FolderEvidence.in(folder, settings.build());
    }

    List<FileExplanation> explanations(List<Path> files, Program program, ReadingOptions reading) {
        return FileExplanations.of(files, settings(program, reading).build());
    }

    private static ImportSettings.Builder settings(Program program, ReadingOptions reading) {
        ImportSettings.Builder settings = ImportSettings.builder(program);
        reading.map.map(ColumnMap::read).ifPresent(settings::columns);
        reading.period.ifPresent(settings::period);
        reading.marketplace.ifPresent(settings::marketplace);
        return settings;
    }

    Announcements announcements(URI receiver, String secret) {
        return WebhookAnnouncements.builder(receiver, List.of(secret), clock, new SplittableRandom())
                // The address comes from whoever runs the command, on the machine it runs on.
                .allowLoopback()
                .build();
    }

    Announcer announcer(Announcements announcements) {
        return new Announcer(announcements, clock, pause);
    }

    Optional<String> environment(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    boolean debugging() {
        return environment("FLYWHEEL_DEBUG").isPresent();
    }
}
