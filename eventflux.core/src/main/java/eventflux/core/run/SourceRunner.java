package eventflux.core.run;

import eventflux.api.error.EventFluxException;
import eventflux.api.event.RowAppender;
import eventflux.api.spi.mapper.MappingException;
import eventflux.api.spi.mapper.SourceMapper;
import eventflux.api.spi.source.Source;
import eventflux.api.spi.source.SourceOutput;
import eventflux.core.failure.FailureLog;
import java.io.IOException;

/**
 * Runs a source: takes its messages through the mapper and delivers the rows in batches. Started and stopped by one thread at a
 * time; the rest is called by the source's thread.
 */
public final class SourceRunner implements SourceOutput {

    private static final int LARGEST_BATCH = 256;

    private final String where;
    private final Source source;
    private final SourceMapper mapper;
    private final RowAppender rows;
    private final FailureLog failures;
    private final EndOfInput end;
    private volatile boolean stopping;

    /**
     * A runner.
     *
     * @param where what it is called in errors
     * @param source the source
     * @param mapper its mapper; one that refuses messages for a source that writes rows
     * @param rows leads into the stream
     * @param outcome takes errors, and the end of a finite input
     */
    public SourceRunner(String where, Source source, SourceMapper mapper, RowAppender rows, Outcome outcome) {
        this.where = where;
        this.source = source;
        this.mapper = mapper;
        this.rows = rows;
        this.failures = outcome.failures();
        this.end = outcome.end();
    }

    /** Starts the source. */
    public void start() throws IOException {
        stopping = false;
        source.start(this);
    }

    /** Stops the source; returns when nothing will be delivered any more. */
    public void stop() {
        stopping = true;
        source.stop();
    }

    @Override
    public boolean message(byte[] payload, int offset, int length) {
        try {
            mapper.map(payload, offset, length, rows);
        } catch (MappingException e) {
            rows.abort();
            failures.failed(where, "a message at " + e.place(), e);
        } catch (RuntimeException e) {
            rows.abort();
            failures.failed(where, "a message", e);
        }
        if (rows.pending() >= LARGEST_BATCH) {
            flush();
        }
        return !stopping;
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
            // The application was stopped while the source delivered.
            stopping = true;
            failures.failed(where, "a delivery", e);
        }
    }

    @Override
    public void endOfInput() {
        flush();
        end.reached();
    }

    @Override
    public void failed(Exception cause) {
        failures.failed(where, "its connection", cause);
        end.reached();
    }

    /** Is told once when a source has come to its end. */
    @FunctionalInterface
    public interface EndOfInput {

        /** Nothing will come any more. */
        void reached();
    }

    /**
     * Where a source's news go.
     *
     * @param failures errors
     * @param end the end of a finite input
     */
    public record Outcome(FailureLog failures, EndOfInput end) {}
}
