package eventflux.core.run;

import eventflux.api.RingStatistics;
import eventflux.core.ring.RowRing;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowRun;
import java.util.function.BooleanSupplier;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.IdleStrategy;

/**
 * Takes rows out of a ring on a thread of its own, in batches, and turns the pipeline with them. Whatever an extension or a
 * callback throws, the thread goes on with what comes next.
 */
final class RingThread {

    private final StreamInput stream;
    private final AppAgent agent;
    private final RowRing ring;
    private final GivenUpRows givenUp;
    private final RingOptions options;
    private final RowRun run = new RowRun();
    // All written by the thread that owns the application.
    private final RowBatch batch;
    private long taken;
    private long batches;
    // Written by start and stop, which one thread at a time calls.
    private volatile boolean closing;
    private Thread thread;

    RingThread(StreamInput stream, AppAgent agent, RowRing ring, GivenUpRows givenUp, RingOptions options) {
        this.stream = stream;
        this.agent = agent;
        this.ring = ring;
        this.givenUp = givenUp;
        this.options = options;
        this.batch = new RowBatch(new RowLayout(stream.schema()));
    }

    void start(String application) {
        closing = false;
        thread = new Thread(this::run, "eventflux-" + application + "-" + stream.stream());
        thread.setDaemon(true);
        thread.start();
    }

    void stop() {
        closing = true;
        if (thread == null || Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until what is in the ring now has been taken, nobody will take it, or the condition holds no more. */
    void awaitTaken(BooleanSupplier isToWait) {
        IdleStrategy idle = new BackoffIdleStrategy();
        long end = ring.end();
        while (!(ring.isTakenTo(end) && givenUp.isEmpty()) && thread != null && thread.isAlive()) {
            if (!isToWait.getAsBoolean()) {
                return;
            }
            idle.idle();
        }
    }

    /** Drops what nobody took; while there is no thread. */
    void clear() {
        while (!ring.isEmpty()) {
            ring.gatherMessage(batch);
            batch.clear();
        }
        givenUp.clear(batch);
    }

    /** What it has done so far; as the owner. */
    RingStatistics statistics(long full) {
        return new RingStatistics(ring.capacity(), ring.size(), taken, batches, full, givenUp.count());
    }

    private boolean isIdle() {
        return ring.isEmpty() && givenUp.isEmpty();
    }

    private void run() {
        IdleStrategy idle = new BackoffIdleStrategy();
        while (true) {
            if (!isIdle()) {
                if (!agent.tryEnter()) {
                    return;
                }
                turn();
                idle.reset();
            } else if (closing) {
                return;
            } else {
                idle.idle();
            }
        }
    }

    private void turn() {
        try {
            try {
                givenUp.handOn(stream, batch, options.batchRows());
                drain();
            } finally {
                agent.leave();
            }
        } catch (RuntimeException | Error e) {
            options.failures().failed("stream " + stream.stream(), "what came through its ring", e);
        }
    }

    /** Processes some of what is in the ring; as the owner. */
    void drain() {
        try {
            ring.gather(batch, options.batchRows());
            if (!batch.isEmpty()) {
                taken += batch.count();
                batches++;
                stream.admit(run.wrap(batch));
            }
        } finally {
            batch.clear();
        }
    }
}
