package eventflux.ext.http;

import eventflux.api.Registration;
import eventflux.api.TimeSource;
import eventflux.api.config.Settings;
import eventflux.api.spi.sink.MessageRefusedException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;

/**
 * Tries something a few times, with pauses that grow.
 *
 * @param most so many times in all
 * @param initialMillis the first pause
 * @param mostMillis no pause is longer
 * @param factor what a pause is longer than the one before
 * @param time ends the pauses
 */
record Retries(int most, long initialMillis, long mostMillis, double factor, TimeSource time) {

    static Retries of(Settings settings, TimeSource time) {
        return new Retries(
                Math.max(1, settings.getInt("retry.max-attempts")),
                settings.getMillis("retry.initial-delay-ms"),
                settings.getMillis("retry.max-delay-ms"),
                Double.parseDouble(settings.getString("retry.backoff-multiplier")),
                time);
    }

    /** What is tried. */
    @FunctionalInterface
    interface Attempt {

        void run() throws IOException;
    }

    void run(Attempt attempt) throws IOException {
        double pause = initialMillis;
        for (int number = 1; ; number++) {
            try {
                attempt.run();
                return;
            } catch (MessageRefusedException e) {
                throw e;
            } catch (IOException e) {
                if (number >= most) {
                    throw e;
                }
                pause((long) Math.min(pause, mostMillis));
                pause *= factor;
            }
        }
    }

    /** What is tried without waiting for it; fails with a {@link CompletionException} of an {@link IOException}. */
    @FunctionalInterface
    interface LaterAttempt {

        CompletableFuture<Void> run();
    }

    /** As {@link #run}, while the caller goes on. */
    CompletableFuture<Void> later(LaterAttempt attempt) {
        return later(attempt, 1, initialMillis);
    }

    private CompletableFuture<Void> later(LaterAttempt attempt, int number, double pause) {
        return attempt.run()
                .handle((nothing, failure) -> {
                    if (failure == null) {
                        return CompletableFuture.<Void>completedFuture(null);
                    }
                    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
                    boolean isPassing = cause instanceof IOException && !(cause instanceof MessageRefusedException);
                    if (!isPassing || number >= most) {
                        return CompletableFuture.<Void>failedFuture(cause);
                    }
                    CompletableFuture<Void> over = new CompletableFuture<>();
                    // What follows is done on the client's threads: the one that wakes has other things to do.
                    time.wakeAt(
                            time.millis() + (long) Math.min(pause, mostMillis), () -> over.completeAsync(() -> null));
                    return over.thenCompose(ended -> later(attempt, number + 1, pause * factor));
                })
                .thenCompose(next -> next);
    }

    private void pause(long millis) throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        Registration wake = time.wakeAt(time.millis() + millis, over::countDown);
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted between two tries", e);
        } finally {
            wake.close();
        }
    }
}
