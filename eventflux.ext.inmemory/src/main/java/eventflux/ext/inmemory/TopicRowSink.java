package eventflux.ext.inmemory;

import eventflux.api.event.Row;
import eventflux.api.spi.sink.RowSettings;
import eventflux.api.spi.sink.RowSink;
import java.io.IOException;

/** Publishes rows as they are. */
record TopicRowSink(Topics topics, RowSettings row) implements RowSink {

    @Override
    public void start() {
        // A topic is there as soon as somebody speaks of it.
    }

    @Override
    public void publish(Row published) throws IOException {
        Object[] values = new Object[published.schema().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = published.get(i);
        }
        topics.publish(row.find("topic").orElse(""), new Item.Values(published.timestamp(), values));
    }

    @Override
    public void stop() {
        // Nothing is held.
    }
}
