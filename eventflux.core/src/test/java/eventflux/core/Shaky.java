package eventflux.core;

import eventflux.api.event.Row;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.sink.MessageRefusedException;
import eventflux.api.spi.sink.RowSink;
import eventflux.api.spi.sink.Sink;
import eventflux.api.spi.sink.SinkContext;
import eventflux.api.spi.sink.SinkFactory;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Sinks whose outside comes and goes as a test says, each called by its setting {@code to}. */
@Extension(
        kind = ExtensionKind.SINK,
        name = "shaky",
        description = "Takes rows while its outside is there.",
        parameters = {
            @Parameter(
                    name = "to",
                    type = ParameterType.STRING,
                    optional = true,
                    defaultValue = "a",
                    description = "Its name.")
        })
final class Shaky implements SinkFactory {

    /** The names of those that cannot be reached. */
    final Set<String> away = ConcurrentHashMap.newKeySet();

    /** What is refused, by the text of the row. */
    final Set<String> refused = ConcurrentHashMap.newKeySet();

    /** What got through, as {@code name row}. */
    final List<String> taken = new CopyOnWriteArrayList<>();

    /** The names of those that take rows, and cannot pass them on. */
    final Set<String> stuck = ConcurrentHashMap.newKeySet();

    /** All calls of publish. */
    final AtomicInteger tries = new AtomicInteger();

    @Override
    public Sink create(SinkContext context) {
        String name = context.settings().getString("to");
        return new RowSink() {
            @Override
            public void start() throws IOException {
                requireOutside();
            }

            @Override
            public void publish(Row row) throws IOException {
                tries.incrementAndGet();
                requireOutside();
                if (refused.contains(row.toString())) {
                    throw new MessageRefusedException("not wanted");
                }
                taken.add(name + " " + row);
            }

            @Override
            public void flush() throws IOException {
                if (stuck.contains(name)) {
                    throw new IOException(name + " is stuck");
                }
            }

            @Override
            public long flushAfterMillis() {
                return stuck.isEmpty() ? 0 : 100;
            }

            @Override
            public void stop() {
                // nothing is held back
            }

            private void requireOutside() throws IOException {
                if (away.contains(name)) {
                    throw new IOException(name + " is away");
                }
            }
        };
    }
}
