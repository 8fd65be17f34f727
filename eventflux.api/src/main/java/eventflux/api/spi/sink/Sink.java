package eventflux.api.spi.sink;

import java.io.IOException;

/**
 * Takes rows or messages outside. Called by the thread that owns the application, in the order of the stream. What a call
 * throws goes to the sink's error policy: an {@link IOException} says that the outside could not be reached, so that the same may be
 * tried again, which connects anew where need be; anything else, a {@link MessageRefusedException} among them, that trying again is
 * of no use.
 */
public sealed interface Sink permits RowSink, MessageSink {

    /** Connects; returns when it can be written to. */
    void start() throws IOException;

    /** What is held back goes out; returns when the outside has taken all that was published. Waits as long as that may take. */
    default void flush() throws IOException {}

    /**
     * After how many milliseconds the engine calls {@link #flush} when something was published since the last call and nobody else has asked for
     * it; 0, the default, when the sink holds nothing back by itself.
     */
    default long flushAfterMillis() {
        return 0;
    }

    /** Writes what is held back and lets go of everything. */
    void stop() throws IOException;
}
