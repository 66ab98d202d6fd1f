package dev.flywheel.app;

import dev.flywheel.app.Converters.MarketplaceConverter;
import dev.flywheel.app.Converters.PeriodConverter;
import dev.flywheel.core.halo.Marketplace;
import dev.flywheel.core.performance.Period;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a person says of exports that do not say it themselves; the same for every command that reads files. */
final class ReadingOptions {

    @Option(
            names = "--period",
            paramLabel = "FROM..TO",
            converter = PeriodConverter.class,
            description = "Days covered by exports that carry no dates, neither inside nor in their names.")
    Optional<Period> period = Optional.empty();

    @Option(
            names = "--marketplace",
            paramLabel = "COUNTRY",
            converter = MarketplaceConverter.class,
            description = "Amazon marketplace of reports whose names do not begin with it, such as US or GB.")
    Optional<Marketplace> marketplace = Optional.empty();

    @Option(
            names = "--map",
            paramLabel = "FILE",
            description = "Small CSV file,kind,field,name,zone: what files are and what their columns are called.")
    Optional<Path> map = Optional.empty();
}
