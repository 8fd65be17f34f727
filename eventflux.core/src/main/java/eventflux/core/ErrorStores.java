package eventflux.core;

import eventflux.api.config.ConfiguredSetting;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.errors.ErrorStore;
import eventflux.api.spi.errors.ErrorStoreFactory;
import eventflux.api.spi.errors.StoredError;
import eventflux.core.catalog.ExtensionCatalog;
import eventflux.core.catalog.ProvidedExtension;
import eventflux.core.failure.MemoryErrorStore;
import eventflux.core.resolved.ExtensionRef;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Where the engine keeps events that failed: the store that a program has given, the one that the configuration names under {@code
 * errors.type}, opened when it is first needed, or memory. What fails while the extension of that store is away is held in memory until it
 * is back. Safe for many threads; one call to the store at a time.
 */
final class ErrorStores {

    private static final String PREFIX = "errors.";
    private static final String TYPE = "type";
    private static final String CAPACITY = "capacity";
    private static final Set<String> OURS = Set.of(TYPE, CAPACITY);
    private static final Set<String> MEMORY = Set.of("memory", "inmemory");
    private static final int IN_MEMORY = 10_000;

    private final ExtensionCatalog catalog;
    private final Supplier<List<ConfiguredSetting>> configuration;
    private final Object lock = new Object();

    // Guarded by the lock.
    private Optional<ErrorStore> given = Optional.empty();
    private Optional<Opened> opened = Optional.empty();
    private Optional<ErrorStore> memory = Optional.empty();
    private final Deque<StoredError> held = new ArrayDeque<>();

    ErrorStores(ExtensionCatalog catalog, Supplier<List<ConfiguredSetting>> configuration) {
        this.catalog = catalog;
        this.configuration = configuration;
    }

    /** A store and whose it is. */
    private record Opened(ExtensionRef extension, ErrorStore store) {}

    /** Takes a program's own store. */
    void give(ErrorStore store) {
        synchronized (lock) {
            given = Optional.of(store);
        }
    }

    /** The events of one application. */
    Kept of(String application) {
        return new Kept(application);
    }

    /** Closes the store when its extension is among those that leave. */
    void leaving(Set<ExtensionRef> extensions) {
        synchronized (lock) {
            if (opened.filter(store -> extensions.contains(store.extension())).isPresent()) {
                closeStore();
            }
        }
    }

    /** Gives the store what was held for it when its extension is among those that have come. */
    void arrived(Set<ExtensionRef> extensions) {
        synchronized (lock) {
            if (!held.isEmpty() && extensions.contains(type())) {
                try {
                    release();
                } catch (IOException | EventFluxException e) {
                    logger().log(
                                    System.Logger.Level.WARNING,
                                    held.size() + " failed events are still held in memory",
                                    e);
                }
            }
        }
    }

    // Under the lock.
    private void release() throws IOException {
        while (!held.isEmpty()) {
            store().save(held.peek());
            held.remove();
        }
    }

    private static System.Logger logger() {
        return System.getLogger("eventflux.errors");
    }

    /** Closes what was opened here. */
    void close() {
        synchronized (lock) {
            if (!held.isEmpty()) {
                logger().log(
                                System.Logger.Level.ERROR,
                                "{0} failed events are lost: {1} did not come back",
                                held.size(),
                                type());
                held.clear();
            }
            closeStore();
        }
    }

    private void closeStore() {
        synchronized (lock) {
            try {
                if (opened.isPresent()) {
                    opened.get().store().close();
                }
            } catch (IOException e) {
                logger().log(System.Logger.Level.WARNING, "the error store did not close in good order", e);
            } finally {
                opened = Optional.empty();
            }
        }
    }

