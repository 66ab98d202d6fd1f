package dev.flywheel.testkit;

import dev.flywheel.core.ledger.LedgerEntry;
import dev.flywheel.core.ledger.NewEntry;
import dev.flywheel.core.ledger.Snapshot;
import dev.flywheel.core.ledger.Verification;
import dev.flywheel.core.port.out.Appended;
import dev.flywheel.core.port.out.FlywheelException;
import dev.flywheel.core.port.out.Ledger;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A sound ledger behind a wall; each kind of wall breaks one promise. */
class BrokenLedger implements Ledger {

    final InMemoryLedger sound;

    BrokenLedger(InMemoryLedger sound) {
        this.sound = sound;
    }

    /** The contract over broken ledgers; its promises are called one by one, and must fail. */
    static LedgerContract contractOver(Function<InMemoryLedger, Ledger> breaking) {
        Map<String, InMemoryLedger> store = new HashMap<>();
        Map<String, Ledger> broken = new HashMap<>();
        return new LedgerContract() {
            @Override
            protected Ledger ledger(String brand) {
                return broken.computeIfAbsent(brand, name -> breaking.apply(soundOf(name)));
            }

            @Override
            protected void overwrite(String brand, long position, String payload) {
                soundOf(brand).overwrite(position, payload);
            }

            @Override
            protected void remove(String brand, long position) {
                soundOf(brand).remove(position);
            }

            private InMemoryLedger soundOf(String brand) {
                return store.computeIfAbsent(brand, InMemoryLedger::new);
            }
        };
    }

    @Override
    public Appended append(long expectedPosition, String key, List<NewEntry> entries) {
        return sound.append(expectedPosition, key, entries);
    }

    @Override
    public long position() {
        return sound.position();
    }

    @Override
    public List<LedgerEntry> read(long after, int limit) {
        return sound.read(after, limit);
    }

    @Override
    public Verification verify() {
        return sound.verify();
    }

    @Override
    public void save(Snapshot snapshot) {
        sound.save(snapshot);
    }

    @Override
    public Optional<Snapshot> snapshot() {
        return sound.snapshot();
    }

    @Override
    public String referTo(String handle) {
        return sound.referTo(handle);
    }

    @Override
    public Optional<String> handleOf(String reference) {
        return sound.handleOf(reference);
    }

    @Override
    public boolean erase(String reference) {
        return sound.erase(reference);
    }

    static final class ForgetsKeys extends BrokenLedger {
        private int appends;

        ForgetsKeys(InMemoryLedger sound) {
            super(sound);
        }

        @Override
        public Appended append(long expectedPosition, String key, List<NewEntry> entries) {
            return sound.append(sound.position(), key + "-" + appends++, entries);
        }
    }

    static final class BelievesAnyContent extends BrokenLedger {
        BelievesAnyContent(InMemoryLedger sound) {
            super(sound);
        }

        @Override
        public Appended append(long expectedPosition, String key, List<NewEntry> entries) {
            try {
                return sound.append(expectedPosition, key, entries);
            } catch (FlywheelException.KeyReused reused) {
                return new Appended(reused.position(), true);
            }
        }
    }

    static final class LetsAnybodyIn extends BrokenLedger {
        LetsAnybodyIn(InMemoryLedger sound) {
            super(sound);
        }

        @Override
        public Appended append(long expectedPosition, String key, List<NewEntry> entries) {
            return sound.append(sound.position(), key, entries);
        }
    }

    static final class ReadsShort extends BrokenLedger {
        ReadsShort(InMemoryLedger sound) {
            super(sound);
        }

        @Override
        public List<LedgerEntry> read(long after, int limit) {
            return sound.read(after + 1, limit);
        }
    }

    static final class ReadsAll extends BrokenLedger {
        ReadsAll(InMemoryLedger sound) {
            super(sound);
        }

        @Override
        public List<LedgerEntry> read(long after, int limit) {
            return sound.read(after, Integer.MAX_VALUE);
        }
    }

    static final class SortsByTime extends BrokenLedger {
        SortsByTime(InMemoryLedger sound) {
            super(sound);
        }

        @Override
        public List<LedgerEntry> read(long after, int limit) {
            List<LedgerEntry> page = new ArrayList<>(sound.read(after, limit));
            page.sort(Comparator.comparing(LedgerEntry::at));
            return page;
        }
    }

    static final class RoundsTimes extends BrokenLedger {
        RoundsTimes(InMemoryLedger sound) {
            super(sound);
        }

        @Override
        public Appended append(long expectedPosition, String key, List<NewEntry> entries) {
            List<NewEntry> rounded = entries.stream()
                    .map(each -> new NewEntry(
                            each.at().truncatedTo(ChronoUnit.MICROS),
                            each.kind(),
                            each.schemaVersion(),
                            each.payload()))
                    .toList();
            return sound.append(expectedPosition, key, rounded);
        }
    }

    static final class SeesNoDamage extends BrokenLedger {
        private final List<LedgerEntry> remembered = new ArrayList<>();

        SeesNoDamage(InMemoryLedger sound) {
            super(sound);
        }

        @Override
        public Appended append(long expectedPosition, String key, List<NewEntry> entries) {
            Appended done = sound.append(expectedPosition, key, entries);
            remembered.addAll(sound.read(remembered.size(), 10));
            return done;
        }

        @Override
        public Verification verify() {
            LedgerEntry last = remembered.get(remembered.size() - 1);
            return new Verification(last.position(), last.hash(), null);
        }
    }

    static final class WritesOn extends BrokenLedger {
        WritesOn(InMemoryLedger sound) {
            super(sound);
        }

        @Override
        public Appended append(long expectedPosition, String key, List<NewEntry> entries) {
            try {
                return sound.append(expectedPosition, key, entries);
            } catch (FlywheelException.LedgerBroken unseen) {
                return new Appended(expectedPosition + entries.size(), false);
            }
        }
    }

    static final class KeepsHandles extends BrokenLedger {
        KeepsHandles(InMemoryLedger sound) {
            super(sound);
        }

        @Override
        public boolean erase(String reference) {
            return sound.handleOf(reference).isPresent();
        }
    }

    static final class TellsWho extends BrokenLedger {
        TellsWho(InMemoryLedger sound) {
            super(sound);
        }

        @Override
        public String referTo(String handle) {
            return "person-" + handle;
        }
    }

    static final class KeepsBadSnapshots extends BrokenLedger {
        private Optional<Snapshot> kept = Optional.empty();

        KeepsBadSnapshots(InMemoryLedger sound) {
            super(sound);
        }

        @Override
        public void save(Snapshot snapshot) {
            sound.save(snapshot);
            kept = Optional.of(snapshot);
        }

        @Override
        public Optional<Snapshot> snapshot() {
            return kept;
        }
    }

    static final class MovesSnapshots extends BrokenLedger {
        MovesSnapshots(InMemoryLedger sound) {
            super(sound);
        }

        @Override
        public Optional<Snapshot> snapshot() {
            return sound.snapshot().map(kept -> Snapshot.of(Math.max(0, kept.position() - 1), kept.state()));
        }
    }
}
