package eventflux.core.time;

import eventflux.api.Registration;
import eventflux.api.TimeSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A time that a test sets; who asked to be woken runs on the thread that sets it. Safe for many threads. */
public final class SetTime implements TimeSource {

    private record Wake(long atMillis, Runnable task) {}

    // Guarded by this.
    private final List<Wake> wakes = new ArrayList<>();
    private long now;

    public SetTime(long now) {
        this.now = now;
    }

    @Override
    public synchronized long millis() {
        return now;
    }

    @Override
    public synchronized Registration wakeAt(long atMillis, Runnable task) {
        Wake wake = new Wake(atMillis, task);
        wakes.add(wake);
        return () -> remove(wake);
    }

    private synchronized void remove(Wake wake) {
        wakes.remove(wake);
    }

    /** Moves the time without waking anybody. */
    public synchronized void set(long millis) {
        now = millis;
    }

    /** Moves the time and wakes those whose time has come. */
    public void moveTo(long millis) {
        set(millis);
        for (Optional<Wake> wake = due(); wake.isPresent(); wake = due()) {
            wake.get().task().run();
        }
    }

    private synchronized Optional<Wake> due() {
        Optional<Wake> first =
                wakes.stream().filter(wake -> wake.atMillis() <= now).min(Comparator.comparingLong(Wake::atMillis));
        first.ifPresent(wakes::remove);
        return first;
    }

    /** When it was asked to wake. */
    public synchronized List<Long> requests() {
        return wakes.stream().map(Wake::atMillis).toList();
    }
}
