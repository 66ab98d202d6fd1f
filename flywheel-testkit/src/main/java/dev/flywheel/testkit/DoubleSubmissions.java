package dev.flywheel.testkit;

import dev.flywheel.core.ledger.ActionBook;
import dev.flywheel.core.ledger.ActionMove;
import dev.flywheel.core.ledger.ActionState;
import dev.flywheel.core.ledger.BoostBudget;
import dev.flywheel.core.ledger.DailyCap;
import dev.flywheel.core.ledger.LedgerEntry;
import dev.flywheel.core.ledger.NewEntry;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.port.out.Appended;
import dev.flywheel.core.port.out.FlywheelException;
import dev.flywheel.core.port.out.Ledger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Several threads start the same boosts twice, under a daily cap that does not admit them all: what a retry after a
 * lost answer and an impatient second click look like. Each boost costs 1.00 a day.
 *
 * @param sent how many were sent
 * @param repeated how many times a boost was found to have been sent before
 * @param refused how many times the cap refused
 */
public record DoubleSubmissions(int sent, int repeated, int refused) {

    private static final Currency USD = Currency.getInstance("USD");
    private static final Money EACH = new Money(100, USD);
    private static final Instant AT = Instant.parse("2026-11-16T09:30:00Z");
    private static final int PAGE = 500;

    /**
     * Submits every boost twice, by different threads where there are several.
     *
     * @param ledger gives a writer's view of an empty ledger, once for each thread
     * @param threads how many threads
     * @param boosts how many boosts
     * @param admitted how many of them the cap admits
     * @return what came of it
     */
    public static DoubleSubmissions run(Supplier<Ledger> ledger, int threads, int boosts, int admitted) {
        DailyCap cap = new DailyCap(new Money(EACH.minorUnits() * admitted, USD));
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<DoubleSubmissions>> parts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int thread = i;
                Writer writer = new Writer(ledger.get(), cap);
                parts.add(pool.submit(() -> writer.submitTwice(thread, threads, boosts)));
            }
            DoubleSubmissions all = new DoubleSubmissions(0, 0, 0);
            for (Future<DoubleSubmissions> part : parts) {
                all = all.plus(part.get());
            }
            return all;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        } catch (ExecutionException failed) {
            throw new AssertionError("a writer failed", failed.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    /**
     * The highest sum of daily budgets at any entry of a ledger.
     *
     * @param ledger the ledger
     * @return the sum in cents
     */
    public static long highestPerDay(Ledger ledger) {
        ActionBook book = new ActionBook();
        long highest = 0;
        long position = 0;
        for (List<LedgerEntry> page = ledger.read(0, PAGE); !page.isEmpty(); page = ledger.read(position, PAGE)) {
            for (LedgerEntry entry : page) {
                highest = Math.max(highest, book.add(List.of(entry)).perDay(USD).minorUnits());
            }
            position += page.size();
        }
        return highest;
    }

    private DoubleSubmissions plus(DoubleSubmissions other) {
        return new DoubleSubmissions(sent + other.sent, repeated + other.repeated, refused + other.refused);
    }

    /** One thread with its own view of the ledger. */
    private static final class Writer {

        private final Ledger ledger;
        private final DailyCap cap;
        private final ActionBook book = new ActionBook();
        private long position;

        Writer(Ledger ledger, DailyCap cap) {
            this.ledger = ledger;
            this.cap = cap;
        }

        /** This thread's part: each boost falls to a thread and to the next one, where there are several. */
        DoubleSubmissions submitTwice(int thread, int threads, int boosts) {
            DoubleSubmissions mine = new DoubleSubmissions(0, 0, 0);
            for (int boost = 0; boost < boosts; boost++) {
                if (boost % threads == thread) {
                    mine = mine.plus(submit("boost-" + boost));
                }
                if ((boost + 1) % threads == thread) {
                    mine = mine.plus(submit("boost-" + boost));
                }
            }
            return mine;
        }

        private DoubleSubmissions submit(String boost) {
            BoostBudget budget = new BoostBudget(boost, EACH);
            while (true) {
                readOn();
                boolean known = book.state(boost).isPresent();
                if (!known && cap.refusal(book, budget).isPresent()) {
                    return new DoubleSubmissions(0, 0, 1);
                }
                try {
                    Appended done = ledger.append(position, "send " + boost, entries(boost, budget));
                    return done.repeated() ? new DoubleSubmissions(0, 1, 0) : new DoubleSubmissions(1, 0, 0);
                } catch (FlywheelException.PositionConflict faster) {
                    // Somebody else was faster: read what they wrote, and ask the cap again.
                }
            }
        }

        private void readOn() {
            for (List<LedgerEntry> page = ledger.read(position, PAGE);
                    !page.isEmpty();
                    page = ledger.read(position, PAGE)) {
                book.add(page);
                position += page.size();
            }
        }

        private static List<NewEntry> entries(String boost, BoostBudget budget) {
            return List.of(
                    new ActionMove(boost, ActionState.PROPOSED, "engine", AT, "", budget).entry(),
                    ActionMove.to(boost, ActionState.APPROVED, "person-1", AT, "")
                            .entry(),
                    ActionMove.to(boost, ActionState.SENDING, "engine", AT, "").entry());
        }
    }
}
