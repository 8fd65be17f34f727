package eventflux.core;

import eventflux.api.config.ConfiguredSetting;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.persistence.PersistenceStore;
import eventflux.api.spi.persistence.PersistenceStoreFactory;
import eventflux.core.analyze.problem.NameSuggestion;
import eventflux.core.catalog.DurationText;
import eventflux.core.catalog.ExtensionCatalog;
import eventflux.core.catalog.ProvidedExtension;
import eventflux.core.resolved.ExtensionRef;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Where the engine keeps the state of its applications: the store that the configuration names, opened when it is first needed and
 * its extension is there, or the one that a program has given. Safe for many threads.
 */
final class Persistence {

    static final String PREFIX = "persistence.";

    private static final String TYPE = "type";
    private static final String ENABLED = "enabled";
    private static final String INTERVAL = "interval";
    private static final String REVISIONS = "revisions";
    private static final Set<String> OURS = Set.of(TYPE, ENABLED, INTERVAL, REVISIONS);
    private static final long IDLE_SECONDS = 10;

    private final ExtensionCatalog catalog;
    private final Supplier<List<ConfiguredSetting>> configuration;
    private final ThreadPoolExecutor writer = new ThreadPoolExecutor(
            1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Persistence::daemon);
    private final Object lock = new Object();

    // Guarded by the lock.
    private Optional<PersistenceStore> given = Optional.empty();
    private Optional<Opened> opened = Optional.empty();

    Persistence(ExtensionCatalog catalog, Supplier<List<ConfiguredSetting>> configuration) {
        this.catalog = catalog;
        this.configuration = configuration;
        writer.allowCoreThreadTimeOut(true);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "eventflux-persistence");
        thread.setDaemon(true);
        return thread;
    }

    /** Takes a program's own store. */
    void give(PersistenceStore store) {
        synchronized (lock) {
            given = Optional.of(store);
        }
    }

    /** Whether state is to be kept. */
    boolean isWanted() {
        synchronized (lock) {
            return given.isPresent() || type().isPresent();
        }
    }

    /** The extension without which no application can begin, when it is not there. */
    Optional<ExtensionRef> missing() {
        synchronized (lock) {
            return given.isPresent()
                    ? Optional.empty()
                    : type().filter(ref -> extension(ref).isEmpty());
        }
    }

    /** Refuses settings of a store that nobody has named: a slip of the pen would keep nothing. */
    void requireType() {
        Map<String, ConfiguredSetting> settings = settings();
        boolean isTyped = settings.containsKey(TYPE) || settings.containsKey(ENABLED);
        synchronized (lock) {
            if (isTyped || given.isPresent()) {
                return;
            }
        }
        settings.keySet().stream()
                .filter(name -> !OURS.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    Problem problem = Problem.of(AppError.PERSISTENCE_UNTYPED, "setting", PREFIX + name);
                    throw new EventFluxException(NameSuggestion.nearest(name, OURS)
                            .map(meant -> problem.suggesting(PREFIX + meant))
                            .orElse(problem));
                });
    }

    /** Refuses to go on without the extension that is to keep states; names the one that may have been meant. */
    void requirePresent() {
        missing().ifPresent(ref -> {
            Problem problem = Problem.of(AppError.PERSISTENCE_MISSING, "store", ref);
            throw new EventFluxException(
                    NameSuggestion.nearest(ref.name(), catalog.snapshot().names(ref.kind()))
                            .map(problem::suggesting)
                            .orElse(problem));
        });
    }

    /**
     * The store.
     *
     * @throws EventFluxException when none is wanted, its extension is not there, or it can't be opened
     */
    PersistenceStore store() {
        synchronized (lock) {
            if (given.isPresent()) {
                return given.get();
            }
            if (opened.isEmpty()) {
                opened = Optional.of(open());
            }
            return opened.get().store();
        }
    }

    /** Closes the store when its extension is among those that leave. */
    void leaving(Set<ExtensionRef> extensions) {
        synchronized (lock) {
            if (opened.filter(store -> extensions.contains(store.extension())).isPresent()) {
                close();
            }
        }
    }

    /** Closes what was opened here. */
    void close() {
        synchronized (lock) {
            try {
                if (opened.isPresent()) {
                    opened.get().store().close();
                }
            } catch (IOException | RuntimeException | LinkageError e) {
                logger().log(System.Logger.Level.WARNING, "the persistence store did not close in good order", e);
            } finally {
                opened = Optional.empty();
            }
        }
    }

    /** How long after one revision the next is saved, in milliseconds; 0 for never. */
    long intervalMillis() {
        return number(
                INTERVAL,
                "60 sec",
                text -> DurationText.millis(text).stream().boxed().findFirst());
    }

    /** How many revisions are kept. */
    long revisions() {
        return number(REVISIONS, "3", Persistence::positive);
    }

    /** Where revisions are written that nobody waits for. */
    Executor writer() {
        return writer;
    }

    private static Optional<Long> positive(String text) {
        return text.strip().matches("[1-9]\\d{0,8}") ? Optional.of(Long.valueOf(text.strip())) : Optional.empty();
    }

    private long number(String name, String usual, Function<String, Optional<Long>> read) {
        String text = Optional.ofNullable(settings().get(name))
                .map(ConfiguredSetting::value)
                .orElse(usual);
        return read.apply(text)
                .orElseThrow(() -> new EventFluxException(
                        Problem.of(AppError.PERSISTENCE_SETTING, "setting", PREFIX + name, "value", text)));
    }

    private Opened open() {
        ExtensionRef ref = type().orElseThrow(() -> new EventFluxException(Problem.of(AppError.NO_PERSISTENCE)));
        ProvidedExtension extension = extension(ref)
                .orElseThrow(() -> new EventFluxException(Problem.of(AppError.PERSISTENCE_MISSING, "store", ref)));
        PersistenceStoreFactory factory = (PersistenceStoreFactory) extension.service();
        try {
            return new Opened(
                    ref, factory.open(new StoreSettings(extension.descriptor(), PREFIX).check(settings(), OURS)));
        } catch (EventFluxException e) {
            throw e;
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new EventFluxException(
                    Problem.of(AppError.PERSISTENCE_FAILED, "store", ref, "cause", Sources.reason(e)), e);
        }
    }

    private Optional<ProvidedExtension> extension(ExtensionRef ref) {
        return catalog.snapshot().find(ref);
    }

    private Optional<ExtensionRef> type() {
        Map<String, ConfiguredSetting> settings = settings();
        boolean isOff = settings.containsKey(ENABLED)
                && settings.get(ENABLED).value().strip().equalsIgnoreCase("false");
        return isOff
                ? Optional.empty()
                : Optional.ofNullable(settings.get(TYPE))
                        .map(type -> new ExtensionRef(ExtensionKind.PERSISTENCE_STORE, type.value()));
    }

    private Map<String, ConfiguredSetting> settings() {
        Map<String, ConfiguredSetting> settings = new LinkedHashMap<>();
        configuration.get().stream()
                .filter(setting -> setting.key().startsWith(PREFIX))
                .forEach(setting -> settings.put(setting.key().substring(PREFIX.length()), setting));
        return settings;
    }

    static System.Logger logger() {
        return System.getLogger("eventflux.persistence");
    }

    /** A store and whose it is. */
    private record Opened(ExtensionRef extension, PersistenceStore store) {}
}
