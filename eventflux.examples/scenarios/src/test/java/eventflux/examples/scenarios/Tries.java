package eventflux.examples.scenarios;

import java.util.stream.IntStream;

/**
 * How many cases a property test makes by chance. A longer run: {@code -Deventflux.property.tries=100000}, and to begin elsewhere {@code
 * -Deventflux.property.first=600}.
 */
public final class Tries {

    private static final Integer TRIES = Integer.getInteger("eventflux.property.tries");
    private static final int FIRST = Integer.getInteger("eventflux.property.first", 0);

    private Tries() {}

    /** The seeds of the cases; as many as usual unless more are asked for. */
    public static IntStream seeds(int usual) {
        return IntStream.range(FIRST, FIRST + (TRIES == null ? usual : TRIES));
    }
}
