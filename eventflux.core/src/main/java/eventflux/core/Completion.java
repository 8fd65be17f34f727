package eventflux.core;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Waits until all sources of an application have come to an end. Safe for many threads. */
final class Completion {

    private final AtomicInteger open = new AtomicInteger();
    private final AtomicBoolean isCounted = new AtomicBoolean();
    private final BooleanSupplier drain;
    private final CompletableFuture<Void> future = new CompletableFuture<>();

    /**
     * For sources that are not counted yet.
     *
     * @param drain returns when all that they delivered has been processed and handed to the sinks; answers whether nothing of it has made the
     *     application fail, which is told by {@link #fail} otherwise
     */
    Completion(BooleanSupplier drain) {
        this.drain = drain;
    }

    /** Says how many sources there are, before the first is started; none means that it never completes. */
    void count(int sources) {
        if (isCounted.compareAndSet(false, true)) {
            open.set(sources);
        }
    }

    /** One source more, or one less that has not come to its end, since the text was replaced. */
    void adjust(int sources) {
        open.addAndGet(sources);
    }

    CompletionStage<Void> stage() {
        return future.minimalCompletionStage();
    }

    /** One source has come to its end; on its thread. */
    void oneEnded() {
        if (open.decrementAndGet() == 0 && drain.getAsBoolean()) {
            future.complete(null);
        }
    }

    /** The application has failed. */
    void fail(Throwable cause) {
        future.completeExceptionally(cause);
    }
}
