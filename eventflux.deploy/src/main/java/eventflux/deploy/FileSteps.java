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

/**
 * Steps that are taken with the bundles of files, each on a thread of its own: one that does not come to an end keeps its own file
 * from being looked at, and no other. Used by the thread that looks at the folder.
 *
 * @param <T> what a step answers
 */
final class FileSteps<T> {

    private final String verb;
    private final long patienceMillis;
    private final Map<Path, Step<T>> underWay = new LinkedHashMap<>();

    /**
     * None yet.
     *
     * @param verb what is done to the files, for the names of threads
     * @param patienceMillis how long a step is waited for
     */
    FileSteps(String verb, long patienceMillis) {
        this.verb = verb;
        this.patienceMillis = patienceMillis;
    }

    private record Step<T>(Optional<Stamp> former, CompletableFuture<T> outcome) {}

    /**
     * Takes a step, and waits for it, but not for long.
     *
     * @param former what was known of the file before; empty for a new one
     */
    void begin(Path file, Optional<Stamp> former, Supplier<T> step) {
        CompletableFuture<T> outcome =
                CompletableFuture.supplyAsync(step, task -> thread(file, task).start());
        underWay.put(file, new Step<>(former, outcome));
        await(outcome);
    }

    private void await(CompletableFuture<?> outcome) {
        try {
            outcome.get(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // What became of it is asked when the looking thread comes by again, or at once if it has failed.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Thread thread(Path file, Runnable task) {
        Thread thread = new Thread(task, "eventflux-" + verb + " " + file.getFileName());
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Hands on what has ended.
     *
     * @param outcomes hears of each file what its step answers, which throws what the step threw
     */
    void takeEnded(BiConsumer<Path, Supplier<T>> outcomes) {
        for (Path file : Set.copyOf(underWay.keySet())) {
            CompletableFuture<T> outcome = underWay.get(file).outcome();
            if (outcome.isDone()) {
                underWay.remove(file);
                outcomes.accept(file, () -> join(outcome));
            }
        }
    }

    private static <T> T join(CompletableFuture<T> outcome) {
        try {
            return outcome.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The files whose step has not ended, with what was known of them before. */
    Map<Path, Optional<Stamp>> underWay() {
        Map<Path, Optional<Stamp>> former = new LinkedHashMap<>();
        underWay.forEach((file, step) -> former.put(file, step.former()));
        return former;
    }
}
