package eventflux.ext.inmemory;

import eventflux.api.spi.sink.MessageSink;
import eventflux.api.spi.sink.RowSettings;
import java.io.IOException;
import java.util.Arrays;

/** Publishes messages. */
record TopicMessageSink(Topics topics, RowSettings row) implements MessageSink {

    @Override
    public void start() {
        // A topic is there as soon as somebody speaks of it.
    }

    @Override
    public void publish(byte[] payload, int offset, int length) throws IOException {
        topics.publish(
                row.find("topic").orElse(""), new Item.Message(Arrays.copyOfRange(payload, offset, offset + length)));
    }

    @Override
    public void stop() {
        // Nothing is held.
    }
}
