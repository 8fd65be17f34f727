package eventflux.core.run;

import eventflux.api.Registration;
import eventflux.api.TimeSource;
import eventflux.api.spi.mapper.PayloadBuffer;
import eventflux.api.spi.mapper.SinkMapper;
import eventflux.api.spi.sink.MessageRefusedException;
import eventflux.api.spi.sink.MessageSink;
import eventflux.api.spi.sink.RowSink;
import eventflux.api.spi.sink.Sink;
import eventflux.core.failure.CircuitBreaker;
import eventflux.core.failure.FailureLog;
import eventflux.core.row.RowView;
import java.io.IOException;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * One sink, with its mapper if it has one, and the life of its connection. A sink that could not be reached at the start, where
 * that is allowed, is tried again by time, and with a row when the pause is over. Used by the thread that owns the application.
 */
public final class SinkConnection {

    private final String where;
    private final Sink sink;
    private final Publisher header;
    private final Publisher publisher;
    private final Surroundings surroundings;
    private final SplittableRandom random = new SplittableRandom();

    private boolean isStarted;
    private boolean isWanted;
    private int failures;
    private long nextTry = Long.MIN_VALUE;
    private IOException lastCause = new IOException("it is not connected");
    private Registration wake = () -> {};
    private boolean isHolding; // whether a flush is on its way for what was published
    private Registration flushing = () -> {};
    // Whether the last flush has failed: that rows are taken says nothing of the connection then.
    private boolean isBehind;

    private SinkConnection(String where, Sink sink, Publisher header, Publisher publisher, Surroundings surroundings) {
        this.where = where;
        this.sink = sink;
        this.header = header;
        this.publisher = publisher;
        this.surroundings = surroundings;
    }

    /** A connection to a sink that takes rows. */
    public static SinkConnection ofRows(String where, RowSink sink, Surroundings surroundings) {
        return new SinkConnection(where, sink, nothing -> {}, sink::publish, surroundings);
    }

    /** A connection to a sink that takes messages. */
    public static SinkConnection ofMessages(
            String where, MessageSink sink, SinkMapper mapper, Surroundings surroundings) {
        PayloadBuffer payload = new PayloadBuffer();
        Publisher header = nothing -> {
            payload.clear();
            mapper.header(payload);
            if (payload.length() > 0) {
                sink.header(payload.array(), 0, payload.length());
            }
        };
        return new SinkConnection(
                where,
                sink,
                header,
                row -> {
                    payload.clear();
                    mapper.map(row, payload);
                    sink.publish(payload.array(), 0, payload.length());
                },
                surroundings);
    }

    /**
     * What a sink has to do with.
     *
     * @param time what pauses are measured by
     * @param reconnect what is done when it is not there
     * @param breaker lets it alone for a while when much has failed, if that is wanted
     * @param watch is told how it stands
     * @param failures takes what is only logged
     * @param owner runs something as the owner of the application
     */
    public record Surroundings(
            TimeSource time,
            Reconnect reconnect,
            Optional<CircuitBreaker> breaker,
            ConnectionWatch watch,
            FailureLog failures,
            java.util.concurrent.Executor owner) {}

    /** What it is called in errors. */
    String where() {
        return where;
    }

    /** How it stands; by any thread. */
    public ConnectionWatch watch() {
        return surroundings.watch();
    }

    /**
     * Connects.
     *
     * @throws IOException when that fails and the connection is required
     */
    void start() throws IOException {
        isWanted = true;
        try {
            begin();
        } catch (IOException e) {
            if (surroundings.reconnect().isRequired()) {
                surroundings.watch().failed(e);
                throw e;
            }
            lost(e);
            surroundings.failures().failed(where, "its connection", e);
            remind();
        }
    }

    private void begin() throws IOException {
        OwnLoader.start(sink, sink::start);
        header.publish(null);
        isStarted = true;
        succeeded();
    }

    private void connect() throws IOException {
        try {
            begin();
        } catch (IOException e) {
            lost(e);
            throw e;
        }
    }

    // Tries again by time, on a thread of its own, since connecting may take long.
    private void remind() {
        if (failures >= surroundings.reconnect().most()) {
            surroundings.watch().failed(lastCause);
            return;
        }
        wake = surroundings.time().wakeAt(nextTry, () -> asOwner("reconnect", this::comeBack));
    }

    private void comeBack() {
        if (!isWanted || isStarted) {
            return;
        }
        try {
            connect();
        } catch (IOException | RuntimeException e) {
            surroundings.failures().failed(where, "its connection", e);
            remind();
        }
    }

