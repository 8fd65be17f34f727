package eventflux.api.query.node;

/** Which streams a stream name is looked up among. */
public enum StreamScope {
    /** The streams, tables, windows, triggers and aggregations of the application. */
    PLAIN,
    /** The streams of one partition: {@code #Name}. */
    INNER,
    /** The fault streams: {@code !Name}. */
    FAULT;

    /** What the author writes before the name. */
    public String prefix() {
        return switch (this) {
            case PLAIN -> "";
            case INNER -> "#";
            case FAULT -> "!";
        };
    }
}
