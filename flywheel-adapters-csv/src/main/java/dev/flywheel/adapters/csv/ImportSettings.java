package dev.flywheel.adapters.csv;

import dev.flywheel.adapters.csv.internal.frame.FoundFile;
import dev.flywheel.adapters.csv.internal.frame.ImportFrame;
import dev.flywheel.adapters.csv.internal.table.Watch;
import dev.flywheel.core.halo.Marketplace;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.program.Program;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** How files are to be understood. Immutable and thread-safe. */
public final class ImportSettings {

    private static final int MOST_BY_DEFAULT = 4;
    private static final int MOST_THREADS = 256;

    private final Program program;
    private final @Nullable LocalDate asOf;
    private final @Nullable Period period;
    private final @Nullable Path quarantine;
    private final int threads;
    private final ImportListener listener;
    private final ColumnMap columns;
    private final @Nullable Marketplace marketplace;

    private ImportSettings(Builder builder) {
        program = builder.program;
        asOf = builder.asOf;
        period = builder.period;
        quarantine = builder.quarantine;
        threads = builder.threads;
        listener = builder.listener;
        columns = builder.columns;
        marketplace = builder.marketplace;
    }

    /**
     * Starts settings.
     *
     * @param program the programme whose currency and zone the files are in
     * @return a builder
     */
    public static Builder builder(Program program) {
        return new Builder(program);
    }

    /** {@return the programme whose currency and zone the files are in} */
    public Program program() {
        return program;
    }

    /** {@return the last day that is known; ids of later videos are refused, except where the row is of a later day} */
    public Optional<LocalDate> asOf() {
        return Optional.ofNullable(asOf);
    }

    /** {@return the period of files that carry none} */
    public Optional<Period> period() {
        return Optional.ofNullable(period);
    }

    /** {@return the folder that rejected rows are written to} */
    public Optional<Path> quarantine() {
        return Optional.ofNullable(quarantine);
    }

    /** {@return how many threads may read a file, the calling one among them} */
    public int threads() {
        return threads;
    }

    /** {@return who follows the reading} */
    public ImportListener listener() {
        return listener;
    }

    /** {@return what a person said about kinds and columns} */
    public ColumnMap columns() {
        return columns;
    }

    /** {@return the Amazon marketplace of reports that name none} */
    public Optional<Marketplace> marketplace() {
        return Optional.ofNullable(marketplace);
    }

    /** What holds for every file of one import with these settings. */
    ImportFrame frame() {
        return new ImportFrame(
                program, asOf, period, threads, columns.choices(), marketplace, this::watch, program.zone(), null);
    }

    private Watch watch(FoundFile file) {
        return (bytes, ofBytes, rows) -> {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("The import was interrupted");
            }
            ImportProgress progress = new ImportProgress(file.name(), file.contentId(), bytes, ofBytes, rows);
            if (!listener.goesOn(progress)) {
                throw new CancellationException("The import was cancelled in " + progress);
            }
        };
    }

    /** Collects settings. Not thread-safe. */
    public static final class Builder {

        private final Program program;
        private @Nullable LocalDate asOf;
        private @Nullable Period period;
        private @Nullable Path quarantine;
        private int threads = Math.min(Runtime.getRuntime().availableProcessors(), MOST_BY_DEFAULT);
        private ImportListener listener = progress -> true;
        private ColumnMap columns = ColumnMap.EMPTY;
        private @Nullable Marketplace marketplace;

        private Builder(Program program) {
            this.program = Objects.requireNonNull(program, "program");
        }

        /**
         * Sets the last day that is known: a video id of a later day is impossible. Rows of later days are still read;
         * the engine leaves them out by their dates and says so.
         *
         * @param day a day of the programme's zone
         * @return this
         */
        public Builder asOf(LocalDate day) {
            asOf = Objects.requireNonNull(day, "day");
            return this;
        }

        /**
         * Sets the period of files whose name carries none. Without it such files are refused; today is never assumed.
         *
         * @param days the days that the files cover
         * @return this
         */
        public Builder period(Period days) {
            period = Objects.requireNonNull(days, "days");
            return this;
        }

        /**
         * Sets the folder that rejected rows are written to. It is created when the first row is rejected, and must not
         * be the folder that is read.
         *
         * @param folder the folder
         * @return this
         */
        public Builder quarantine(Path folder) {
            quarantine = Objects.requireNonNull(folder, "folder");
            return this;
        }

        /**
         * Sets how many threads may read a file, the calling one among them. The result is the same for any number. Without
         * this call they are as many as there are processors, but no more than four: putting rows together is the work of
         * one thread at a time, and more readers than that would wait for it. Small files are read by the calling thread.
         *
         * @param count at least 1
         * @return this
         */
        public Builder threads(int count) {
            if (count < 1 || count > MOST_THREADS) {
                throw new IllegalArgumentException("threads must be 1 to " + MOST_THREADS + ", got " + count);
            }
            threads = count;
            return this;
        }

        /**
         * Sets who follows the reading and may end it.
         *
         * @param follower the listener
         * @return this
         */
        public Builder listener(ImportListener follower) {
            listener = Objects.requireNonNull(follower, "follower");
            return this;
        }

        /**
         * Sets what a person says about kinds of files and names of columns; it wins over the built-in names.
         *
         * @param map the map
         * @return this
         */
        public Builder columns(ColumnMap map) {
            columns = Objects.requireNonNull(map, "map");
            return this;
        }

        /**
         * Sets the Amazon marketplace of reports that name none. Reports name theirs in the name of the download.
         *
         * @param place the marketplace
         * @return this
         */
        public Builder marketplace(Marketplace place) {
            marketplace = Objects.requireNonNull(place, "place");
            return this;
        }

        /** {@return the settings} */
        public ImportSettings build() {
            return new ImportSettings(this);
        }
    }
}
