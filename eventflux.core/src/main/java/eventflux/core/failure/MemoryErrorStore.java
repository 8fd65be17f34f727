package eventflux.core.failure;

import eventflux.api.spi.errors.ErrorStore;
import eventflux.api.spi.errors.StoredError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Keeps failed events in memory, of each application so many; beyond that the oldest leave. Safe for many threads. */
public final class MemoryErrorStore implements ErrorStore {

    private final int capacity;
    private final Map<String, NavigableMap<Long, StoredError>> byApplication = new LinkedHashMap<>(); // guarded by this
    private long last; // guarded by this

    /** A store for so many events of each application. */
    public MemoryErrorStore(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity=" + capacity);
        }
        this.capacity = capacity;
    }

    private NavigableMap<Long, StoredError> of(String application) {
        return byApplication.computeIfAbsent(application, name -> new TreeMap<>());
    }

    @Override
    public synchronized long save(StoredError error) {
        NavigableMap<Long, StoredError> errors = of(error.application());
        errors.put(++last, error.numbered(last));
        if (errors.size() > capacity) {
            errors.pollFirstEntry();
        }
        return last;
    }

    @Override
    public synchronized List<StoredError> list(String application, long after, int most) {
        List<StoredError> found = new ArrayList<>();
        for (StoredError error : of(application).tailMap(after, false).values()) {
            if (found.size() == most) {
                break;
            }
            found.add(error);
        }
        return found;
    }

    @Override
    public synchronized long count(String application) {
        return of(application).size();
    }

    @Override
    public synchronized boolean delete(String application, long number) {
        return of(application).remove(number) != null;
    }

    @Override
    public synchronized long purge(String application, long beforeMillis) {
        NavigableMap<Long, StoredError> errors = of(application);
        int before = errors.size();
        errors.values().removeIf(error -> error.timeMillis() < beforeMillis);
        return before - errors.size();
    }

    @Override
    public synchronized void close() {
        byApplication.clear();
    }
}
