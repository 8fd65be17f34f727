package eventflux.bench.siddhi;

import io.siddhi.core.SiddhiAppRuntime;
import io.siddhi.core.SiddhiManager;
import io.siddhi.core.event.Event;
import io.siddhi.core.stream.output.StreamCallback;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One run of an application in Siddhi. Of one thread. */
final class SiddhiRun implements AutoCloseable {

    /** When applications start that are not bound to now. */
    private static final long FIRST_START = 100_000;

    private static final long LONGEST_START_MILLIS = 150;
    private static final long AGGREGATION_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    private final SiddhiManager manager = new SiddhiManager();
    private final Application application;
    private final Outcome.Builder outcome = new Outcome.Builder();
    private SiddhiAppRuntime runtime;
    private String refusal = "";
    private long start = FIRST_START;

    /** Starts an application. Its rates count from then. */
    SiddhiRun(Application application) {
        this.application = application;
        try {
            start();
        } catch (RuntimeException e) {
            // It answers what it cannot run with exceptions of all kinds.
            refusal = String.valueOf(e.getMessage());
        }
    }

    private void start() {
        long before;
        do {
            if (runtime != null) {
                runtime.shutdown();
            }
            runtime = manager.createSiddhiAppRuntime(application.text());
            application.outputs().forEach(this::listen);
            before = System.currentTimeMillis();
            runtime.start();
            if (application.isBoundToNow()) {
                start = System.currentTimeMillis();
            }
        } while (application.isBoundToNow() && start - before > LONGEST_START_MILLIS);
    }

    private void listen(String output) {
        runtime.addCallback(output, new StreamCallback() {
            @Override
            public void receive(Event[] events) {
                for (Event event : events) {
                    outcome.add(output, event.getData());
                }
            }
        });
    }

    /** What the offsets of steps are added to. */
    long startMillis() {
        return start;
    }

    /** Plays all steps. */
    Outcome play() {
        if (!refusal.isEmpty()) {
            return Outcome.refused(refusal);
        }
        try {
            for (Step step : application.steps()) {
                play(step);
                outcome.endStep();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", e);
        }
        return outcome.build();
    }

    private void play(Step step) throws InterruptedException {
        if (step instanceof Step.Send send) {
            runtime.getInputHandler(send.stream()).send(start + send.offset(), send.row(start));
        } else if (step instanceof Step.Ask ask) {
            ask(ask.text());
        }
    }

    private void ask(String query) {
        if (application.isAggregating()) {
            // Nothing tells when its threads have seen all rows.
            LockSupport.parkNanos(AGGREGATION_NANOS);
        }
        try {
            Event[] events = runtime.query(query);
            if (events != null) {
                for (Event event : events) {
                    outcome.add("?", event.getData());
                }
            }
        } catch (RuntimeException e) {
            outcome.add("? " + e.getMessage());
        }
    }

    @Override
    public void close() {
        manager.shutdown();
    }
}
