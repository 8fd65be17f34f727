package eventflux.core.run;

import eventflux.api.TimeSource;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.event.RowAppender;
import eventflux.api.event.Schema;
import eventflux.api.spi.mapper.MappingException;
import eventflux.api.spi.mapper.SourceMapper;
import eventflux.api.spi.source.MessageAttributes;
import eventflux.api.spi.source.Source;
import eventflux.api.spi.source.SourceOutput;
import eventflux.core.failure.FailureLog;
import java.io.IOException;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Runs a source: takes its messages through the mapper and delivers the rows in batches. While it is paused, whoever delivers
 * waits; its mapper may be another one afterwards. Started, paused and stopped by one thread at a time; the rest is called by
 * the source's thread.
 */
public final class SourceRunner implements SourceOutput {

    private static final int LARGEST_BATCH = 256;

    private final String where;
    private final String stream;
    private final Source source;
    private final SourceConnection connection;
    private final RowAppender rows;
    private final TransportColumns transport; // null when no column takes an attribute
    private final FailureLog failures;
    private final Surroundings surroundings;

    // Guarded by this.
    private SourceMapper mapper;
    private boolean open;
    private boolean stopping;
    private boolean ended;
    private boolean isPlaced;
    // Whether rows were turned away since the start: what the outside keeps must come again.
    private boolean hasTurnedAway;

    /**
     * A runner that is paused.
     *
     * @param where what it is called in errors
     * @param source the source
     * @param input the stream
     * @param attributes which attribute of its messages a column takes, by column
     * @param surroundings what else it has to do with
     */
    public SourceRunner(
            String where, Source source, RowInput input, Map<String, String> attributes, Surroundings surroundings) {
        this.where = where;
        this.stream = input.stream();
        this.failures = surroundings.failures();
        this.source = source;
        this.connection = new SourceConnection(where, source, surroundings);
        RowAppender whole = input.appender(this::deliver);
        this.transport = attributes.isEmpty() ? null : new TransportColumns(whole, attributes);
        this.rows = transport == null ? whole : transport;
        this.surroundings = surroundings;
    }

    /** The columns that the mapper of a source fills: those that take no attribute. */
    public static Schema mapped(Schema schema, Map<String, String> attributes) {
        return TransportColumns.mapped(schema, attributes);
    }

    /**
     * Maps one message, without the attributes that it once had, and delivers what becomes of it; by any thread.
     *
     * @throws MappingException when it still cannot be mapped
     */
    public static void replay(byte[] message, SourceMapper mapper, RowInput input, Map<String, String> attributes)
            throws MappingException {
        RowAppender rows = new TransportColumns(input.appender(), attributes);
        mapper.map(message, 0, message.length, rows);
        rows.flush();
    }

    /** Starts the source where it has been, if that is known; whoever delivers waits until it is resumed. */
    public void start() throws IOException {
        synchronized (this) {
            stopping = false;
            hasTurnedAway = false;
            if (!isPlaced) {
                isPlaced = true;
                surroundings.place().resume(source);
            }
        }
        connection.start(this);
    }

    /** Does something while nothing is being delivered: the place is that of the rows that were. */
    public synchronized void whileHeld(Runnable action) {
        action.run();
    }

    /** Lets nobody deliver any more, once the delivery at hand is over, and lets go of the mapper. */
    public synchronized void pause() {
        open = false;
        try {
            surroundings.place().takeMemory(mapper);
        } catch (RuntimeException e) {
            failures.failed(where, "what its mapper remembers", e);
        }
        mapper = null;
    }

    /** Lets deliveries go on. */
    public synchronized void resume(SourceMapper through) {
        mapper = through;
        open = true;
        stopping = false;
        notifyAll();
    }

    /**
     * Stops the source; returns when nothing will be delivered any more, or the source is left behind, whose deliveries are refused then. Those
     * who wait are turned away.
     */
    public void stop() {
        synchronized (this) {
            stopping = true;
            notifyAll();
        }
        connection.stop();
        pause();
    }

    /** How its connection stands; by any thread. */
    public ConnectionWatch watch() {
        return surroundings.watch();
    }

