package eventflux.core;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** Waits until all sources of an application have come to an end. Safe for many threads. */
final class Completion {

    private final AtomicInteger open;
    private final Runnable drain;
    private final CompletableFuture<Void> future = new CompletableFuture<>();

    /**
     * For so many sources.
     *
     * @param sources how many; none means that it never completes
     * @param drain returns when all that they delivered has been processed and handed to the sinks
     */
    Completion(int sources, Runnable drain) {
        this.open = new AtomicInteger(sources);
        this.drain = drain;
    }

    CompletionStage<Void> stage() {
        return future.minimalCompletionStage();
    }

    /** One source has come to its end; on its thread. */
    void oneEnded() {
        if (open.decrementAndGet() == 0) {
            drain.run();
            future.complete(null);
        }
    }

    /** The application has failed. */
    void fail(Throwable cause) {
        future.completeExceptionally(cause);
    }
}
