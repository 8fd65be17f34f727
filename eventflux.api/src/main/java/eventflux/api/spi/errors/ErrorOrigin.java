package eventflux.api.spi.errors;

/** What failed on an event, and so where a replay takes it. */
public enum ErrorOrigin {
    /** A source could not make rows of a message. Kept is the message; a replay maps it anew. */
    SOURCE,
    /** A query failed on a row of a stream. Kept is the row; a replay puts it into the stream again, for all who read it. */
    STREAM,
    /** A sink could not pass a row on. Kept is the row; a replay gives it to that sink alone. */
    SINK
}
