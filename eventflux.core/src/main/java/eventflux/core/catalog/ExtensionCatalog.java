package eventflux.core.catalog;

import eventflux.api.Registration;
import eventflux.api.error.Problem;
import eventflux.core.resolved.ExtensionRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

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
        return add(new Read(new ExtensionReader(provider).read(service), provider));
    }

    /** Adds what a provider will bring when it is asked for. */
    public ExtensionRegistration announce(Announcement announcement, Provider provider) {
        return add(new Announced(announcement, provider));
    }

    private ExtensionRegistration add(Entry entry) {
        synchronized (lock) {
            entries.add(entry);
            snapshot = null;
        }
        if (!entry.refs().isEmpty()) {
            listeners.forEach(listener -> listener.arrived(entry.refs()));
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
        if (!entry.refs().isEmpty()) {
            listeners.forEach(listener -> listener.leaving(entry.refs()));
        }
    }

    private CatalogSnapshot make() {
        synchronized (lock) {
            CatalogSnapshot made = snapshot;
            if (made == null) {
                List<Offer> sorted = new ArrayList<>();
                entries.forEach(entry -> sorted.addAll(entry.offers()));
                sorted.sort(Comparator.comparing(Offer::provider, Provider.PREFERRED_FIRST));
                made = new CatalogSnapshot(sorted);
                snapshot = made;
            }
            return made;
        }
    }

    /** One registered object. */
    private abstract class Entry implements ExtensionRegistration {

        private final Provider provider;
        private final AtomicBoolean closed = new AtomicBoolean();

        Entry(Provider provider) {
            this.provider = provider;
        }

        abstract Set<ExtensionRef> refs();

        List<Offer> offers() {
            return refs().stream()
                    .map(ref -> new Offer(ref, provider, this::extensions))
                    .toList();
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                remove(this);
            }
        }
    }

    /** One that was read when it came. */
    private final class Read extends Entry {

        private final ExtensionReader.Reading reading;
        private final Set<ExtensionRef> refs;

        Read(ExtensionReader.Reading reading, Provider provider) {
            super(provider);
            this.reading = reading;
            this.refs =
                    reading.extensions().stream().map(ProvidedExtension::ref).collect(Collectors.toUnmodifiableSet());
        }

        @Override
        Set<ExtensionRef> refs() {
            return refs;
        }

        @Override
        public List<ProvidedExtension> extensions() {
            return reading.extensions();
        }

        @Override
        public List<Problem> problems() {
            return reading.problems();
        }
    }

    /** One that is read when it is asked for. Two threads that ask at once both read it, and one's reading stays. */
    private final class Announced extends Entry {

        private final Announcement announcement;
        private final ExtensionReader reader;
        private final AtomicReference<ExtensionReader.Reading> reading = new AtomicReference<>();

        Announced(Announcement announcement, Provider provider) {
            super(provider);
            this.announcement = announcement;
            this.reader = new ExtensionReader(provider);
        }

        @Override
        Set<ExtensionRef> refs() {
            return announcement.refs();
        }

        @Override
        public List<ProvidedExtension> extensions() {
            return reading().extensions();
        }

        @Override
        public List<Problem> problems() {
            return reading().problems();
        }

        private ExtensionReader.Reading reading() {
            ExtensionReader.Reading present = reading.get();
            return present != null
                    ? present
                    : announcement.service().map(this::read).orElse(ExtensionReader.Reading.NONE);
        }

        private ExtensionReader.Reading read(Object service) {
            ExtensionReader.Reading made = reader.read(service);
            if (reading.compareAndSet(null, made)) {
                made.problems().forEach(announcement::refused);
            }
            return reading.get();
        }
    }
}
