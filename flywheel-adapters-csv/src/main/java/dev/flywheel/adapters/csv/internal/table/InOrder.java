package dev.flywheel.adapters.csv.internal.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Works on the pieces of a file on several threads and takes the results in the order of the pieces, so that nothing
 * depends on which thread was faster. At most {@value #AHEAD} results a thread wait for their turn.
 */
final class InOrder<I, R> {

    /** What is done with each piece. */
    interface Steps<I, R> {

        /** {@return the next piece, or null when there is none}; never called by two threads at once */
        @Nullable
        I next() throws IOException;

        /** Works on a piece; called by several threads at once. */
        R work(I piece) throws FileRefused;

        /** Takes the result of a piece after those of all pieces before it; tells whether to go on. */
        boolean take(R result) throws FileRefused;
    }

    private static final int AHEAD = 4;

    /** A result, or what went wrong in place of it. */
    private record Done<R>(@Nullable R result, @Nullable Throwable failure) {}

    private final Steps<I, R> steps;
    private final int ahead;
    private final Object source = new Object();
    private final Map<Long, Done<R>> waiting = new HashMap<>();
    private long given;
    private long taken;
    private boolean taking;
    private volatile boolean stopped;
    private @Nullable Throwable failure;

    private InOrder(Steps<I, R> steps, int ahead) {
        this.steps = steps;
        this.ahead = ahead;
    }

    static <I, R> void run(int threads, Steps<I, R> steps) throws FileRefused, IOException {
        if (threads > 1) {
            new InOrder<>(steps, threads * AHEAD).run(threads);
            return;
        }
        for (I piece = steps.next(); piece != null && steps.take(steps.work(piece)); ) {
            piece = steps.next();
        }
    }

    private void run(int threads) throws FileRefused, IOException {
        List<Thread> helpers = new ArrayList<>();
        for (int i = 1; i < threads; i++) {
            Thread helper = new Thread(this::work, "flywheel-import-" + i);
            helper.setDaemon(true);
            helpers.add(helper);
            helper.start();
        }
        work();
        join(helpers);
        rethrow();
    }

    private void work() {
        boolean more = true;
        while (more && !stopped) {
            long ticket;
            Done<R> done;
            I piece;
            synchronized (source) {
                ticket = given++;
                try {
                    piece = steps.next();
                    done = null;
                } catch (IOException | RuntimeException | Error failed) {
                    piece = null;
                    done = new Done<>(null, failed);
                }
            }
            more = piece != null;
            if (piece != null) {
                done = workOn(piece);
            }
            if (done != null) {
                handOver(ticket, done);
            }
        }
    }

    private Done<R> workOn(I piece) {
        try {
            return new Done<>(steps.work(piece), null);
        } catch (FileRefused | RuntimeException | Error failed) {
            return new Done<>(null, failed);
        }
    }

    /** Whoever holds the next result in line takes it and all that wait behind it; the others go on working. */
    private void handOver(long ticket, Done<R> done) {
        synchronized (waiting) {
            waiting.put(ticket, done);
            if (taking) {
                awaitRoom(ticket);
                return;
            }
            taking = true;
        }
        for (Done<R> next = nextInLine(); next != null; next = nextInLine()) {
            take(next);
        }
        synchronized (waiting) {
            awaitRoom(ticket);
        }
    }

    /** The thread that works on the next piece in line never waits here, so that the others do not wait for ever. */
    private void awaitRoom(long ticket) {
        while (!stopped && ticket - taken >= ahead) {
            try {
                waiting.wait();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                stop(new CancellationException("The import was interrupted"));
            }
        }
    }

    private @Nullable Done<R> nextInLine() {
        synchronized (waiting) {
            Done<R> next = stopped ? null : waiting.remove(taken);
            if (next == null) {
                taking = false;
            } else {
                taken++;
            }
            waiting.notifyAll();
            return next;
        }
    }

    private void take(Done<R> done) {
        R result = done.result();
        if (result == null) {
            stop(done.failure());
            return;
        }
        try {
            if (!steps.take(result)) {
                stop(null);
            }
        } catch (FileRefused | RuntimeException | Error failed) {
            stop(failed);
        }
    }

    private void stop(@Nullable Throwable cause) {
        synchronized (waiting) {
            if (!stopped) {
                failure = cause;
            }
            stopped = true;
            waiting.notifyAll();
        }
    }

    private static void join(List<Thread> helpers) {
        boolean interrupted = false;
        for (Thread helper : helpers) {
            while (helper.isAlive()) {
                try {
                    helper.join();
                } catch (InterruptedException again) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void rethrow() throws FileRefused, IOException {
        Throwable cause;
        synchronized (waiting) {
            cause = failure;
        }
        if (cause instanceof FileRefused refused) {
            throw refused;
        } else if (cause instanceof IOException failed) {
            throw failed;
        } else if (cause instanceof Error error) {
            throw error;
        } else if (cause instanceof RuntimeException runtime) {
            throw runtime;
        }
    }
}
