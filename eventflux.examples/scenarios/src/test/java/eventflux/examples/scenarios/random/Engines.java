package eventflux.examples.scenarios.random;

import eventflux.api.EngineOptions;
import eventflux.api.EventFluxManager;
import eventflux.testkit.time.VirtualTime;
import java.util.Map;

/** Two engines, one of which brings the rows of inputs through rings. Of a test thread; one application at a time. */
final class Engines implements AutoCloseable {

    private static final Map<String, String> RINGS =
            Map.of("streams.A.async.enabled", "true", "streams.B.async.enabled", "true");

    private final VirtualTime time = new VirtualTime(RandomApplication.START);
    private final EventFluxManager plain = EventFluxManager.create(new EngineOptions().withTimeSource(time));
    private final EventFluxManager rings =
            EventFluxManager.create(new EngineOptions().withTimeSource(time).withSettings(RINGS));

    EventFluxManager of(Manner manner) {
        return manner == Manner.THROUGH_RINGS ? rings : plain;
    }

    VirtualTime time() {
        return time;
    }

    @Override
    public void close() {
        plain.close();
        rings.close();
    }
}
