package eventflux.testkit.scenario;

import eventflux.api.EngineOptions;
import eventflux.api.EventFluxManager;

/** Gives engines to the runner: on the class path, inside a framework. */
@FunctionalInterface
public interface EngineSource {

    /** An engine that the runner closes. */
    EventFluxManager create(EngineOptions options);
}
