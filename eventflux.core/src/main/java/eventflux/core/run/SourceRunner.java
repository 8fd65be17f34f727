package eventflux.core.run;

import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.event.RowAppender;
import eventflux.api.spi.mapper.MappingException;
import eventflux.api.spi.mapper.SourceMapper;
import eventflux.api.spi.source.Source;
import eventflux.api.spi.source.SourceOutput;
import eventflux.core.failure.FailureLog;
import java.io.IOException;

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
    private final RowAppender rows;
    private final FailureLog failures;
    private final EndOfInput end;

    // Guarded by this.
    private SourceMapper mapper;
    private boolean open;
    private boolean stopping;
    private boolean ended;

    /**
     * A runner that is paused.
     *
     * @param where what it is called in errors
     * @param source the source
     * @param input the stream
     * @param failures takes errors
     * @param end is told when nothing will come any more
     */
    public SourceRunner(String where, Source source, RowInput input, FailureLog failures, EndOfInput end) {
        this.where = where;
        this.stream = input.stream();
        this.source = source;
        this.rows = input.appender(this::deliver);
        this.failures = failures;
        this.end = end;
    }

    /** Starts the source; messages go through a mapper. */
    public void start(SourceMapper through) throws IOException {
        resume(through);
        source.start(this);
    }

    /** Lets nobody deliver any more, once the delivery at hand is over, and lets go of the mapper. */
    public synchronized void pause() {
        open = false;
        mapper = null;
    }

    /** Lets deliveries go on. */
    public synchronized void resume(SourceMapper through) {
        mapper = through;
        open = true;
        stopping = false;
        notifyAll();
    }

    /** Stops the source; returns when nothing will be delivered any more. Those who wait are turned away. */
    public void stop() {
        synchronized (this) {
            stopping = true;
            notifyAll();
        }
        source.stop();
        pause();
    }

    /** Whether the source has come to the end of a finite input, or has broken. */
    public synchronized boolean hasEnded() {
        return ended;
    }

    @Override
    public synchronized boolean message(byte[] payload, int offset, int length) {
        if (!awaitOpen()) {
            return false;
        }
        try {
            mapper.map(payload, offset, length, rows);
        } catch (MappingException e) {
            rows.abort();
            reject(e);
        } catch (RuntimeException e) {
            rows.abort();
            failures.failed(where, "a message", e);
        }
        if (rows.pending() >= LARGEST_BATCH) {
            flush();
        }
        return !stopping;
    }

    // A mapper reports all bad rows of a message in one exception: the first one, with others behind it.
    private void reject(MappingException rejection) {
        failures.failed(where, "a message at " + rejection.place(), rejection);
        for (Throwable other : rejection.getSuppressed()) {
            if (other instanceof MappingException another) {
                failures.failed(where, "a message at " + another.place(), another);
            }
        }
    }

    @Override
    public void rejected(Exception cause, String place) {
        failures.failed(where, "a message at " + place, cause);
    }

    @Override
    public RowAppender rows() {
        return rows;
    }

    @Override
    public void flush() {
        try {
            rows.flush();
        } catch (EventFluxException e) {
            failures.failed(where, "a delivery", e);
        }
    }

    @Override
    public void endOfInput() {
        flush();
        finish();
    }

    @Override
    public void failed(Exception cause) {
        failures.failed(where, "its connection", cause);
        finish();
    }

    private void finish() {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
        }
        end.reached();
    }

    private synchronized void deliver(Runnable delivery) {
        if (!awaitOpen()) {
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

    /** Is told once when a source has come to its end. */
    @FunctionalInterface
    public interface EndOfInput {

        /** Nothing will come any more. */
        void reached();
    }
}
