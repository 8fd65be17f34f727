package eventflux.bench.json;

import eventflux.api.spi.sink.MessageSink;
import eventflux.api.spi.source.Source;
import eventflux.api.spi.source.SourceOutput;

/**
 * The two ends of an application in the hands of the thread that measures: what it puts in is delivered at once, and what comes out is
 * only counted. There is one for the process, because engines make sources and sinks by their names.
 */
final class Wire implements Source, MessageSink {

    /** The one that factories hand out. */
    static final Wire OF_PROCESS = new Wire();

    // Written by the thread that measures.
    private SourceOutput output;
    private final Received received = new Received();

    /** Brings a message into the application; returns when it has been processed. */
    void send(byte[] message) {
        output.message(message, 0, message.length);
        output.flush();
    }

    /** What came out. */
    Received received() {
        return received;
    }

    @Override
    public void start(SourceOutput out) {
        output = out;
    }

    @Override
    public void start() {
        // There is nothing to connect to.
    }

    @Override
    public void publish(byte[] payload, int offset, int length) {
        received.add(payload, offset, length);
    }

    @Override
    public void stop() {
        // Nothing is held.
    }
}
