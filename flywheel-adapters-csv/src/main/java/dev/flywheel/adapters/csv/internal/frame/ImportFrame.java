package dev.flywheel.adapters.csv.internal.frame;

import dev.flywheel.adapters.csv.internal.format.FormatChoices;
import dev.flywheel.adapters.csv.internal.table.Watch;
import dev.flywheel.core.halo.Marketplace;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.program.Program;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What holds for every file of one import.
 *
 * @param program the programme
 * @param asOf the last day that may be known, or null
 * @param givenPeriod the period of files that carry none, or null
 * @param threads how many threads may read a file, the calling one among them
 * @param choices what a person said about the files
 * @param marketplace the Amazon marketplace of reports that name none, or null
 * @param watches gives who follows the reading of a file
 * @param fileZone the zone in which the times of the file at hand are written
 * @param skus which product a SKU is of, or null while files that tell it are still to be read
 */
public record ImportFrame(
        Program program,
        @Nullable LocalDate asOf,
        @Nullable Period givenPeriod,
        int threads,
        FormatChoices choices,
        @Nullable Marketplace marketplace,
        Function<FoundFile, Watch> watches,
        ZoneId fileZone,
        @Nullable SkuProducts skus) {

    /** The same for a file whose times are written in a zone of their own. */
    public ImportFrame ofTimesIn(ZoneId zone) {
        return new ImportFrame(program, asOf, givenPeriod, threads, choices, marketplace, watches, zone, skus);
    }

    public boolean isOfAnotherZone() {
        return !fileZone.equals(program.zone());
    }

    /** The same, once it is known which product a SKU is of. */
    public ImportFrame knowing(SkuProducts products) {
        return new ImportFrame(program, asOf, givenPeriod, threads, choices, marketplace, watches, fileZone, products);
    }

    public Currency currency() {
        return program.currency();
    }

    public ZoneId zone() {
        return program.zone();
    }

    /** The last moment at which a video can have been made that is known at the as-of date, or null without one. */
    @Nullable
    public Instant latestVideo() {
        return asOf == null ? null : latestVideo(asOf);
    }

    /**
     * The same for a source that speaks of a later day. One day of tolerance: the export may be of the next morning, and
     * ids count in UTC.
     */
    @Nullable
    public Instant latestVideo(LocalDate spokenOf) {
        if (asOf == null) {
            return null;
        }
        LocalDate last = spokenOf.isAfter(asOf) ? spokenOf : asOf;
        return last.plusDays(2).atStartOfDay(zone()).toInstant();
    }

    /** Whether a day is not after the as-of date, so that nothing more is known of it than of that date. */
    public boolean isKnown(LocalDate day) {
        return asOf == null || !day.isAfter(asOf);
    }

    /** The part of a period that is not after the as-of date; later days are not known to be without orders. */
    public Optional<Period> known(Period period) {
        if (asOf == null || !period.lastDay().isAfter(asOf)) {
            return Optional.of(period);
        }
        return period.firstDay().isAfter(asOf) ? Optional.empty() : Optional.of(new Period(period.firstDay(), asOf));
    }

    /** The last second of a day: what a source that reports this day at the latest can have known. */
    public Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone()).toInstant().minusSeconds(1);
    }
}
