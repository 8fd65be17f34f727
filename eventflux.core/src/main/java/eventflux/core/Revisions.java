package eventflux.core;

import eventflux.api.Registration;
import eventflux.api.TimeSource;
import eventflux.api.error.ErrorCode;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.spi.persistence.DamagedRevisionException;
import eventflux.api.spi.persistence.PersistenceStore;
import eventflux.core.resolved.ExtensionRef;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The saved states of one application. Safe for many threads. */
final class Revisions {

    private final String application;
    private final Persistence persistence;
    private final TimeSource time;
    // Why the last attempt failed; empty when it did not.
    private final AtomicReference<List<ErrorCode>> unsaved = new AtomicReference<>(List.of());

    // Guarded by this.
    private long last;
    private boolean isRegular;
    private Registration next = () -> {};

    Revisions(String application, Persistence persistence, TimeSource time) {
        this.application = application;
        this.persistence = persistence;
        this.time = time;
    }

    /** A state as it was saved. */
    record Saved(long revision, byte[] state) {}

    /** Whether the engine keeps states at all. */
    boolean areWanted() {
        return persistence.isWanted();
    }

    /** The extension that is to keep them, when it is not there. */
    Optional<ExtensionRef> missing() {
        return persistence.missing();
    }

    /** Keeps a state, deletes those that are too old, answers its number. */
    synchronized long save(byte[] state) {
        return call(store -> {
            List<Long> present = store.revisions(application);
            long newest = present.isEmpty() ? 0 : present.get(present.size() - 1);
            last = Math.max(time.millis(), Math.max(last, newest) + 1);
            store.save(application, last, state);
            for (int i = 0; i <= present.size() - persistence.revisions(); i++) {
                store.delete(application, present.get(i));
            }
            return last;
        });
    }

    /** The newest state that can be read; those before which it has to be looked for are said in the log. */
    synchronized Optional<Saved> newest() {
        return call(store -> {
            List<Long> present = store.revisions(application);
            for (int i = present.size() - 1; i >= 0; i--) {
                try {
                    return Optional.of(new Saved(present.get(i), store.load(application, present.get(i))));
                } catch (DamagedRevisionException e) {
                    Persistence.logger()
                            .log(
                                    System.Logger.Level.WARNING,
                                    "application {0}: revision {1} is damaged, the one before is taken: {2}",
                                    application,
                                    String.valueOf(present.get(i)),
                                    e.getMessage());
                }
            }
            return Optional.empty();
        });
    }

    /** One state. */
    synchronized byte[] load(long revision) {
        List<Long> present = all();
        if (!present.contains(revision)) {
            throw new EventFluxException(Problem.of(
                    AppError.UNKNOWN_REVISION, "application", application, "revision", revision, "revisions", present));
        }
        return call(store -> store.load(application, revision));
    }

    /** The numbers of all, oldest first. */
    synchronized List<Long> all() {
        return call(store -> store.revisions(application));
    }

    /** Deletes all. */
    synchronized void clear() {
        call(store -> {
            for (long revision : store.revisions(application)) {
                store.delete(application, revision);
            }
            return true;
        });
    }

    /** Does something again and again from now on, on the thread that writes: what it throws is said in the log. */
    synchronized void beginRegular(Runnable save) {
        isRegular = areWanted();
        plan(save);
    }

    /** Ends that. */
    synchronized void endRegular() {
        isRegular = false;
        next.close();
    }

    private synchronized void plan(Runnable save) {
        next.close();
        long interval = persistence.intervalMillis();
        if (isRegular && interval > 0) {
            next = time.wakeAt(
                    time.millis() + interval,
                    () -> persistence.writer().execute(() -> {
                        attempt(save);
                        plan(save);
                    }));
        }
    }

    /**
     * Saves what must not keep its caller from going on. The log has a line when that fails for another reason than before, and when it
     * succeeds again.
     */
    void attempt(Runnable save) {
        try {
            save.run();
            if (!unsaved.getAndSet(List.of()).isEmpty()) {
                Persistence.logger().log(System.Logger.Level.INFO, "application {0} is saved again", application);
            }
        } catch (EventFluxException e) {
            List<ErrorCode> reason = e.problems().stream().map(Problem::code).toList();
            if (!unsaved.getAndSet(reason).equals(reason)) {
                Persistence.logger()
                        .log(
                                System.Logger.Level.ERROR,
                                "application {0} is not saved: {1}",
                                application,
                                e.getMessage());
            }
        }
    }

    private <T> T call(Call<T> call) {
        try {
            return call.on(persistence.store());
        } catch (IOException e) {
            throw new EventFluxException(
                    Problem.of(AppError.REVISIONS_FAILED, "application", application, "cause", Sources.reason(e)), e);
        }
    }

    /** Something asked of the store. */
    @FunctionalInterface
    private interface Call<T> {

        T on(PersistenceStore store) throws IOException;
    }
}
