package eventflux.core.catalog;

import eventflux.api.error.Problem;
import eventflux.core.catalog.ManifestNames.Named;
import eventflux.core.resolved.ExtensionRef;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Fills a catalog with the extensions that {@link ServiceLoader} finds; the way in without OSGi. */
public final class ClassPathExtensions {

    private final ClassLoader loader;
    private final Consumer<Problem> refused;

    /**
     * The extensions that a class loader sees.
     *
     * @param refused is told of those that cannot be used; the others are registered nevertheless
     */
    public ClassPathExtensions(ClassLoader loader, Consumer<Problem> refused) {
        this.loader = loader;
        this.refused = refused;
    }

    /**
     * Registers all of them. Those that a manifest names are made when somebody asks for one of their names: a start needs a dozen of
     * hundreds. What cannot be used of them is told then.
     */
    public void announceInto(ExtensionCatalog catalog) {
        ServiceFiles files = new ServiceFiles(loader, refused);
        Map<String, Named> named = files.named();
        for (Class<?> type : ExtensionInterfaces.all()) {
            Set<String> classes = files.classes(type);
            for (String name : classes) {
                if (named.containsKey(name)) {
                    catalog.announce(
                            new OnClassPath(loader, type, name, named.get(name), refused),
                            named.get(name).provider());
                }
            }
            if (!named.keySet().containsAll(classes)) {
                register(catalog, type, name -> !named.containsKey(name), registration -> {});
            }
        }
    }

    /**
     * Registers all of them, made and read at once.
     *
     * @param taker of the registrations
     */
    public void registerInto(ExtensionCatalog catalog, Consumer<ExtensionRegistration> taker) {
        for (Class<?> type : ExtensionInterfaces.all()) {
            register(catalog, type, name -> true, taker);
        }
    }

    private void register(
            ExtensionCatalog catalog,
            Class<?> type,
            Predicate<String> isWanted,
            Consumer<ExtensionRegistration> taker) {
        JarProviders providers = new JarProviders();
        Iterator<? extends ServiceLoader.Provider<?>> services =
                ServiceLoader.load(type, loader).stream().iterator();
        boolean hasMore = true;
        while (hasMore) {
            try {
                hasMore = services.hasNext();
                if (hasMore) {
                    ServiceLoader.Provider<?> next = services.next();
                    if (isWanted.test(next.type().getName())) {
                        ExtensionRegistration made = catalog.register(next.get(), providers.of(next.type()));
                        made.problems().forEach(refused);
                        taker.accept(made);
                    }
                }
            } catch (ServiceConfigurationError e) {
                refused.accept(notLoadable(type, e.getMessage()));
            }
        }
    }

    static Problem notLoadable(Class<?> type, String cause) {
        return Problem.of(CatalogError.NOT_LOADABLE, "interface", type.getName(), "cause", cause);
    }

    /** A provider of the class path that nobody has asked for yet. */
    private record OnClassPath(ClassLoader loader, Class<?> type, String name, Named named, Consumer<Problem> told)
            implements Announcement {

        @Override
        public Set<ExtensionRef> refs() {
            return named.refs();
        }

        @Override
        public Optional<Object> service() {
            try {
                return Optional.of(
                        Class.forName(name, true, loader).getConstructor().newInstance());
            } catch (ReflectiveOperationException | LinkageError e) {
                refused(notLoadable(type, name + ": " + e));
                return Optional.empty();
            }
        }

        @Override
        public void refused(Problem problem) {
            told.accept(problem);
        }
    }
}
