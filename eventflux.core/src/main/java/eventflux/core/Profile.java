package eventflux.core;

import eventflux.api.TimeShare;
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
    private static final List<String> OF_JAVA = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");
    private static final List<String> OF_ENGINE = List.of("eventflux.core.", "eventflux.api.", "org.agrona.");

    private final AppAgent agent;
    private final Map<String, String> providers; // by package
    private final Map<String, Long> nanos = new HashMap<>();

    Profile(AppAgent agent, Map<String, String> providers) {
        this.agent = agent;
        this.providers = providers;
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
                .map(seen -> new TimeShare(seen.getKey(), provider(seen.getKey()), seen.getValue() / total))
                .sorted(Comparator.comparingDouble(TimeShare::share).reversed())
                .toList();
    }

    private static String place(StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            String type = frame.getClassName();
            if (!isOf(OF_JAVA, type)) {
                return isOf(OF_ENGINE, type) ? ENGINE : type + "." + frame.getMethodName();
            }
        }
        return ENGINE;
    }

    private static boolean isOf(List<String> prefixes, String type) {
        return prefixes.stream().anyMatch(type::startsWith);
    }

    private String provider(String place) {
        return providers.entrySet().stream()
                .filter(known -> place.startsWith(known.getKey() + "."))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
