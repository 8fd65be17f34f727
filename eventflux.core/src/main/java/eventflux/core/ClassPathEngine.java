package eventflux.core;

import eventflux.api.EngineOptions;
import eventflux.api.EngineProvider;
import eventflux.api.EventFluxManager;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.query.QueryParser;
import eventflux.core.catalog.ClassPathExtensions;
import eventflux.core.catalog.ExtensionCatalog;
import java.util.ServiceLoader;
import org.agrona.UnsafeApi;

/** Assembles the engine without OSGi: parser and extensions are what {@link ServiceLoader} finds beside this class. */
public final class ClassPathEngine implements EngineProvider {

    private static final String MEMORY = "jdk.internal.misc";

    /** Found by {@link ServiceLoader}. */
    public ClassPathEngine() {}

    @Override
    public EventFluxManager create(EngineOptions options) {
        requireMemory(UnsafeApi.class.getModule());
        ClassLoader loader = ClassPathEngine.class.getClassLoader();
        QueryParser parser = ServiceLoader.load(QueryParser.class, loader)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no parser on the class path: add eventflux.parser"));
        ExtensionCatalog catalog = new ExtensionCatalog();
        new ClassPathExtensions(loader).announceInto(catalog, ClassPathEngine::warn);
        return new Engine(options, catalog, parser);
    }

    /** Refuses a virtual machine in which a module could not reach memory: it would fail with the first row, from deep inside. */
    static void requireMemory(Module user) {
        if (!Object.class.getModule().isExported(MEMORY, user)) {
            throw new EventFluxException(Problem.of(AppError.MEMORY_CLOSED, "package", MEMORY));
        }
    }

    private static void warn(Problem problem) {
        System.getLogger("eventflux.core").log(System.Logger.Level.WARNING, problem.toString());
    }
}
