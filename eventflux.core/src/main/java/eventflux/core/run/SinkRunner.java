package eventflux.core.run;

import eventflux.api.spi.mapper.PayloadBuffer;
import eventflux.api.spi.mapper.SinkMapper;
import eventflux.api.spi.sink.MessageSink;
import eventflux.api.spi.sink.RowSink;
import eventflux.api.spi.sink.Sink;
import eventflux.core.failure.FailureLog;
import eventflux.core.operator.RunReceiver;
import eventflux.core.row.RowRun;
import eventflux.core.row.RowView;
import java.io.IOException;

/** Hands rows to a sink, through its mapper when it has one. Used by the thread that owns the application. */
public final class SinkRunner implements RunReceiver {

    private final String where;
    private final Sink sink;
    private final RowView row;
    private final FailureLog failures;
    private final Publisher publisher;
    private final Publisher header;

    private SinkRunner(
            String where, Sink sink, RowView row, FailureLog failures, Publisher header, Publisher publisher) {
        this.where = where;
        this.sink = sink;
        this.row = row;
        this.failures = failures;
        this.header = header;
        this.publisher = publisher;
    }

    /** A runner for a sink that takes rows. */
    public static SinkRunner ofRows(String where, RowSink sink, RowView row, FailureLog failures) {
        return new SinkRunner(where, sink, row, failures, nothing -> {}, sink::publish);
    }

    /** A runner for a sink that takes messages. */
    public static SinkRunner ofMessages(
            String where, MessageSink sink, SinkMapper mapper, RowView row, FailureLog failures) {
        PayloadBuffer payload = new PayloadBuffer();
        Publisher header = nothing -> {
            payload.clear();
            mapper.header(payload);
            if (payload.length() > 0) {
                sink.header(payload.array(), 0, payload.length());
            }
        };
        return new SinkRunner(where, sink, row, failures, header, each -> {
            payload.clear();
            mapper.map(each, payload);
            sink.publish(payload.array(), 0, payload.length());
        });
    }

    /** Connects. */
    public void start() throws IOException {
        sink.start();
        header.publish(row);
    }

    /** Lets what is held back go out; answers whether the outside has all of it. */
    public boolean flush() {
        try {
            sink.flush();
            return true;
        } catch (IOException | RuntimeException | Error e) {
            failures.failed(where, "a flush", e);
            return false;
        }
    }

    /** Disconnects. */
    public void stop() {
        try {
            sink.stop();
        } catch (IOException | RuntimeException | Error e) {
            failures.failed(where, "its end", e);
        }
    }

    @Override
    public void receive(RowRun run) {
        for (int at = run.offset(); at < run.end(); at += row.length()) {
            row.wrap(run.buffer(), at);
            try {
                publisher.publish(row);
            } catch (IOException | RuntimeException | Error e) {
                failures.failed(where, "row " + row, e);
            }
        }
    }

    /** How a row gets out. */
    @FunctionalInterface
    private interface Publisher {

        void publish(RowView row) throws IOException;
    }
}
