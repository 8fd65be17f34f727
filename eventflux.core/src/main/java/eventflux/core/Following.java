package eventflux.core;

import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.core.run.StallWatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What applications do when extensions have come. Whoever brought them waits for each application, and no longer than for one that calls
 * an extension which comes back: the others follow in any case. Safe for many threads.
 */
final class Following {

    private final long patienceMillis;

    /**
     * Followers of one engine.
     *
     * @param patienceMillis how long one of them is waited for
     */
    Following(long patienceMillis) {
        this.patienceMillis = patienceMillis;
    }

    /** Lets an application follow, on a thread of its own, and waits for it; what it refuses is logged. */
    void follow(String application, Runnable change) {
        FutureTask<Void> task = new FutureTask<>(() -> attempt(application, change), null);
        Thread thread = new Thread(task, "eventflux-following " + application);
        thread.setDaemon(true);
        thread.start();
        try {
            task.get(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            log(application, late(application, thread).message(), System.Logger.Level.WARNING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException defect ? defect : new IllegalStateException(e.getCause());
        }
    }

    /** Does something with an application, which does not harm the others, or whoever changes a bundle, when it refuses. */
    static void attempt(String application, Runnable change) {
        try {
            change.run();
        } catch (EventFluxException e) {
            log(application, e.getMessage(), System.Logger.Level.ERROR);
        }
    }

    private Problem late(String application, Thread thread) {
        return Problem.of(
                AppError.FOLLOWS_LATE,
                "application",
                application,
                "seconds",
                TimeUnit.MILLISECONDS.toSeconds(patienceMillis),
                "place",
                StallWatch.place(thread.getStackTrace()));
    }

    private static void log(String application, String message, System.Logger.Level level) {
        System.getLogger("eventflux.app." + application).log(level, message);
    }
}
