package eventflux.core.run;

import eventflux.api.Event;
import eventflux.api.RingStatistics;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.event.ColumnAppender;
import eventflux.api.event.RowAppender;
import eventflux.api.event.Schema;
import eventflux.core.ring.RowRing;
import eventflux.core.row.ColumnRows;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowLayout;
import eventflux.core.row.SymbolTable;
import eventflux.core.run.pressure.BackPressure;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The way into an asynchronous stream: senders put rows into a ring, a thread of the stream takes the application and
 * processes what is there. What senders do when the ring is full is the stream's back-pressure.
 */
public final class RingInput implements RowInput {

    private final StreamInput direct;
    private final AppAgent agent;
    private final RowRing ring;
    private final RingThread thread;
    private final GivenUpRows givenUp;
    private final BackPressure pressure;
    private final int batchRows;
    private final BackPressure.FullRing full;
    private final AtomicLong timesFull = new AtomicLong();
    private final Object entranceChange = new Object();
    // Written by whoever changes the life of the application.
    private volatile Entrance entrance = Entrance.OPEN;
    // What lies in a thread does not lead back to here: it would keep this as long as the thread lives.
    private final ThreadLocal<InputAppender> appenders;
    private final Consumer<RowBatch> delivery = this::deliver;

    /** A ring before {@code direct}. */
    public RingInput(StreamInput direct, AppAgent agent, RingOptions options) {
        String stream = direct.stream();
        Schema schema = direct.schema();
        RowLayout layout = new RowLayout(schema);
        this.direct = direct;
        this.agent = agent;
        this.pressure = options.pressure();
        this.batchRows = options.batchRows();
        this.ring = new RowRing(layout, options.rows());
        this.givenUp = new GivenUpRows(direct.stream(), layout, options);
        this.thread = new RingThread(direct, agent, ring, givenUp, options);
        this.full = new SenderView(layout);
        this.appenders = ThreadLocal.withInitial(() -> new InputAppender(stream, schema, RingInput::lost));
    }

    private static void lost(RowBatch rows) {
        throw new IllegalStateException("rows of a thread are flushed into a ring");
    }

    /** Whether senders get in. */
    private enum Entrance {
        OPEN,
        SHUT,
        GONE
    }

    /** Lets senders wait before the ring, until it is {@link #open} or {@link #close}d. */
    public void shut() {
        entrance(Entrance.SHUT);
    }

    /** Lets senders in again. */
    public void open() {
        entrance(Entrance.OPEN);
    }

    /** The stream is no more: turns senders away, and ends the thread when the ring is empty. */
    public void close() {
        entrance(Entrance.GONE);
        stop();
    }

    private void entrance(Entrance next) {
        synchronized (entranceChange) {
            entrance = next;
            entranceChange.notifyAll();
        }
    }

    private void awaitOpen() {
        boolean interrupted = false;
        synchronized (entranceChange) {
            while (entrance == Entrance.SHUT) {
                try {
                    entranceChange.wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        agent.requireLife(stream());
        if (entrance == Entrance.GONE) {
            throw agent.streamGone(stream());
        }
    }

    /** Starts the thread. */
    public void start(String application) {
        thread.start(application);
    }

    /** Processes what is in the ring, then ends the thread; called on that thread, it only tells it to end. */
    public void stop() {
        thread.stop();
        // What other threads have goes with them, or when they next clean up.
        appenders.remove();
    }

    /** Waits until what is on its way now has been taken, or nobody takes it any more. */
    public void awaitTaken() {
        awaitTaken(() -> true);
    }

    /** As {@link #awaitTaken()}, while a condition holds. */
    public void awaitTaken(BooleanSupplier isToWait) {
        thread.awaitTaken(isToWait);
    }

    /** Drops what nobody took before the application stopped; while there is no thread. */
    public void clear() {
        thread.clear();
    }

    /** What it has done so far; as the owner. */
    public RingStatistics statistics() {
        return thread.statistics(timesFull.get());
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
        rows.flush(delivery);
    }

    @Override
    public void send(long timestamp, Object[] data) {
        InputAppender rows = appenders.get();
        rows.begin(timestamp);
        end(rows, data);
        rows.flush(delivery);
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
        rows.flush(delivery);
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
        return new InputAppender(stream(), schema(), delivery);
    }

    @Override
    public ColumnAppender columnAppender() {
        RowBatch batch = new RowBatch(new RowLayout(schema()));
        // Texts have no codes before they are admitted, so this table stays empty.
        SymbolTable none = new SymbolTable();
        return new InputColumns(schema(), columns -> {
            try {
                columns.write(batch, none, ColumnRows.UNTIMED);
                deliver(batch);
            } finally {
                batch.clear();
            }
        });
    }

    @Override
    public RowAppender appender(Gate gate) {
        return new InputAppender(stream(), schema(), rows -> gate.pass(() -> deliver(rows)));
    }

    private void deliver(RowBatch batch) {
        agent.requireLife(stream());
        if (entrance != Entrance.OPEN) {
            awaitOpen();
        }
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
            int length = batch.lengthAt(at);
            if (length > ring.largestRun()) {
                throw new EventFluxException(Problem.of(RunError.ROW_TOO_LARGE, "bytes", length, "stream", stream()));
            }
            at += length;
        }
    }

    private void put(RowBatch batch) {
        int start = 0;
        int end = 0;
        int rows = 0;
        for (int i = 0; i < batch.count(); i++) {
            int length = batch.lengthAt(end);
            if (rows == batchRows || end + length - start > ring.largestRun()) {
                offer(batch, start, end - start);
                start = end;
                rows = 0;
            }
            end += length;
            rows++;
        }
        offer(batch, start, end - start);
    }

    private void offer(RowBatch batch, int offset, int length) {
        if (agent.isOwner()) {
            makeRoom(batch, offset, length);
        } else if (!pressure.admits()) {
            givenUp.take(batch, offset, length);
        } else if (ring.offer(batch, offset, length)) {
            pressure.foundRoom();
        } else {
            timesFull.incrementAndGet();
            int rest = pressure.whenFull(full, batch, offset, length);
            if (rest < offset + length) {
                givenUp.take(batch, rest, offset + length - rest);
            }
        }
    }

    // The owner waits for nobody: nobody else may process what is in the ring.
    private void makeRoom(RowBatch batch, int offset, int length) {
        while (!ring.offer(batch, offset, length)) {
            thread.drain();
        }
    }

    /** The full ring as its senders see it. */
    private final class SenderView implements BackPressure.FullRing {

        private final ThreadLocal<RowBatch> evicted;

        SenderView(RowLayout layout) {
            evicted = ThreadLocal.withInitial(() -> new RowBatch(layout));
        }

        @Override
        public boolean offer(RowBatch rows, int offset, int length) {
            agent.requireLife(stream());
            return ring.offer(rows, offset, length);
        }

        @Override
        public void evict() {
            RowBatch oldest = evicted.get();
            try {
                ring.gatherMessage(oldest);
                if (!oldest.isEmpty()) {
                    givenUp.take(oldest, 0, oldest.length());
                }
            } finally {
                oldest.clear();
            }
        }
    }
}
