package eventflux.core.run;

import eventflux.api.Event;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.event.RowAppender;
import eventflux.api.event.Schema;
import eventflux.core.ring.RowRing;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowLayout;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.IdleStrategy;

/**
 * The way into an asynchronous stream: senders put rows into a ring, a thread of the stream takes the application and
 * processes what is there. When the ring is full, senders wait.
 */
public final class RingInput implements RowInput {

    private static final int MESSAGES_A_TURN = 64;

    private final StreamInput direct;
    private final AppAgent agent;
    private final RowRing ring;
    private final ThreadLocal<InputAppender> appenders = ThreadLocal.withInitial(this::newAppender);
    private final RowRing.Receiver admit;
    // Written by start and stop, which one thread at a time calls.
    private volatile boolean closing;
    private Thread thread;

    /** A ring before {@code direct} for about {@code rows} rows. */
    public RingInput(StreamInput direct, AppAgent agent, int rows) {
        this.direct = direct;
        this.agent = agent;
        this.ring = new RowRing(new RowLayout(direct.schema()), rows);
        this.admit = direct::admit;
    }

    /** Starts the thread. */
    public void start(String application) {
        closing = false;
        thread = new Thread(this::run, "eventflux-" + application + "-" + stream());
        thread.setDaemon(true);
        thread.start();
    }

    /** Processes what is in the ring, then ends the thread; called on that thread, it only tells it to end. */
    public void stop() {
        closing = true;
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until nothing is on its way, or nobody takes it any more. */
    public void awaitEmpty() {
        IdleStrategy idle = new BackoffIdleStrategy();
        while (!ring.isEmpty() && thread.isAlive()) {
            idle.idle();
        }
    }

    /** Drops what nobody took before the application stopped; while there is no thread. */
    public void clear() {
        while (!ring.isEmpty()) {
            ring.drain(rows -> {}, MESSAGES_A_TURN);
        }
    }

    @Override
    public String stream() {
        return direct.stream();
    }

    @Override
    public Schema schema() {
        return direct.schema();
    }

    @Override
    public void send(Object... data) {
        InputAppender rows = appenders.get();
        rows.begin();
        end(rows, data);
        rows.flush();
    }

    @Override
    public void send(long timestamp, Object[] data) {
        InputAppender rows = appenders.get();
        rows.begin(timestamp);
        end(rows, data);
        rows.flush();
    }

    @Override
    public void send(Event event) {
        send(event.timestamp(), event.data());
    }

    @Override
    public void send(Event[] events) {
        InputAppender rows = appenders.get();
        for (Event event : events) {
            rows.begin(event.timestamp());
            end(rows, event.data());
        }
        rows.flush();
    }

    // What cannot be sent takes what came before it in the same call with it.
    private static void end(InputAppender rows, Object[] data) {
        try {
            rows.setAll(data);
            rows.commit();
        } catch (EventFluxException e) {
            rows.discard();
            throw e;
        }
    }

    @Override
    public RowAppender appender() {
        return newAppender();
    }

    private InputAppender newAppender() {
        return new InputAppender(stream(), schema(), this::deliver);
    }

    @Override
    public RowAppender appender(Gate gate) {
        return new InputAppender(stream(), schema(), rows -> gate.pass(() -> deliver(rows)));
    }

    private void deliver(RowBatch batch) {
        agent.requireLife(stream());
        requireFit(batch);
        if (agent.isOwner()) {
            // A step is under way, and the ring's own thread can't make room before it is over.
            RowBatch copy = new RowBatch(batch.layout());
            copy.append(batch);
            agent.defer(() -> put(copy));
        } else {
            put(batch);
        }
    }

    private void requireFit(RowBatch batch) {
        if (batch.length() <= ring.largestRun()) {
            return;
        }
        for (int at = 0; at < batch.length(); ) {
            int length = batch.buffer().getInt(at + RowLayout.LENGTH_OFFSET);
            if (length > ring.largestRun()) {
                throw new EventFluxException(Problem.of(RunError.ROW_TOO_LARGE, "bytes", length, "stream", stream()));
            }
            at += length;
        }
    }

    private void put(RowBatch batch) {
        int start = 0;
        int end = 0;
        for (int i = 0; i < batch.count(); i++) {
            int length = batch.buffer().getInt(end + RowLayout.LENGTH_OFFSET);
            if (end + length - start > ring.largestRun()) {
                offer(batch, start, end - start);
                start = end;
            }
            end += length;
        }
        offer(batch, start, end - start);
    }

    private void offer(RowBatch batch, int offset, int length) {
        IdleStrategy idle = null;
        while (!ring.offer(batch, offset, length)) {
            if (agent.isOwner()) {
                drain();
            } else {
                agent.requireLife(stream());
                idle = idle == null ? new BackoffIdleStrategy() : idle;
                idle.idle();
            }
        }
    }

    private void run() {
        IdleStrategy idle = new BackoffIdleStrategy();
        while (true) {
            if (!ring.isEmpty()) {
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
            drain();
        } finally {
            agent.leave();
        }
    }

    private void drain() {
        ring.drain(admit, MESSAGES_A_TURN);
    }
}