    /** Whether nothing is known against giving it a row. */
    boolean isUp() {
        return failures == 0 ? !watch().isAway() : surroundings.time().millis() >= nextTry;
    }

    /** When it may be tried again. */
    long nextTry() {
        return nextTry;
    }

    /** How many tries in a row have failed. */
    int failures() {
        return failures;
    }

    /**
     * One try to pass a row on.
     *
     * @throws IOException when it did not get through; a {@link MessageRefusedException} when it will not in future either
     */
    void publish(RowView row) throws IOException {
        Optional<CircuitBreaker> breaker = surroundings.breaker();
        if (breaker.isPresent() && !breaker.get().allows(nanos())) {
            surroundings.watch().rested();
            throw new IOException(
                    "nothing is sent for a while, since too much has failed: " + reason(lastCause), lastCause);
        }
        requireConnection();
        try {
            publisher.publish(row);
        } catch (MessageRefusedException e) {
            succeeded();
            throw e;
        } catch (IOException e) {
            lost(e);
            throw e;
        }
        if (!isBehind) {
            succeeded();
        }
        if (!isHolding && sink.flushAfterMillis() > 0) {
            isHolding = true;
            flushAt(surroundings.time().millis() + sink.flushAfterMillis());
        }
    }

    // Lets what is held back go out by time, on a thread of its own, since that may take long.
    private void flushAt(long millis) {
        flushing = surroundings.time().wakeAt(millis, () -> asOwner("flush", this::flushHeld));
    }

    private void asOwner(String purpose, Runnable work) {
        Thread thread = new Thread(() -> surroundings.owner().execute(work), "eventflux-" + purpose + " " + where);
        thread.setDaemon(true);
        thread.start();
    }

    private void flushHeld() {
        if (!isStarted || !isHolding) {
            return;
        }
        isHolding = false;
        try {
            sink.flush();
            isBehind = false;
            succeeded();
        } catch (IOException e) {
            surroundings.failures().failed(where, "a flush", e);
            lost(e);
            isBehind = true;
            isHolding = true;
            flushAt(nextTry);
        } catch (RuntimeException | Error e) {
            surroundings.failures().failed(where, "a flush", e);
        }
    }

    private void requireConnection() throws IOException {
        if (isStarted) {
            return;
        }
        boolean isTime = isWanted
                && surroundings.time().millis() >= nextTry
                && failures < surroundings.reconnect().most();
        if (!isTime) {
            throw new IOException(reason(lastCause), lastCause);
        }
        wake.close();
        try {
            connect();
        } catch (IOException e) {
            remind();
            throw e;
        }
    }

    private void succeeded() {
        if (failures > 0) {
            failures = 0;
            surroundings.breaker().ifPresent(CircuitBreaker::succeeded);
        }
        surroundings.watch().connected();
    }

    private void lost(IOException cause) {
        failures++;
        lastCause = cause;
        nextTry = surroundings.time().millis()
                + surroundings.reconnect().backOff().pauseMillis(failures, random);
        surroundings.breaker().ifPresent(breaker -> breaker.failed(nanos()));
        surroundings.watch().lost(cause);
    }

    private long nanos() {
        return TimeUnit.MILLISECONDS.toNanos(surroundings.time().millis());
    }

    private static String reason(IOException cause) {
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    /** Lets what is held back go out; answers whether the outside has all of it. */
    boolean flush() {
        if (!isStarted) {
            return true;
        }
        try {
            sink.flush();
            if (isBehind) {
                isBehind = false;
                succeeded();
            }
            return true;
        } catch (IOException e) {
            isBehind = true;
            surroundings.watch().lost(e);
            surroundings.failures().failed(where, "a flush", e);
            return false;
        } catch (RuntimeException | Error e) {
            surroundings.failures().failed(where, "a flush", e);
            return false;
        }
    }

    /** Disconnects. */
    void stop() {
        isWanted = false;
        wake.close();
        flushing.close();
        isHolding = false;
        isBehind = false;
        surroundings.watch().stopped();
        if (!isStarted) {
            return;
        }
        isStarted = false;
        new BoundedStop(surroundings.failures(), BoundedStop.WRITERS_PATIENCE_MILLIS).run(where, "its end", sink::stop);
    }

    /** How a row gets out. */
    @FunctionalInterface
    private interface Publisher {

        void publish(RowView row) throws IOException;
    }
}
