package eventflux.launcher.node;

import eventflux.api.EventFluxManager;
import eventflux.api.command.NodeCommand;
import eventflux.api.query.TextFormatter;

/** An engine and what carries it. */
public interface EngineHost extends AutoCloseable {

    /** The engine; usable until this is closed. */
    EventFluxManager engine();

    /**
     * The command that a bundle brings along under this name; usable until this is closed.
     *
     * @throws eventflux.api.error.EventFluxException when no bundle does
     */
    NodeCommand command(String name);

    /** What formats texts; usable until this is closed. */
    TextFormatter formatter();

    /** Starts what was left to start later; answers whether there was anything. */
    boolean startRest();

    /** Waits until the host was stopped from inside, by its shell or by a signal that closed it. */
    void awaitStop() throws InterruptedException;

    /** Stops all applications, then the bundles. A second call does nothing. */
    @Override
    void close();
}
