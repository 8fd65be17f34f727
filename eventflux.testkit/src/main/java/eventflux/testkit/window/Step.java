package eventflux.testkit.window;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a window emits as one chunk.
 *
 * @param at the application's time
 * @param key whose window
 * @param emissions in order, at least one
 */
record Step(long at, Object key, List<Emission> emissions) {

    Step {
        emissions = List.copyOf(emissions);
    }

    /** The emissions alone. */
    String text() {
        return emissions.stream().map(Emission::toString).collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return at + " " + key + ": " + text();
    }
}
