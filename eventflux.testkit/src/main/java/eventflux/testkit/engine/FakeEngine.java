package eventflux.testkit.engine;

import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.api.Explanation;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.errors.ErrorStore;
import eventflux.api.spi.persistence.PersistenceStore;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An engine that knows its applications by their names until they are closed, and takes every text. A test that wants some refused, or
 * applications that do more, overrides {@link #validate} and {@link #application}. Applications may
 * be closed by other threads than the one that uses it.
 */
public class FakeEngine implements EventFluxManager {

    /** What an application is called that was made of a text alone. */
    private static final String UNNAMED = "unnamed";

    private final Map<String, EventFluxAppRuntime> applications = Collections.synchronizedMap(new LinkedHashMap<>());

    /** An engine without applications. */
    public FakeEngine() {}

    /**
     * The application of a text in which no error was found.
     *
     * @param name what it is to be called
     * @param text its text
     */
    protected FakeApplication application(String name, String text) {
        return new FakeApplication(name, text);
    }

    /** Finds nothing wrong. */
    @Override
    public List<Problem> validate(String text) {
        return List.of();
    }

    /**
     * Makes the application, which is not started.
     *
     * @throws EventFluxException if {@link #validate} finds an error, with all that it finds
     */
    @Override
    public final EventFluxAppRuntime deploy(String name, String text) {
        List<Problem> problems = validate(text);
        if (problems.stream().anyMatch(Problem::isError)) {
            throw new EventFluxException(problems);
        }
        FakeApplication application = application(name, text);
        applications.put(application.name(), application);
        application.whenClosed(() -> applications.remove(application.name()));
        return application;
    }

    @Override
    public final EventFluxAppRuntime createEventFluxAppRuntime(String text) {
        return deploy(UNNAMED, text);
    }

    /** An explanation without sections. */
    @Override
    public Explanation explain(String text) {
        return new Explanation(List.of());
    }

    @Override
    public final Optional<EventFluxAppRuntime> appRuntime(String name) {
        return Optional.ofNullable(applications.get(name));
    }

    /** In the order in which they were made. */
    @Override
    public final Map<String, EventFluxAppRuntime> appRuntimes() {
        synchronized (applications) {
            return new LinkedHashMap<>(applications);
        }
    }

    @Override
    public List<ExtensionDescriptor> extensions() {
        return List.of();
    }

    @Override
    public void setPersistenceStore(PersistenceStore store) {
        throw new UnsupportedOperationException("setPersistenceStore");
    }

    @Override
    public void setErrorStore(ErrorStore store) {
        throw new UnsupportedOperationException("setErrorStore");
    }

    /** Closes its applications. */
    @Override
    public void close() {
        List.copyOf(appRuntimes().values()).forEach(EventFluxAppRuntime::close);
    }
}
