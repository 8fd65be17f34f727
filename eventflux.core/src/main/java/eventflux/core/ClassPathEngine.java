package eventflux.core;

import eventflux.api.EngineOptions;
import eventflux.api.EngineProvider;
import eventflux.api.EventFluxManager;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.query.QueryParser;
import eventflux.core.catalog.ClassPathExtensions;
import eventflux.core.catalog.ExtensionCatalog;
import eventflux.core.row.MemoryAccess;
import java.util.ServiceLoader;

/** Assembles the engine without OSGi: parser and extensions are what {@link ServiceLoader} finds beside this class. */
public final class ClassPathEngine implements EngineProvider {

    /** Found by {@link ServiceLoader}. */
    public ClassPathEngine() {}

    @Override
    public EventFluxManager create(EngineOptions options) {
        requireMemory(MemoryAccess.isOpen());
        ClassLoader loader = ClassPathEngine.class.getClassLoader();
        QueryParser parser = ServiceLoader.load(QueryParser.class, loader)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no parser on the class path: add eventflux.parser"));
        ExtensionCatalog catalog = new ExtensionCatalog();
        new ClassPathExtensions(loader, ClassPathEngine::warn).announceInto(catalog);
        return new Engine(options, catalog, parser);
    }

    /** Refuses a virtual machine in which rows could not be read. */
    static void requireMemory(boolean isOpen) {
        if (!isOpen) {
            throw new EventFluxException(Problem.of(AppError.MEMORY_CLOSED, "package", MemoryAccess.PACKAGE));
        }
    }

    private static void warn(Problem problem) {
        System.getLogger("eventflux.core").log(System.Logger.Level.WARNING, problem.toString());
    }
}
