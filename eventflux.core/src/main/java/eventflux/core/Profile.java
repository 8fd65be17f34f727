package eventflux.core;

import eventflux.api.TimeShare;
import eventflux.core.failure.CodeOwners;
import eventflux.core.run.AppAgent;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Says what the owner of an application spends his time with, by looking at his stack again and again: nothing is counted or measured on
 * his way. A look belongs to whose code is at work, the classes of Java aside, and counts for the time since the one before.
 */
final class Profile {

    private static final long PAUSE_NANOS = 2_000_000;
    private static final String ENGINE = "the engine";
    private static final String IDLE = "nothing to do";

    private final AppAgent agent;
    private final CodeOwners owners;
    private final Map<String, Long> nanos = new HashMap<>();

    Profile(AppAgent agent, CodeOwners owners) {
        this.agent = agent;
        this.owners = owners;
    }

    /** Looks for a time, or until the calling thread is interrupted; the largest share first. */
    List<TimeShare> take(Duration duration) {
        long begin = System.nanoTime();
        long last = begin;
        do {
            LockSupport.parkNanos(PAUSE_NANOS);
            String seen =
                    agent.owner().map(owner -> place(owner.getStackTrace())).orElse(IDLE);
            // A thread at work is stopped for its stack, which takes longer than to see that there is none.
            long now = System.nanoTime();
            nanos.merge(seen, now - last, Long::sum);
            last = now;
        } while (last - begin < duration.toNanos() && !Thread.currentThread().isInterrupted());
        double total = last - begin;
        return nanos.entrySet().stream()
                .map(seen -> new TimeShare(
                        seen.getKey(), owners.provider(seen.getKey()).orElse(""), seen.getValue() / total))
                .sorted(Comparator.comparingDouble(TimeShare::share).reversed())
                .toList();
    }

    private static String place(StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            String type = frame.getClassName();
            if (!CodeOwners.isJava(type)) {
                return CodeOwners.isEngine(type) ? ENGINE : type + "." + frame.getMethodName();
            }
        }
        return ENGINE;
    }
}
