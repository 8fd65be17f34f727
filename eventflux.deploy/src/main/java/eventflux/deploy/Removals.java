package eventflux.deploy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;

/**
 * Bundles that are being removed, each on a thread of its own: an application that does not come to an end keeps its own file
 * from being looked at, and no other. Used by the thread that looks at the folder.
 */
final class Removals {

    /** What closes in good order does so in less; what comes instead of it in the same look then finds it gone. */
    private static final long PATIENCE_MILLIS = 500;

    private final Map<Path, Removal> underWay = new LinkedHashMap<>();

    private record Removal(Stamp stamp, CompletableFuture<Optional<Bundle>> bundle) {}

    /**
     * Removes what was made of a file, and waits for it, but not for long.
     *
     * @param stamp what was known of the file
     * @param removal removes it, and answers what it was
     */
    void begin(Path file, Stamp stamp, Supplier<Optional<Bundle>> removal) {
        CompletableFuture<Optional<Bundle>> bundle = CompletableFuture.supplyAsync(
                removal, task -> thread(file, task).start());
        underWay.put(file, new Removal(stamp, bundle));
        await(bundle);
    }

    private static void await(CompletableFuture<Optional<Bundle>> bundle) {
        try {
            bundle.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // What became of it is asked when the looking thread comes by again, or at once if it has failed.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread thread(Path file, Runnable task) {
        Thread thread = new Thread(task, "eventflux-remove " + file.getFileName());
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Hands on what has ended.
     *
     * @param outcomes hears of each file what it was, which throws what the removal threw
     */
    void takeEnded(BiConsumer<Path, Supplier<Optional<Bundle>>> outcomes) {
        for (Path file : Set.copyOf(underWay.keySet())) {
            CompletableFuture<Optional<Bundle>> bundle = underWay.get(file).bundle();
            if (bundle.isDone()) {
                underWay.remove(file);
                outcomes.accept(file, () -> outcome(bundle));
            }
        }
    }

    private static Optional<Bundle> outcome(CompletableFuture<Optional<Bundle>> bundle) {
        try {
            return bundle.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The files whose removal has not ended, as they were known. */
    Map<Path, Stamp> underWay() {
        Map<Path, Stamp> stamps = new LinkedHashMap<>();
        underWay.forEach((file, removal) -> stamps.put(file, removal.stamp()));
        return stamps;
    }
}
