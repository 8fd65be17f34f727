package eventflux.api;

import eventflux.api.config.ConfiguredSetting;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.ExtensionNeeds;
import eventflux.api.spi.errors.ErrorStore;
import eventflux.api.spi.persistence.PersistenceStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The front door: makes, finds and checks applications. In OSGi it is a service; elsewhere {@link #create()} finds the engine
 * and all extensions on the class path. Safe for many threads.
 */
@ProviderType
public interface EventFluxManager extends AutoCloseable {

    /** An engine on the class path with the system's clock. */
    static EventFluxManager create() {
        return create(new EngineOptions());
    }

    /** An engine on the class path. */
    static EventFluxManager create(EngineOptions options) {
        return EngineProvider.load().create(options);
    }

    /**
     * Analyses, plans and compiles a text; starts nothing.
     *
     * @throws eventflux.api.error.EventFluxException with all problems of the text, or when the name is taken
     */
    EventFluxAppRuntime createEventFluxAppRuntime(String text);

    /**
     * As {@link #createEventFluxAppRuntime(String)}, for an application that has its name from outside (a file, a
     * bundle) when the text gives none, and that may wait for extensions which are not there yet: they are listed by
     * {@link EventFluxAppRuntime#waitingFor}, not problems.
     */
    EventFluxAppRuntime deploy(String name, String text);

    /** All problems and warnings of a text, each with its place; nothing is started. Empty when there is nothing to say. */
    List<Problem> validate(String text);

    /** Every stage of a text. Throws as {@link #createEventFluxAppRuntime(String)}. */
    Explanation explain(String text);

    /** The application of that name. */
    Optional<EventFluxAppRuntime> appRuntime(String name);

    /** All applications by name, in the order they were made. */
    Map<String, EventFluxAppRuntime> appRuntimes();

    /** The extensions that are present now, sorted by kind and name. */
    List<ExtensionDescriptor> extensions();

    /** All extensions, also those whose place another version or another bundle takes; the preferred one of a name first. */
    default List<ExtensionDescriptor> extensionVersions() {
        return extensions();
    }

    /**
     * Adds the extensions of a jar under a name of the program's choice, while applications run; one that was set under that name before is
     * replaced, as by an update of its bundle. In OSGi the jar becomes a bundle. Elsewhere its extensions are found by {@link
     * java.util.ServiceLoader} in a class loader of its own, which sees the JDK and {@code eventflux.api} and nothing else.
     *
     * @return takes the jar back; applications that use it wait then
     * @throws EventFluxException when the jar can't be read, or brings nothing that can be used
     */
    default Registration setExtension(String name, Path jar) {
        throw new UnsupportedOperationException("setExtension");
    }

    /**
     * Adds an extension of the program's own, of any kind: a factory of that kind with {@link eventflux.api.spi.Extension @Extension}, or a
     * {@link eventflux.api.spi.function.FunctionLibrary}. In OSGi a service does the same.
     *
     * @return takes it back; applications that use it wait then
     * @throws EventFluxException when it cannot be used
     */
    default Registration register(Object extension) {
        throw new UnsupportedOperationException("register");
    }

    /** What a text needs of the bundles of a node, whether it is there or not; nothing when the text is wrong. */
    default ExtensionNeeds needs(String text) {
        return ExtensionNeeds.NOTHING;
    }

    /** What the engine is configured with, by key; each setting with its origin. */
    default List<ConfiguredSetting> configuration() {
        return List.of();
    }

    /**
     * The settings that the sources and sinks of a text would have, in the order of the text: {@code streams.<name>.<setting>}, each with
     * its origin; a default's is {@code default}.
     *
     * @throws EventFluxException with all problems of the text
     */
    default List<ConfiguredSetting> configuration(String text) {
        return List.of();
    }

    /**
     * Keeps revisions of all applications in a store of the program's own, instead of the one that the configuration names; for
     * applications that are started after this. The program closes it, after the manager.
     */
    void setPersistenceStore(PersistenceStore store);

    /**
     * Keeps failed events of all applications in a store of the program's own, instead of the one that the configuration names. The
     * program closes it, after the manager.
     */
    void setErrorStore(ErrorStore store);

    /** Stops all applications. */
    @Override
    void close();
}
