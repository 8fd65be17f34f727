package eventflux.testkit.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The threads that began after a moment: a thread that stays keeps the classes of its bundle in memory. */
public final class LeftThreads {

    private static final long PATIENCE_MILLIS = 60_000;

    private final Set<Thread> before = Thread.getAllStackTraces().keySet();
    private final Predicate<Thread> isOthers;

    private LeftThreads(Predicate<Thread> isOthers) {
        this.isOthers = isOthers;
    }

    /** From now on. */
    public static LeftThreads fromNowOn() {
        return fromNowOn(thread -> false);
    }

    /** From now on, but for those that somebody else has to end. */
    public static LeftThreads fromNowOn(Predicate<Thread> isOthers) {
        return new LeftThreads(isOthers);
    }

    /** Fails when a thread that began meanwhile does not end within a minute, and says where it stands. */
    public void requireNone() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        for (Thread thread : began()) {
            thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        }
        assertEquals(List.of(), began().stream().map(LeftThreads::place).toList(), "threads that were left running");
    }

    // Those of the virtual machine and the test's own timers come and go by themselves.
    private Set<Thread> began() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread) && thread.isAlive() && thread != Thread.currentThread())
                .filter(thread -> thread.getThreadGroup() != null
                        && !thread.getThreadGroup().getName().equals("system")
                        && !thread.getName().startsWith("junit-"))
                .filter(isOthers.negate())
                .collect(Collectors.toSet());
    }

    private static String place(Thread thread) {
        StackTraceElement[] stack = thread.getStackTrace();
        return thread.getName() + (stack.length == 0 ? "" : " at " + stack[0]);
    }
}