    /** Whether the source has come to the end of a finite input, or has broken. */
    public synchronized boolean hasEnded() {
        return ended;
    }

    @Override
    public synchronized boolean message(byte[] payload, int offset, int length, MessageAttributes attributes) {
        if (stopping || !awaitOpen()) {
            return false;
        }
        try {
            if (transport != null) {
                transport.message(attributes);
            }
            mapper.map(payload, offset, length, rows);
        } catch (MappingException e) {
            rows.abort();
            reject(e, new MessageFailures.Message(payload, offset, length));
        } catch (RuntimeException | Error e) {
            rows.abort();
            MessageFailures.Message message = new MessageFailures.Message(payload, offset, length);
            surroundings.messages().messageFailed(where, message, "", e);
        }
        if (rows.pending() >= LARGEST_BATCH) {
            flush();
        }
        return true;
    }

    // A mapper reports all bad rows of a message in one exception: the first one, with others behind it.
    private void reject(MappingException rejection, MessageFailures.Message message) {
        MessageFailures messages = surroundings.messages();
        messages.messageFailed(where, message, rejection.place(), rejection);
        for (Throwable other : rejection.getSuppressed()) {
            if (other instanceof MappingException another) {
                messages.messageFailed(where, MessageFailures.Message.NONE, another.place(), another);
            }
        }
    }

    @Override
    public void rejected(Exception cause, String place) {
        surroundings.messages().messageFailed(where, MessageFailures.Message.NONE, place, cause);
    }

    @Override
    public RowAppender rows() {
        return rows;
    }

    @Override
    public void flush() {
        isDelivered();
    }

    @Override
    public boolean settle() {
        return isDelivered() && surroundings.settlement().getAsBoolean() && isComplete();
    }

    private synchronized boolean isComplete() {
        return !hasTurnedAway;
    }

    // The place goes with the rows: nobody may see the one without the other.
    private synchronized boolean isDelivered() {
        try {
            rows.flush();
            if (!stopping) {
                surroundings.place().take(source, mapper);
            }
            return true;
        } catch (EventFluxException e) {
            // Who is being stopped is told so when it settles. One that goes on for ever would hide what is wrong with
            // it.
            if (!hasTurnedAway) {
                failures.failed(where, "a delivery", e);
            }
            return false;
        }
    }

    @Override
    public void endOfInput() {
        flush();
        surroundings.watch().ended();
        finish();
    }

    @Override
    public void failed(Exception cause) {
        failures.failed(where, "its connection", cause);
        surroundings.watch().failed(cause);
        finish();
    }

    @Override
    public void disconnected(Exception cause) {
        flush();
        connection.lost(cause, this);
    }

    @Override
    public void reconnecting(Exception cause) {
        failures.failed(where, "its connection", cause);
        surroundings.watch().lost(cause);
    }

    @Override
    public void reconnected() {
        surroundings.watch().connected();
    }

    private void finish() {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
        }
        surroundings.end().run();
    }

    private synchronized void deliver(Runnable delivery) {
        if (!awaitOpen()) {
            hasTurnedAway = true;
            throw new EventFluxException(Problem.of(RunError.SOURCE_STOPPED, "source", where, "stream", stream));
        }
        delivery.run();
    }

    // Answers whether deliveries go on; false when the source is being stopped.
    private synchronized boolean awaitOpen() {
        boolean interrupted = false;
        while (!open && !stopping) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return open;
    }

    /**
     * What a source has to do with beside its stream.
     *
     * @param time what reconnecting waits by
     * @param reconnect what is done when the connection is not there
     * @param watch is told how the connection stands
     * @param failures takes errors
     * @param messages takes messages that cannot be mapped
     * @param settlement answers, when all that was delivered has been processed, whether the sinks have passed it on
     * @param end is run once when nothing will come any more
     * @param patienceMillis how long a stop is waited for
     * @param place keeps how far it has come
     */
    public record Surroundings(
            TimeSource time,
            Reconnect reconnect,
            ConnectionWatch watch,
            FailureLog failures,
            MessageFailures messages,
            BooleanSupplier settlement,
            Runnable end,
            long patienceMillis,
            SourcePlace place) {}
}
