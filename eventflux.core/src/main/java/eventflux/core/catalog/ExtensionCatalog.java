package eventflux.core.catalog;

import eventflux.api.Registration;
import eventflux.api.error.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The extensions that are present now. Safe for many threads: a change asks for a new snapshot and then tells the listeners, on the
 * thread that made it and without a lock, so that two changes at the same time may be told in either order.
 *
 * <p>Several providers may offer one name: the one with the highest rank is preferred, then the one with the highest version,
 * then the one that came first.
 */
public final class ExtensionCatalog {

    private final List<ExtensionListener> listeners = new CopyOnWriteArrayList<>();
    private final Object lock = new Object();

    // Guarded by the lock.
    private final List<Entry> entries = new ArrayList<>();

    // Written under the lock, read by any thread; null when something changed since it was made.
    private volatile CatalogSnapshot snapshot = CatalogSnapshot.EMPTY;

    /**
     * Adds what an object brings. What of it cannot be used is a problem of the registration and never an exception.
     *
     * @param service a factory of one of the extension interfaces, or a library of functions
     * @param provider whose it is
     */
    public ExtensionRegistration register(Object service, Provider provider) {
        Entry entry = new Entry(new ExtensionReader(provider).read(service));
        synchronized (lock) {
            entries.add(entry);
            snapshot = null;
        }
        if (!entry.extensions().isEmpty()) {
            listeners.forEach(listener -> listener.arrived(entry.extensions()));
        }
        return entry;
    }

    /** What is present now. Made when asked for: at the start dozens of extensions arrive before anybody asks. */
    public CatalogSnapshot snapshot() {
        CatalogSnapshot made = snapshot;
        return made != null ? made : make();
    }

    /** Tells a listener of everything that comes and goes from now on. */
    public Registration listen(ExtensionListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void remove(Entry entry) {
        synchronized (lock) {
            entries.remove(entry);
            snapshot = null;
        }
        if (!entry.extensions().isEmpty()) {
            listeners.forEach(listener -> listener.leaving(entry.extensions()));
        }
    }

    private CatalogSnapshot make() {
        synchronized (lock) {
            CatalogSnapshot made = snapshot;
            if (made == null) {
                List<ProvidedExtension> sorted = new ArrayList<>();
                entries.forEach(entry -> sorted.addAll(entry.extensions()));
                sorted.sort(Comparator.comparing(ProvidedExtension::provider, Provider.PREFERRED_FIRST));
                made = new CatalogSnapshot(sorted);
                snapshot = made;
            }
            return made;
        }
    }

    /** One registered object. */
    private final class Entry implements ExtensionRegistration {

        private final ExtensionReader.Reading reading;
        private final AtomicBoolean closed = new AtomicBoolean();

        Entry(ExtensionReader.Reading reading) {
            this.reading = reading;
        }

        @Override
        public List<ProvidedExtension> extensions() {
            return reading.extensions();
        }

        @Override
        public List<Problem> problems() {
            return reading.problems();
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                remove(this);
            }
        }
    }
}
