package eventflux.examples.scenarios.random;

import eventflux.api.AppStatistics;
import eventflux.api.Event;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.api.RingStatistics;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.testkit.random.Chance;
import eventflux.testkit.time.VirtualTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One run of an application in one manner. Of a test thread. */
final class Play implements AutoCloseable {

    private static final int LARGEST_BATCH = 9;
    private static final int DISTURBED_EVERY = 8;

    private final String text;
    private final List<Step> steps;
    private final Manner manner;
    private final boolean isPlayback;
    private final Chance chance;
    private final EventFluxManager manager;
    private final VirtualTime time;
    private final List<String> lines = new ArrayList<>(); // guarded by itself
    private final Map<String, Long> sent = new HashMap<>();
    private EventFluxAppRuntime app;

    private Play(Engines engines, String text, List<Step> steps, Manner manner) {
        this.manager = engines.of(manner);
        this.time = engines.time();
        this.text = text;
        this.steps = steps;
        this.manner = manner;
        this.isPlayback = text.contains("playback");
        this.chance = new Chance(text.hashCode() + steps.size());
    }

    /** A line a row, with the name of its stream in front. */
    static List<String> lines(Engines engines, String text, List<Step> steps, Manner manner) {
        return lines(engines, text, steps, manner, RandomApplication.START);
    }

    /** The same of an application that is started later. */
    static List<String> lines(Engines engines, String text, List<Step> steps, Manner manner, long start) {
        try (Play play = new Play(engines, text, steps, manner)) {
            return play.run(start);
        }
    }

    private List<String> run(long start) {
        // Nobody waits for a time between two applications.
        time.advance(start - time.millis());
        begin();
        int next = 0;
        while (next < steps.size()) {
            next = play(next);
            if (chance.oneIn(DISTURBED_EVERY) && next < steps.size()) {
                disturb();
            }
        }
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    private void disturb() {
        switch (manner) {
            case RESTORED, IN_SHARDS -> {
                byte[] snapshot = app.snapshot();
                app.close();
                begin();
                app.restore(snapshot);
            }
            case UPDATED -> app.update(text);
            case CHANGED -> app.update(app.text().equals(text) ? more() : text);
            default -> {
                // Nothing happens.
            }
        }
    }

    // Groups by texts make codes of them, so that rows are kept otherwise.
    private String more() {
        StringBuilder more = new StringBuilder(text);
        for (String stream : app.streams().keySet()) {
            Schema schema = app.streams().get(stream);
            for (int i = 0; i < schema.size(); i++) {
                if (schema.column(i).type() == DataType.STRING) {
                    more.append("from `%1$s` select `%2$s`, count() as n group by `%2$s` insert into More;\n"
                            .formatted(stream, schema.column(i).name()));
                    break;
                }
            }
        }
        return more.toString();
    }

    // Answers the step after those played.
    private int play(int first) {
        Step step = steps.get(first);
        time.advance(step.time() - time.millis());
        if (step instanceof Step.Ask ask) {
            ask(ask.text());
        }
        if (!(step instanceof Step.Send send)) {
            return first + 1;
        }
        int most = manner.sendsTogether() ? chance.from(1, LARGEST_BATCH) : 1;
        List<Event> events = new ArrayList<>();
        int next = first;
        while (next < steps.size()
                && events.size() < most
                && steps.get(next) instanceof Step.Send other
                && other.stream().equals(send.stream())
                && (other.time() == send.time() || isPlayback)) {
            events.add(new Event(other.time(), other.values().clone()));
            next++;
        }
        app.inputHandler(send.stream()).send(events.toArray(Event[]::new));
        sent.merge(send.stream(), (long) events.size(), Long::sum);
        await(send.stream());
        return next;
    }

    // A stream on a loop has more rows than were sent to it.
    private static long arrived(AppStatistics seen, String stream) {
        RingStatistics ring = seen.rings().get(stream);
        return ring == null ? seen.streams().get(stream) : ring.taken();
    }

    // The clock stands still until what was sent has been processed.
    private void await(String stream) {
        boolean isElsewhere = manner == Manner.THROUGH_RINGS || manner == Manner.IN_SHARDS;
        while (isElsewhere && arrived(app.statistics(), stream) < sent.get(stream)) {
            Thread.yield();
        }
        if (manner == Manner.IN_SHARDS) {
            // Nothing is on its way in shards when a snapshot has been taken.
            app.snapshot();
        }
    }

    private void ask(String query) {
        add("? " + query, app.query(query).events().toArray(Event[]::new));
    }

    private void begin() {
        app = manager.createEventFluxAppRuntime(text);
        sent.clear();
        Set<String> captured = new LinkedHashSet<>(app.streams().keySet());
        captured.removeAll(inputs());
        for (String stream : captured) {
            app.addCallback(stream, events -> add(stream, events));
        }
        app.start();
    }

    private Set<String> inputs() {
        Set<String> inputs = new LinkedHashSet<>();
        for (Step step : steps) {
            if (step instanceof Step.Send send) {
                inputs.add(send.stream());
            }
        }
        return inputs;
    }

    private void add(String source, Event[] events) {
        synchronized (lines) {
            for (Event event : events) {
                lines.add(source + ": " + event.timestamp() + " " + Arrays.toString(event.data()));
            }
        }
    }

    @Override
    public void close() {
        if (app != null) {
            app.close();
        }
    }
}
