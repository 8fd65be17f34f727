package eventflux.launcher.node;

import eventflux.api.EventFluxManager;

/** An engine and what carries it. */
public interface EngineHost extends AutoCloseable {

    /** The engine; usable until this is closed. */
    EventFluxManager engine();

    /** Waits until the host was stopped from inside, by its shell or by a signal that closed it. */
    void awaitStop() throws InterruptedException;

    /** Stops all applications, then the bundles. A second call does nothing. */
    @Override
    void close();
}
