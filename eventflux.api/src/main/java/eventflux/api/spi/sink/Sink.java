package eventflux.api.spi.sink;

import java.io.IOException;

/**
 * Takes rows or messages outside. Called by the thread that owns the application, in the order of the stream. What a call
 * throws goes to the sink's error policy.
 */
public sealed interface Sink permits RowSink, MessageSink {

    /** Connects; returns when it can be written to. */
    void start() throws IOException;

    /** The engine has nothing more at the moment; what is held back goes out. */
    default void flush() throws IOException {}

    /** Writes what is held back and lets go of everything. */
    void stop() throws IOException;
}
