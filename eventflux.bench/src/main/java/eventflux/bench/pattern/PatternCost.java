package eventflux.bench.pattern;

import com.sun.management.ThreadMXBean;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.api.event.RowAppender;
import eventflux.bench.report.Chart;
import eventflux.bench.report.Figures;
import eventflux.bench.report.Output;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;

/**
 * Prints what an event costs patterns with ten to a hundred thousand partial matches that wait, each for a key of its own: CPU
 * nanoseconds of an event that concerns none of them, of one that completes a match together with the one that begins another in its
 * place, and the bytes allocated for an event. Run as {@code eventflux.bench/bench patterns}.
 */
public final class PatternCost {

    private static final String STREAMS =
            "define stream A (k int, v long); define stream B (k int, v long); define stream C (k int, v long); ";
    private static final String[][] PATTERNS = {
        {"followed by", "from every e1=A -> e2=B[k == e1.k] select e1.k as k, e1.v as a, e2.v as b insert into Out;"},
        {
            "within",
            "from every e1=A -> e2=B[k == e1.k] within 1 day select e1.k as k, e1.v as a, e2.v as b insert into Out;"
        },
        {
            "absence",
            "from every e1=A -> not C[k == e1.k] and e2=B[k == e1.k] select e1.k as k, e1.v as a, e2.v as b insert into Out;"
        },
    };
    private static final int[] LIVE = {10, 100, 1_000, 10_000, 100_000};
    private static final int ROWS = 1_000_000;
    private static final int WARM_ROUNDS = 5;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final RowAppender begin;
    private final RowAppender complete;
    private final int[] order;
    // Written by the measuring thread: the time of the events, and what keeps the output from being left out.
    private long now = 1_000;
    private long total;

    private PatternCost(EventFluxAppRuntime app, int live) {
        app.addRowCallback("Out", row -> total += row.getLong(1));
        app.start();
        begin = app.inputHandler("A").appender();
        complete = app.inputHandler("B").appender();
        order = new SplittableRandom(7).ints(1 << 18, 0, live).toArray();
        for (int key = 0; key < live; key++) {
            send(begin, key);
        }
    }

    /**
     * Measures and prints.
     *
     * @param args {@code --save=FILE}
     * @throws IOException when a file can't be written
     */
    public static void main(String[] args) throws IOException {
        Figures figures = new Figures();
        System.out.printf(
                "%-14s %10s %16s %20s %14s%n", "pattern", "live", "no match ns", "complete+begin ns", "bytes/event");
        for (String[] pattern : PATTERNS) {
            for (int live : LIVE) {
                measure(pattern[0], pattern[1], live, figures);
            }
        }
        new Output(args).write(figures, new Chart("Processor time of an event by live partial matches", "ns", true));
    }

    private static void measure(String name, String text, int live, Figures figures) {
        try (EventFluxManager manager = EventFluxManager.create()) {
            PatternCost cost = new PatternCost(manager.createEventFluxAppRuntime(STREAMS + text), live);
            Cost none = cost(ROWS, i -> cost.send(cost.complete, -1));
            Cost pair = cost(ROWS, cost::completeAndBegin);
            figures.add("%,d".formatted(live), name + ", no match", "ns", none.nanos());
            figures.add("%,d".formatted(live), name + ", complete and begin", "ns", pair.nanos());
            System.out.printf(
                    "%-14s %10d %16.0f %20.0f %14.2f%n", name, live, none.nanos(), pair.nanos(), pair.bytes() / 2);
        }
    }

    private void completeAndBegin(int i) {
        int key = order[i & order.length - 1];
        send(complete, key);
        send(begin, key);
    }

    private void send(RowAppender stream, int key) {
        now++;
        stream.begin(now).setInt(0, key).setLong(1, now).commit();
        stream.flush();
    }

    private record Cost(double nanos, double bytes) {}

    @FunctionalInterface
    private interface Step {
        void run(int number);
    }

    private static Cost cost(int times, Step step) {
        for (int round = 0; round < WARM_ROUNDS; round++) {
            run(times / WARM_ROUNDS, step);
        }
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long nanos = THREADS.getCurrentThreadCpuTime();
        run(times, step);
        return new Cost(
                (double) (THREADS.getCurrentThreadCpuTime() - nanos) / times,
                (double) (THREADS.getCurrentThreadAllocatedBytes() - bytes) / times);
    }

    private static void run(int times, Step step) {
        for (int i = 0; i < times; i++) {
            step.run(i);
        }
    }
}
