package eventflux.ext.inmemory;

/** What goes through a topic. */
sealed interface Item {

    /** What a mapper made. */
    record Message(byte[] payload) implements Item {}

    /** A row as it is; values by position. */
    record Values(long timestamp, Object[] values) implements Item {}
}
