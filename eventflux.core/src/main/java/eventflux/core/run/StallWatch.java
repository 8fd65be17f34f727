package eventflux.core.run;

import eventflux.core.failure.FailureLog;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Looks from outside whether the owner of an application stands in one call of an extension or a callback, and says where. Costs the owner
 * nothing: it compares who owns the application, and how many rows its streams have seen, with what was so when it looked last.
 */
public final class StallWatch {

    private static final long FIRST_MILLIS = 5_000;
    private static final long AGAIN_MILLIS = 2_000;
    private static final long GLANCE_NANOS = 1_000_000;
    private static final long LAST_PATIENCE_MILLIS = 20_000;

    private static final Set<String> WAITING_ON_PURPOSE = Set.of(Pause.class.getName(), BoundedStop.class.getName());

    private final AppAgent agent;
    private final FailureLog failures;

    // Written by whoever looks, one thread at a time; those that are volatile are read by any.
    private volatile Standing last = Standing.NOWHERE;
    private long since;
    private long nextReport;
    private volatile Optional<Stall> present = Optional.empty();
    // Heeds no interrupt; written by whoever hurries him, or looks.
    private volatile Standing lost = Standing.NOWHERE;

    /** A watch of one application. */
    public StallWatch(AppAgent agent, FailureLog failures) {
        this.agent = agent;
        this.failures = failures;
    }

    /**
     * A call that does not come back.
     *
     * @param millis for how long
     * @param place where it stands
     */
    public record Stall(long millis, String place) {}

    /**
     * Who owns an application, and how far he has come.
     *
     * @param owner null when nobody does
     * @param received the rows that its streams have seen
     */
    record Standing(Thread owner, long received) {

        static final Standing NOWHERE = new Standing(null, 0);
    }

    /** The call that does not come back, as of the last look. */
    public Optional<Stall> present() {
        return present;
    }

    /** Looks; to be called every one or two seconds. */
    public void look(long nowMillis) {
        Standing standing = agent.standing();
        if (standing.owner() == null || !standing.equals(last)) {
            last = standing;
            since = nowMillis;
            nextReport = FIRST_MILLIS;
            present = Optional.empty();
            lost = Standing.NOWHERE;
            return;
        }
        long millis = nowMillis - since;
        StackTraceElement[] stack = standing.owner().getStackTrace();
        if (millis < FIRST_MILLIS || isWaitingOnPurpose(stack)) {
            return;
        }
        present = Optional.of(new Stall(millis, place(stack)));
        if (millis >= nextReport) {
            nextReport = millis * 4;
            report(
                    "a call has not come back for " + millis + " ms; the application, and all who send to it, wait",
                    stack);
        }
    }

    /**
     * Waits until the owner lets go or comes on; one that stands in one call for longer than that, or is known to have stood in it, is
     * interrupted, since somebody wants the application to stop. Not as the owner.
     *
     * @return the call, when it heeds no interrupt
     */
    public Optional<Stall> hurry(long patienceMillis) {
        return hurry(patienceMillis, LAST_PATIENCE_MILLIS);
    }

    /** As {@link #hurry(long)}, with other patience for one who was interrupted. */
    Optional<Stall> hurry(long patienceMillis, long lastPatienceMillis) {
        Standing first = agent.standing();
        if (first.owner() == null) {
            return Optional.empty();
        }
        if (!first.equals(lost)) {
            boolean isKnown = present.isPresent() && first.equals(last);
            if (comesOn(first, isKnown ? 0 : patienceMillis)) {
                return Optional.empty();
            }
            interrupt(first);
            if (heeds(first, lastPatienceMillis)) {
                return Optional.empty();
            }
            lost = first;
        }
        return Optional.of(toStall(first));
    }

    /** The call that is known to come back neither by itself nor by an interrupt, as long as that is so; by any thread. */
    public Optional<Stall> lost() {
        Standing standing = agent.standing();
        return Optional.of(standing)
                .filter(one -> one.owner() != null && one.equals(lost))
                .map(this::toStall);
    }

    private Stall toStall(Standing standing) {
        return present.filter(stall -> standing.equals(last))
                .orElseGet(() -> new Stall(FIRST_MILLIS, place(standing.owner().getStackTrace())));
    }

    private boolean comesOn(Standing first, long patienceMillis) {
        return becomes(patienceMillis, () -> !agent.standing().equals(first));
    }

    // Whoever takes the interrupt may stand in the next row of the same run at once, and is interrupted
    // there in his turn.
    private boolean heeds(Standing first, long patienceMillis) {
        return becomes(
                patienceMillis,
                () -> !first.owner().isInterrupted() || !agent.standing().equals(first));
    }

    private static boolean becomes(long patienceMillis, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            LockSupport.parkNanos(GLANCE_NANOS);
        }
        return true;
    }

    /**
     * Does something that waits for the owner, who is interrupted in each call that he stands in meanwhile: a source that is being stopped
     * may have more rows at hand.
     */
    public void whileProdding(Runnable action) {
        if (agent.isOwner()) {
            action.run();
            return;
        }
        CountDownLatch over = new CountDownLatch(1);
        Thread waiting = Thread.currentThread();
        Thread prodding = new Thread(() -> prod(over, waiting), "eventflux-prodding");
        prodding.setDaemon(true);
        prodding.start();
        try {
            action.run();
        } finally {
            over.countDown();
        }
    }

    private void prod(CountDownLatch over, Thread waiting) {
        try {
            Standing before = agent.standing();
            while (!over.await(AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                Standing now = agent.standing();
                if (now.equals(before) && now.owner() != waiting) {
                    interrupt(now);
                }
                before = now;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void interrupt(Standing standing) {
        if (standing.owner() != null) {
            report(
                    "a call did not come back and was interrupted, as the application is to stop",
                    standing.owner().getStackTrace());
            standing.owner().interrupt();
        }
    }

    private void report(String what, StackTraceElement[] stack) {
        IllegalStateException late = new IllegalStateException(what);
        late.setStackTrace(stack);
        failures.failed("the application", "its owner", late);
    }

    // A row that waits for a sink or a store, as their policies say, or a stop, which reports itself.
    private static boolean isWaitingOnPurpose(StackTraceElement[] stack) {
        return Arrays.stream(stack).map(StackTraceElement::getClassName).anyMatch(WAITING_ON_PURPOSE::contains);
    }

    /** Where a thread stands, outside of the JDK. */
    public static String place(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .filter(frame -> !frame.getClassName().startsWith("java.")
                        && !frame.getClassName().startsWith("jdk."))
                .findFirst()
                .map(frame -> frame.getClassName() + "." + frame.getMethodName() + " (" + frame.getFileName() + ":"
                        + frame.getLineNumber() + ")")
                .orElse("a place that is not known");
    }
}
