package eventflux.core;

import eventflux.api.EngineOptions;
import eventflux.api.EngineProvider;
import eventflux.api.EventFluxManager;
import eventflux.api.query.QueryParser;
import eventflux.core.catalog.ClassPathExtensions;
import eventflux.core.catalog.ExtensionCatalog;
import java.util.ServiceLoader;

/** Assembles the engine without OSGi: parser and extensions are what {@link ServiceLoader} finds beside this class. */
public final class ClassPathEngine implements EngineProvider {

    /** Found by {@link ServiceLoader}. */
    public ClassPathEngine() {}

    @Override
    public EventFluxManager create(EngineOptions options) {
        ClassLoader loader = ClassPathEngine.class.getClassLoader();
        QueryParser parser = ServiceLoader.load(QueryParser.class, loader)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no parser on the class path: add eventflux.parser"));
        ExtensionCatalog catalog = new ExtensionCatalog();
        System.Logger logger = System.getLogger("eventflux.core");
        new ClassPathExtensions(loader)
                .registerInto(catalog)
                .forEach(problem -> logger.log(System.Logger.Level.WARNING, problem.toString()));
        return new Engine(options, catalog, parser);
    }
}
