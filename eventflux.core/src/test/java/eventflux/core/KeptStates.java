package eventflux.core;

import eventflux.api.config.Settings;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.persistence.DamagedRevisionException;
import eventflux.api.spi.persistence.PersistenceStore;
import eventflux.api.spi.persistence.PersistenceStoreFactory;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** Keeps states in memory, over the engines of one test; damages what it is told to. */
@Extension(
        kind = ExtensionKind.PERSISTENCE_STORE,
        name = "kept",
        description = "Keeps states in memory.",
        parameters = {@Parameter(name = "place", type = ParameterType.STRING, description = "Nothing.")})
final class KeptStates implements PersistenceStoreFactory, PersistenceStore {

    final Map<String, TreeMap<Long, byte[]>> states = new ConcurrentHashMap<>();
    final Set<Long> damaged = new ConcurrentSkipListSet<>();
    volatile boolean isFull;
    volatile int opened;

    @Override
    public PersistenceStore open(Settings settings) {
        opened++;
        return this;
    }

    private TreeMap<Long, byte[]> of(String application) {
        return states.computeIfAbsent(application, name -> new TreeMap<>());
    }

    @Override
    public synchronized void save(String application, long revision, byte[] state) throws IOException {
        if (isFull) {
            throw new IOException("no space left");
        }
        of(application).put(revision, state);
    }

    @Override
    public synchronized byte[] load(String application, long revision) throws IOException {
        if (damaged.contains(revision)) {
            throw new DamagedRevisionException("damaged by the test");
        }
        return of(application).get(revision);
    }

    @Override
    public synchronized List<Long> revisions(String application) {
        return List.copyOf(of(application).keySet());
    }

    @Override
    public synchronized void delete(String application, long revision) {
        of(application).remove(revision);
    }

    @Override
    public void close() {
        opened--;
    }
}
