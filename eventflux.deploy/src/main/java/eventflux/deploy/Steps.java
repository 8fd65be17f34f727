package eventflux.deploy;

import eventflux.api.error.Problem;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done with the applications of one bundle, one step after another, each on a thread of its own: extensions are called in them, and one
 * that does not come back keeps only its own bundle's applications waiting. Safe for many threads.
 */
final class Steps {

    private final Logger log = LoggerFactory.getLogger("eventflux.deploy");
    private final String name;
    private final ApplicationExtender.Patience patience;
    // Guarded by this.
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);
    private long sinceNanos;
    private boolean hasEnded;
    // Written by the step under way; null when there is none.
    private volatile Thread worker;
    // Written by whoever waited in vain.
    private volatile boolean isLate;
    // Written by whoever ends them.
    private volatile boolean isHurried;

    /**
     * None yet.
     *
     * @param name of the bundle
     * @param patience how long a step may go on when they are to end
     */
    Steps(String name, ApplicationExtender.Patience patience) {
        this.name = name;
        this.patience = patience;
    }

    /** A step: it answers what is to be told when it is over. */
    @FunctionalInterface
    interface Step {
        Runnable take();
    }

    /**
     * Takes a step when those before it are over and waits for it, but not for long. Whoever waited tells what came of it, or else the
     * step's thread, unless they have ended. No step begins after the end.
     *
     * @return whether it was over in time
     */
    boolean take(Step step, long patienceMillis) {
        AtomicBoolean isDecided = new AtomicBoolean();
        CompletableFuture<Runnable> outcome;
        synchronized (this) {
            if (hasEnded) {
                return true;
            }
            sinceNanos = System.nanoTime();
            isLate = false;
            outcome = last.handleAsync((before, failure) -> work(step, isDecided), this::begin);
            last = outcome;
        }
        if (!isOver(outcome, patienceMillis) && isDecided.compareAndSet(false, true)) {
            isLate = true;
            return false;
        }
        tell(outcome.join());
        return true;
    }

    // What is left to tell.
    private Runnable work(Step step, AtomicBoolean isDecided) {
        worker = Thread.currentThread();
        if (isHurried) {
            worker.interrupt();
        }
        try {
            Runnable outcome = step.take();
            if (isDecided.compareAndSet(false, true)) {
                return outcome;
            }
            tell(outcome);
        } catch (RuntimeException e) {
            // The outermost frame of the thread.
            log.error("what bundle {} carries could not be looked after", name, e);
            isDecided.set(true);
        } finally {
            worker = null;
        }
        return () -> {};
    }

    private void tell(Runnable outcome) {
        if (!hasEnded()) {
            outcome.run();
        }
    }

    private synchronized boolean hasEnded() {
        return hasEnded;
    }

    private void begin(Runnable task) {
        Thread thread = new Thread(task, "eventflux-application " + name);
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Takes no further step, which is for the first to say so. One under way gets a moment, is then interrupted, and gets another one.
     *
     * @param whenOver done by the calling thread, when that was enough
     * @param whenLate done instead of it by the thread of the step, whenever that comes back
     */
    void end(Runnable whenOver, Runnable whenLate) {
        CompletableFuture<?> present;
        synchronized (this) {
            if (hasEnded) {
                return;
            }
            hasEnded = true;
            present = last;
        }
        if (isOver(present, patience.stop()) || isOverWhenHurried(present)) {
            whenOver.run();
        } else {
            present.whenComplete((outcome, failure) -> whenLate.run());
        }
    }

    private boolean isOverWhenHurried(CompletableFuture<?> step) {
        isHurried = true;
        Thread present = worker;
        if (present != null) {
            present.interrupt();
        }
        return isOver(step, patience.interrupted());
    }

    private static boolean isOver(CompletableFuture<?> outcome, long patienceMillis) {
        try {
            outcome.get(patienceMillis, TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException e) {
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How long the last step takes, and where it stands; empty when it is over, or somebody still waits for it. */
    synchronized Optional<Problem> problem() {
        if (last.isDone() || !isLate) {
            return Optional.empty();
        }
        Thread present = worker;
        return Optional.of(Problem.of(
                DeployProblem.STILL_STARTING,
                "bundle",
                name,
                "seconds",
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - sinceNanos),
                "place",
                present == null ? "its beginning" : place(present.getStackTrace())));
    }

    private static String place(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .filter(frame -> !frame.getClassName().startsWith("java.")
                        && !frame.getClassName().startsWith("jdk."))
                .findFirst()
                .map(StackTraceElement::toString)
                .orElse("its end");
    }
}
