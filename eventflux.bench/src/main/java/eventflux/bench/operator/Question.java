package eventflux.bench.operator;

/**
 * A query to be measured, over two streams that alternate.
 *
 * @param name what it shows
 * @param text what stands behind the definitions of the streams; its results go into {@code Results}
 * @param keys how many symbols the rows have
 */
public record Question(String name, String text, int keys) {

    private static final int KEYS = 1_000;
    private static final String STREAMS = """
            @app:playback
            define stream Trades (symbol string, price double, volume long, isFilled bool, ts long);
            define stream Quotes (symbol string, price double, volume long, isFilled bool, ts long);
            """;

    /** A query over rows of a thousand symbols. */
    Question(String name, String text) {
        this(name, text, KEYS);
    }

    /** The whole application. */
    String application() {
        return STREAMS + text;
    }

    @Override
    public String toString() {
        return name;
    }
}
