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
    private final ThreadLocal<RowAppender> appenders = ThreadLocal.withInitial(this::appender);
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

    /** Processes what is in the ring, then ends the thread. */
    public void stop() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until nothing is on its way and the agent has given the application up again. */
    public void awaitEmpty() {
        IdleStrategy idle = new BackoffIdleStrategy();
        while (!ring.isEmpty() && thread.isAlive()) {
            idle.idle();
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
        RowAppender appender = appenders.get();
        append(appender.begin(), data);
        appender.flush();
    }

    @Override
    public void send(long timestamp, Object[] data) {
        RowAppender appender = appenders.get();
        append(appender.begin(timestamp), data);
        appender.flush();
    }

    @Override
    public void send(Event event) {
        send(event.timestamp(), event.data());
    }

    @Override
    public void send(Event[] events) {
        RowAppender appender = appenders.get();
        for (Event event : events) {
            append(appender.begin(event.timestamp()), event.data());
        }
        appender.flush();
    }

    private void append(RowAppender row, Object[] data) {
        if (data.length != schema().size()) {
            throw new EventFluxException(Problem.of(
                    RunError.WRONG_ARITY, "stream", stream(), "expected", schema().size(), "found", data.length));
        }
        for (int i = 0; i < data.length; i++) {
            row.set(i, data[i]);
        }
        row.commit();
    }

    @Override
    public RowAppender appender() {
        return new InputAppender(stream(), schema(), this::deliver);
    }

    @Override
    public RowAppender appender(Gate gate) {
        return new InputAppender(stream(), schema(), rows -> gate.pass(() -> deliver(rows)));
    }

    private void deliver(RowBatch batch) {
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
        if (length > ring.largestRun()) {
            throw new EventFluxException(Problem.of(RunError.ROW_TOO_LARGE, "bytes", length, "stream", stream()));
        }
        IdleStrategy idle = null;
        while (!ring.offer(batch, offset, length)) {
            agent.requireLife(stream());
            if (agent.isOwner()) {
                // The ring's own thread can't make room while this one owns the application.
                drain();
            } else {
                idle = idle == null ? new BackoffIdleStrategy() : idle;
                idle.idle();
            }
        }
    }

    private void run() {
        IdleStrategy idle = new BackoffIdleStrategy();
        while (true) {
            if (!ring.isEmpty()) {
                if (!turn()) {
                    return;
                }
                idle.reset();
            } else if (closing) {
                return;
            } else {
                idle.idle();
            }
        }
    }

    // Answers whether the application takes rows; when it was stopped or has failed, what is in the ring has nowhere to
    // go.
    private boolean turn() {
        try {
            agent.enter(stream());
        } catch (EventFluxException e) {
            return false;
        }
        try {
            drain();
        } finally {
            agent.leave();
        }
        return true;
    }

    private void drain() {
        ring.drain(admit, MESSAGES_A_TURN);
    }
}
