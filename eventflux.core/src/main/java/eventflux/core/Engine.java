package eventflux.core;

import eventflux.api.AppState;
import eventflux.api.EngineOptions;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.api.Explanation;
import eventflux.api.Registration;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.query.QueryParser;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.core.catalog.ExtensionCatalog;
import eventflux.core.catalog.ExtensionListener;
import eventflux.core.catalog.ProvidedExtension;
import eventflux.core.compile.code.ExpressionCompiler;
import eventflux.core.resolved.ExtensionRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The engine: its applications and its extensions, wherever these come from. Safe for many threads. */
final class Engine implements EventFluxManager, ExtensionListener {

    private final EngineOptions options;
    private final ExtensionCatalog catalog;
    private final Texts texts;
    private final ExpressionCompiler code = new ExpressionCompiler();
    private final Registration listening;
    private final Object lock = new Object();
    // Guarded by the lock.
    private final Map<String, App> apps = new LinkedHashMap<>();
    private int unnamed;

    Engine(EngineOptions options, ExtensionCatalog catalog, QueryParser parser) {
        this.options = options;
        this.catalog = catalog;
        this.texts = new Texts(parser, catalog, options.settings());
        this.listening = catalog.listen(this);
    }

    @Override
    public EventFluxAppRuntime createEventFluxAppRuntime(String text) {
        Blueprint blueprint = texts.read(nextName(), text);
        blueprint.requireComplete();
        App app = new App(this, options.timeSource(), texts, blueprint);
        app.build();
        return add(app);
    }

    @Override
    public EventFluxAppRuntime deploy(String name, String text) {
        Blueprint blueprint = texts.read(name, text);
        blueprint.requireCorrect();
        App app = new App(this, options.timeSource(), texts, blueprint);
        if (blueprint.isComplete()) {
            app.build();
        }
        return add(app);
    }

    @Override
    public List<Problem> validate(String text) {
        return texts.read("validated", text).problems();
    }

    @Override
    public Explanation explain(String text) {
        return texts.explain(text, code);
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
    public void close() {
        listening.close();
        all().forEach(App::close);
    }

    @Override
    public void arrived(List<ProvidedExtension> extensions) {
        for (App app : all()) {
            if (app.state() == AppState.WAITING) {
                app.resume();
            }
        }
    }

    @Override
    public void leaving(List<ProvidedExtension> extensions) {
        Set<ExtensionRef> gone = new HashSet<>();
        extensions.forEach(extension -> gone.add(extension.ref()));
        for (App app : all()) {
            if (app.uses(gone)) {
                app.suspend(gone);
            }
            app.resume();
        }
    }

    /** Makes the byte code of all applications, which share classes of one shape. */
    ExpressionCompiler code() {
        return code;
    }

    void forget(App app) {
        synchronized (lock) {
            apps.remove(app.name(), app);
        }
    }

    private EventFluxAppRuntime add(App app) {
        synchronized (lock) {
            if (apps.containsKey(app.name())) {
                throw new EventFluxException(Problem.of(AppError.NAME_TAKEN, "application", app.name()));
            }
            apps.put(app.name(), app);
        }
        app.catchUp();
        return app;
    }

    private String nextName() {
        synchronized (lock) {
            unnamed++;
            return "app-" + unnamed;
        }
    }

    private List<App> all() {
        synchronized (lock) {
            return new ArrayList<>(apps.values());
        }
    }
}