    private ErrorStore store() {
        synchronized (lock) {
            if (given.isPresent()) {
                return given.get();
            }
            Map<String, ConfiguredSetting> settings = settings();
            ExtensionRef ref = type();
            if (isMemory(ref)) {
                if (memory.isEmpty()) {
                    memory = Optional.of(new MemoryErrorStore(capacity(settings)));
                }
                return memory.get();
            }
            if (opened.isEmpty()) {
                opened = Optional.of(new Opened(ref, open(ref, settings)));
            }
            return opened.get().store();
        }
    }

    private ExtensionRef type() {
        String type = Optional.ofNullable(settings().get(TYPE))
                .map(ConfiguredSetting::value)
                .orElse("memory");
        return new ExtensionRef(ExtensionKind.ERROR_STORE, type);
    }

    private static boolean isMemory(ExtensionRef type) {
        return MEMORY.contains(type.name().strip().toLowerCase(Locale.ROOT));
    }

    // Under the lock.
    private boolean isAway() {
        return given.isEmpty()
                && !isMemory(type())
                && catalog.snapshot().find(type()).isEmpty();
    }

    private void save(StoredError error) {
        synchronized (lock) {
            if (isAway() && held.size() < IN_MEMORY) {
                held.add(error);
                return;
            }
            call(store -> {
                release();
                return store.save(error);
            });
        }
    }

    private static int capacity(Map<String, ConfiguredSetting> settings) {
        ConfiguredSetting setting = settings.get(CAPACITY);
        if (setting == null) {
            return IN_MEMORY;
        }
        if (!setting.value().strip().matches("[1-9]\\d{0,8}")) {
            throw new EventFluxException(
                    Problem.of(AppError.PERSISTENCE_SETTING, "setting", PREFIX + CAPACITY, "value", setting.value()));
        }
        return Integer.parseInt(setting.value().strip());
    }

    private ErrorStore open(ExtensionRef ref, Map<String, ConfiguredSetting> settings) {
        ProvidedExtension extension = catalog.snapshot()
                .find(ref)
                .orElseThrow(() -> new EventFluxException(
                        Problem.of(AppError.ERRORS_FAILED, "store", ref, "cause", "there is no such extension")));
        try {
            ErrorStoreFactory factory = (ErrorStoreFactory) extension.service();
            return factory.open(new StoreSettings(extension.descriptor(), PREFIX).check(settings, OURS));
        } catch (EventFluxException e) {
            throw e;
        } catch (IOException | RuntimeException | LinkageError e) {
            throw failure(ref, e);
        }
    }

    private Map<String, ConfiguredSetting> settings() {
        Map<String, ConfiguredSetting> settings = new LinkedHashMap<>();
        configuration.get().stream()
                .filter(setting -> setting.key().startsWith(PREFIX))
                .forEach(setting -> settings.put(setting.key().substring(PREFIX.length()), setting));
        return settings;
    }

    private static EventFluxException failure(Object store, Throwable cause) {
        return new EventFluxException(
                Problem.of(AppError.ERRORS_FAILED, "store", store, "cause", Sources.reason(cause)), cause);
    }

    /** A question to a store, or a change of it. */
    @FunctionalInterface
    private interface Call<T> {

        T on(ErrorStore store) throws IOException;
    }

    private <T> T call(Call<T> call) {
        synchronized (lock) {
            try {
                return call.on(store());
            } catch (EventFluxException e) {
                throw e;
            } catch (IOException | RuntimeException | LinkageError e) {
                throw failure("the error store", e);
            }
        }
    }

    /** The stored events of one application; what the store refuses is an EventFluxException. */
    final class Kept {

        private final String application;

        private Kept(String application) {
            this.application = application;
        }

        void save(StoredError error) {
            ErrorStores.this.save(error);
        }

        long count() {
            return call(store -> store.count(application));
        }

        List<StoredError> list(long after, int most) {
            return call(store -> store.list(application, after, most));
        }

        boolean delete(long number) {
            return call(store -> store.delete(application, number));
        }

        long purge(long beforeMillis) {
            return call(store -> store.purge(application, beforeMillis));
        }
    }
}
