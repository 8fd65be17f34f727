package eventflux.core;

import eventflux.api.EngineOptions;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.api.Explanation;
import eventflux.api.Registration;
import eventflux.api.config.ConfiguredSetting;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.query.QueryParser;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.ExtensionNeeds;
import eventflux.api.spi.errors.ErrorStore;
import eventflux.api.spi.persistence.PersistenceStore;
import eventflux.core.catalog.ExtensionCatalog;
import eventflux.core.catalog.ExtensionListener;
import eventflux.core.catalog.ExtensionRegistration;
import eventflux.core.catalog.JarExtensions;
import eventflux.core.catalog.Provider;
import eventflux.core.compile.code.ExpressionCompiler;
import eventflux.core.resolved.ExtensionRef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The engine: its applications and its extensions, wherever these come from. Safe for many threads. */
final class Engine implements EventFluxManager, ExtensionListener {

    private static final long LOOK_MILLIS = 1_500;
    private static final Provider PROGRAM = new Provider("program", "", 0);

    private final EngineOptions options;
    private final ExtensionCatalog catalog;
    private final JarExtensions jars;
    private final Texts texts;
    private final Persistence persistence;
    private final ErrorStores errors;
    private final ExpressionCompiler code = new ExpressionCompiler();
    private final Following following = new Following(Sources.PATIENCE_MILLIS);
    private final Registration listening;
    private final Object lock = new Object();
    // Guarded by the lock.
    private final Map<String, App> apps = new LinkedHashMap<>();
    private int unnamed;
    private Registration looking = () -> {};
    private volatile List<ConfiguredSetting> configuration = List.of(); // written by whoever configures

    Engine(EngineOptions options, ExtensionCatalog catalog, QueryParser parser) {
        this(options, catalog, parser, (extension, versions) -> Optional.empty());
    }

    /** An engine whose surroundings know more bundles than those that are started. */
    Engine(EngineOptions options, ExtensionCatalog catalog, QueryParser parser, MissingExtensions.Hints hints) {
        this.options = options;
        configure(options.configuration());
        this.catalog = catalog;
        this.jars = new JarExtensions(catalog);
        this.texts = new Texts(parser, catalog, new MissingExtensions(hints), this::configuration);
        this.persistence = new Persistence(catalog, this::configuration);
        this.errors = new ErrorStores(catalog, this::configuration);
        this.listening = catalog.listen(this);
    }

    @Override
    public EventFluxAppRuntime createEventFluxAppRuntime(String text) {
        Blueprint blueprint = texts.read(nextName(), text);
        blueprint.requireComplete();
        persistence.requirePresent();
        App app = made(blueprint);
        app.life().build();
        return add(app);
    }

    @Override
    public EventFluxAppRuntime deploy(String name, String text) {
        Blueprint blueprint = texts.read(name, text);
        blueprint.requireCorrect();
        App app = made(blueprint);
        if (blueprint.isComplete()) {
            app.life().build();
        }
        return add(app);
    }

    private App made(Blueprint blueprint) {
        persistence.requireType();
        String name = blueprint.name();
        Workings workings = new Workings(this, name, options.timeSource(), errors);
        return new App(this, texts, blueprint, workings, new Revisions(name, persistence, options.timeSource()));
    }

    @Override
    public List<Problem> validate(String text) {
        Blueprint blueprint = texts.read("validated", text);
        List<Problem> problems = new ArrayList<>(blueprint.problems());
        problems.addAll(EndpointTrial.problems(blueprint, options.timeSource()));
        problems.addAll(Texts.refusals(blueprint, code, options.timeSource()));
        return problems;
    }

    @Override
    public ExtensionNeeds needs(String text) {
        return texts.needs(text);
    }

    @Override
    public Explanation explain(String text) {
        return texts.explain(text, code, options.timeSource());
    }

    @Override
    public Optional<EventFluxAppRuntime> appRuntime(String name) {
        synchronized (lock) {
            return Optional.ofNullable(apps.get(name));
        }
    }

