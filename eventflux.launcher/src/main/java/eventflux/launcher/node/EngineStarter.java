package eventflux.launcher.node;

/** Brings up an engine; the command line is tested with one that needs no framework. */
@FunctionalInterface
public interface EngineStarter {

    /**
     * Starts what the request asks for and returns when the engine can be used.
     *
     * @throws eventflux.api.error.EventFluxException when a bundle can't be started or none is an engine
     */
    EngineHost start(NodeRequest request);
}
