package eventflux.core.catalog;

import eventflux.api.error.Problem;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/** Fills a catalog with the extensions that {@link ServiceLoader} finds; the way in without OSGi. */
public final class ClassPathExtensions {

    private final ClassLoader loader;

    /** The extensions that a class loader sees. */
    public ClassPathExtensions(ClassLoader loader) {
        this.loader = loader;
    }

    /**
     * Registers all of them.
     *
     * @return what is wrong with some; the others are registered nevertheless
     */
    public List<Problem> registerInto(ExtensionCatalog catalog) {
        return registerInto(catalog, registration -> {});
    }

    /**
     * Registers all of them.
     *
     * @param taker of the registrations
     * @return what is wrong with some; the others are registered nevertheless
     */
    List<Problem> registerInto(ExtensionCatalog catalog, Consumer<ExtensionRegistration> taker) {
        List<Problem> problems = new ArrayList<>();
        JarProviders providers = new JarProviders();
        for (Class<?> type : ExtensionInterfaces.all()) {
            load(
                    type,
                    service -> {
                        ExtensionRegistration made = catalog.register(service, providers.of(service.getClass()));
                        problems.addAll(made.problems());
                        taker.accept(made);
                    },
                    problems);
        }
        return problems;
    }

    private void load(Class<?> type, Consumer<Object> taker, List<Problem> problems) {
        Iterator<?> services = ServiceLoader.load(type, loader).iterator();
        boolean hasMore = true;
        while (hasMore) {
            try {
                hasMore = services.hasNext();
                if (hasMore) {
                    taker.accept(services.next());
                }
            } catch (ServiceConfigurationError e) {
                problems.add(
                        Problem.of(CatalogError.NOT_LOADABLE, "interface", type.getName(), "cause", e.getMessage()));
            }
        }
    }
}
