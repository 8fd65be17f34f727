package eventflux.core;

import eventflux.api.EngineOptions;
import eventflux.api.EngineProvider;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.api.Explanation;
import eventflux.api.Registration;
import eventflux.api.config.ConfiguredSetting;
import eventflux.api.deploy.KnownBundles;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.query.QueryParser;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.ExtensionName;
import eventflux.api.spi.ExtensionNeeds;
import eventflux.api.spi.errors.ErrorStore;
import eventflux.api.spi.persistence.PersistenceStore;
import eventflux.core.catalog.CatalogError;
import eventflux.core.catalog.ExtensionCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The engine as an OSGi service: extensions are the services of the kinds' interfaces, from the moment they are
 * registered to the moment they are not. With {@link ExtensionServices} all that knows OSGi.
 */
@Component(service = EventFluxManager.class, configurationPid = OsgiEngine.PID)
public final class OsgiEngine implements EventFluxManager {

    /** What Configuration Admin knows the settings of the engine as. */
    static final String PID = "eventflux";

    // Begins the location of a bundle that a program has set.
    private static final String SET = "extension:";

    private final BundleContext context;
    private final Engine engine;
    private final EngineOptions options;
    private final ExtensionServices extensions;
    private final ServiceRegistration<EngineProvider> provider;
    private final AtomicBoolean closed = new AtomicBoolean();
    // Bound and unbound by Declarative Services while the engine runs; null where nobody knows more bundles than those
    // that run.
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile KnownBundles knownBundles;

    /**
     * Made when a parser is there; begins to watch for extensions. Further engines on the same extensions are made by the
     * {@link EngineProvider} that it registers; it does not implement that interface itself, since then it would also be
     * found on a class path.
     *
     * @param given what the launcher was told; null where nobody registered any
     * @param properties what Configuration Admin says, beside the component's own
     */
    @Activate
    public OsgiEngine(
            BundleContext context,
            @Reference QueryParser parser,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL) EngineOptions given,
            Map<String, Object> properties) {
        this.context = context;
        ExtensionCatalog catalog = new ExtensionCatalog();
        options = given == null ? new EngineOptions() : given;
        engine = new Engine(options, catalog, parser, this::hint);
        configure(properties);
        extensions = new ExtensionServices(context, catalog);
        extensions.open();
        EngineProvider others = another -> new Engine(another, catalog, parser, this::hint);
        provider = context.registerService(EngineProvider.class, others, null);
    }

    private Optional<String> hint(ExtensionName missing, Map<String, String> versions) {
        KnownBundles known = knownBundles;
        return known == null
                ? Optional.empty()
                : known.providing(missing, versions).stream()
                        .findFirst()
                        .map(bundle -> "bundle " + bundle + " provides it and " + bundle.obstacle());
    }

    /** Takes settings from Configuration Admin: below those of the command line, above the others. */
    @Modified
    void configure(Map<String, Object> properties) {
        engine.configure(AdminSettings.above(options.configuration(), properties));
    }

    @Override
    public List<ConfiguredSetting> configuration() {
        return engine.configuration();
    }

    @Override
    public List<ConfiguredSetting> configuration(String text) {
        return engine.configuration(text);
    }

    @Deactivate
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        provider.unregister();
        engine.close();
        extensions.close();
    }

    @Override
    public EventFluxAppRuntime createEventFluxAppRuntime(String text) {
        return engine.createEventFluxAppRuntime(text);
    }

    @Override
    public EventFluxAppRuntime deploy(String name, String text) {
        return engine.deploy(name, text);
    }

    @Override
    public List<Problem> validate(String text) {
        return engine.validate(text);
    }

    @Override
    public List<ExtensionDescriptor> extensionVersions() {
        return engine.extensionVersions();
    }

    @Override
    public ExtensionNeeds needs(String text) {
        return engine.needs(text);
    }

    @Override
    public Explanation explain(String text) {
        return engine.explain(text);
    }

    @Override
    public Optional<EventFluxAppRuntime> appRuntime(String name) {
        return engine.appRuntime(name);
    }

    @Override
    public Map<String, EventFluxAppRuntime> appRuntimes() {
        return engine.appRuntimes();
    }

    @Override
    public Registration setExtension(String name, Path jar) {
        try (InputStream in = Files.newInputStream(jar)) {
            Bundle present = context.getBundle(SET + name);
            Bundle bundle = present == null ? context.installBundle(SET + name, in) : present;
            if (present != null) {
                present.update(in);
            }
            bundle.start();
            return () -> uninstall(name, jar, bundle);
        } catch (IOException | BundleException e) {
            throw refused(name, jar, e);
        }
    }

    private static void uninstall(String name, Path jar, Bundle bundle) {
        try {
            if (bundle.getState() != Bundle.UNINSTALLED) {
                bundle.uninstall();
            }
        } catch (BundleException e) {
            throw refused(name, jar, e);
        }
    }

    private static EventFluxException refused(String name, Path jar, Exception cause) {
        return new EventFluxException(
                Problem.of(CatalogError.JAR_REFUSED, "name", name, "jar", jar, "cause", Sources.reason(cause)), cause);
    }

    @Override
    public Registration register(Object extension) {
        return engine.register(extension);
    }

    @Override
    public void setPersistenceStore(PersistenceStore store) {
        engine.setPersistenceStore(store);
    }

    @Override
    public void setErrorStore(ErrorStore store) {
        engine.setErrorStore(store);
    }

    @Override
    public List<ExtensionDescriptor> extensions() {
        return engine.extensions();
    }
}