    @Override
    public Map<String, EventFluxAppRuntime> appRuntimes() {
        synchronized (lock) {
            return Collections.unmodifiableMap(new LinkedHashMap<>(apps));
        }
    }

    @Override
    public List<ExtensionDescriptor> extensions() {
        return catalog.snapshot().descriptors();
    }

    @Override
    public List<ExtensionDescriptor> extensionVersions() {
        return catalog.snapshot().versions();
    }

    @Override
    public List<ConfiguredSetting> configuration() {
        return configuration;
    }

    @Override
    public List<ConfiguredSetting> configuration(String text) {
        return texts.configuration(text);
    }

    /** Other settings from now on: for texts that are read after this, and for applications whose sources, sinks or stores they change. */
    void configure(List<ConfiguredSetting> settings) {
        configuration = settings.stream()
                .sorted(Comparator.comparing(ConfiguredSetting::key))
                .toList();
        all().forEach(App::followConfiguration);
    }

    @Override
    public Registration setExtension(String name, Path jar) {
        return jars.set(name, jar);
    }

    @Override
    public Registration register(Object extension) {
        ExtensionRegistration registration = catalog.register(extension, PROGRAM);
        if (!registration.problems().isEmpty()) {
            registration.close();
            throw new EventFluxException(registration.problems());
        }
        return registration;
    }

    @Override
    public void setPersistenceStore(PersistenceStore store) {
        persistence.give(store);
    }

    @Override
    public void setErrorStore(ErrorStore store) {
        errors.give(store);
    }

    /** Where failed events are kept. */
    ErrorStores errors() {
        return errors;
    }

    @Override
    public void close() {
        listening.close();
        all().forEach(app -> Following.attempt(app.name(), app::close));
        jars.close();
        persistence.close();
        errors.close();
    }

    @Override
    public void arrived(Set<ExtensionRef> come) {
        errors.arrived(come);
        for (App app : all()) {
            Runnable change = () -> {
                if (app.life().uses(come)) {
                    app.life().takeUp();
                }
                app.life().resume();
            };
            if (app.life().isChangedHere()) {
                Following.attempt(app.name(), change);
            } else if (app.life().concerns(come)) {
                following.follow(app.name(), change);
            }
        }
    }

    @Override
    public void leaving(Set<ExtensionRef> gone) {
        persistence.leaving(gone);
        errors.leaving(gone);
        for (App app : all()) {
            Following.attempt(app.name(), () -> {
                if (app.life().uses(gone)) {
                    app.life().suspend(gone);
                }
                app.life().resume();
            });
        }
    }

    /** Makes the byte code of all applications, which share classes of one shape. */
    ExpressionCompiler code() {
        return code;
    }

    void forget(App app) {
        synchronized (lock) {
            apps.remove(app.name(), app);
            if (apps.isEmpty()) {
                looking.close();
            }
        }
    }

    // Whether an application stands still is asked again and again, as long as there are any.
    private void look() {
        all().forEach(App::look);
        synchronized (lock) {
            if (!apps.isEmpty()) {
                lookLater();
            }
        }
    }

    // Under the lock.
    private void lookLater() {
        looking.close();
        looking = options.timeSource().wakeAt(options.timeSource().millis() + LOOK_MILLIS, this::look);
    }

    private EventFluxAppRuntime add(App app) {
        synchronized (lock) {
            if (apps.containsKey(app.name())) {
                throw new EventFluxException(Problem.of(AppError.NAME_TAKEN, "application", app.name()));
            }
            if (apps.isEmpty()) {
                lookLater();
            }
            apps.put(app.name(), app);
        }
        app.life().catchUp();
        return app;
    }

    private String nextName() {
        synchronized (lock) {
            Optional<String> configured = configuration.stream()
                    .filter(setting -> setting.key().equals("application.name"))
                    .map(ConfiguredSetting::value)
                    .filter(name -> !apps.containsKey(name))
                    .findFirst();
            return configured.orElseGet(() -> "app-" + ++unnamed);
        }
    }

    private List<App> all() {
        synchronized (lock) {
            return new ArrayList<>(apps.values());
        }
    }
}
