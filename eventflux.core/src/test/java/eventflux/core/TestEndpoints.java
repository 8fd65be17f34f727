package eventflux.core;

import eventflux.api.event.Row;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.sink.RowSink;
import eventflux.api.spi.sink.Sink;
import eventflux.api.spi.sink.SinkContext;
import eventflux.api.spi.sink.SinkFactory;
import eventflux.api.spi.source.Source;
import eventflux.api.spi.source.SourceContext;
import eventflux.api.spi.source.SourceFactory;
import eventflux.api.spi.source.SourceOutput;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A source of numbers and a sink that keeps what it is given, for tests of the engine. */
final class TestEndpoints {

    private TestEndpoints() {}

    /** Hands its outputs to the test, which delivers on a thread of its own. */
    @Extension(kind = ExtensionKind.SOURCE, name = "hand", description = "Delivers what a test delivers.")
    static final class Hand implements SourceFactory {

        final List<SourceOutput> started = new CopyOnWriteArrayList<>();
        final AtomicInteger stopped = new AtomicInteger();

        @Override
        public Source create(SourceContext context) {
            return new Source() {
                @Override
                public void start(SourceOutput out) {
                    started.add(out);
                }

                @Override
                public void stop() {
                    stopped.incrementAndGet();
                }
            };
        }

        /** So many rows {@code (number, key)} through the nth source that was started. */
        void deliver(int source, int count) {
            SourceOutput out = started.get(source);
            for (int i = 0; i < count; i++) {
                out.rows().begin(i).setLong(0, i).setString(1, "k").commit();
            }
            out.flush();
        }
    }

    /** Keeps rows as texts. */
    @Extension(kind = ExtensionKind.SINK, name = "kept", description = "Keeps rows.")
    static final class Kept implements SinkFactory {

        final List<String> log = new CopyOnWriteArrayList<>();

        /** What the sinks say of how long they may hold rows back. */
        volatile long flushAfterMillis;

        @Override
        public Sink create(SinkContext context) {
            return new RowSink() {
                @Override
                public void start() {
                    log.add("start");
                }

                @Override
                public void publish(Row row) {
                    log.add(row.toString());
                }

                @Override
                public void flush() {
                    log.add("flush");
                }

                @Override
                public long flushAfterMillis() {
                    return flushAfterMillis;
                }

                @Override
                public void stop() {
                    log.add("stop");
                }
            };
        }
    }
}
