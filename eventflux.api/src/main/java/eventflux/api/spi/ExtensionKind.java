package eventflux.api.spi;

import java.util.List;
import java.util.Locale;

/** What an extension extends; one SPI package each. */
public enum ExtensionKind {
    /** Decides which rows of a stream stay and when they leave. */
    WINDOW,
    /** Computes a value from values. */
    FUNCTION,
    /** Computes a value from the rows of a window or group. */
    AGGREGATOR,
    /** Does something to each row of a stream. */
    STREAM_FUNCTION,
    /** Brings messages or rows from outside. */
    SOURCE,
    /** Takes messages or rows outside. */
    SINK,
    /** Turns messages into rows. */
    SOURCE_MAPPER,
    /** Turns rows into messages. */
    SINK_MAPPER,
    /** Keeps the state of applications over the end of the process. */
    PERSISTENCE_STORE,
    /** Keeps the rows of tables outside the engine. */
    STORE,
    /** Keeps events that failed until they are replayed. */
    ERROR_STORE,
    /** Says which of the destinations of a sink take a row. */
    DISTRIBUTION,
    /** Makes functions of the scripts of a language. */
    SCRIPT_LANGUAGE;

    /** All that may be meant, this one first: what is called like a function may be an aggregator, and like a stream function a window. */
    public List<ExtensionKind> calledAlike() {
        return switch (this) {
            case FUNCTION -> List.of(FUNCTION, AGGREGATOR);
            case STREAM_FUNCTION -> List.of(STREAM_FUNCTION, WINDOW);
            default -> List.of(this);
        };
    }

    /** As people read it: {@code source mapper}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
