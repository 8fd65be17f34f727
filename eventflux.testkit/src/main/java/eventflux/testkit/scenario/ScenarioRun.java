package eventflux.testkit.scenario;

import eventflux.api.AppStatistics;
import eventflux.api.EngineOptions;
import eventflux.api.Event;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.api.InputHandler;
import eventflux.api.RingStatistics;
import eventflux.api.UpdatePlan;
import eventflux.api.event.Schema;
import eventflux.testkit.time.VirtualTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** One run of one scenario in one mode. */
final class ScenarioRun implements AutoCloseable {

    private static final String QUERY_PREFIX = "query:";
    private static final Pattern ASYNCHRONOUS = Pattern.compile("(?i)\\basync\\b");

    private final EngineSource engines;
    private final String text;
    private final Scenario scenario;
    private final Mode mode;
    private final boolean isAsynchronous;
    private final VirtualTime time;
    private final List<String> found = new ArrayList<>();
    private final Map<String, Long> sent = new HashMap<>();
    private EventFluxManager manager;
    private EventFluxAppRuntime app;

    ScenarioRun(EngineSource engines, String text, Scenario scenario, Mode mode) {
        this.engines = engines;
        this.text = text;
        this.scenario = scenario;
        this.mode = mode;
        this.isAsynchronous = ASYNCHRONOUS.matcher(text).find();
        this.time = new VirtualTime(scenario.input().get(0).time());
    }

    /** Plays all steps and answers the lines of output. */
    List<String> play() {
        begin();
        List<ScenarioStep> steps = scenario.input();
        int next = 0;
        while (next < steps.size()) {
            next = play(steps, next);
            if (mode == Mode.RESTORED && next < steps.size()) {
                byte[] snapshot = app.snapshot();
                close();
                begin();
                app.restore(snapshot);
            }
            if (mode == Mode.UPDATED && next < steps.size()) {
                update();
            }
        }
        // What closing does is not part of the scenario.
        List<String> lines = List.copyOf(found);
        close();
        return lines;
    }

    private void update() {
        String other = app.text().equals(text) ? OtherText.of(text, app.streams()) : text;
        UpdatePlan plan = app.update(other);
        if (!other.equals(text) && plan.forgets()) {
            throw new AssertionError("more queries make the others forget:\n" + plan + "\n" + other);
        }
    }

    // Answers the step after those played.
    private int play(List<ScenarioStep> steps, int first) {
        ScenarioStep step = steps.get(first);
        time.advance(step.time() - time.millis());
        if (step instanceof ScenarioStep.Ask ask) {
            add(StepReader.ASK, app.query(ask.text()).events().toArray(Event[]::new));
        }
        if (!(step instanceof ScenarioStep.Send send)) {
            return first + 1;
        }
        List<Event> events = new ArrayList<>();
        int next = first;
        while (next < steps.size() && belongs(send, steps.get(next), events.size())) {
            events.add(new Event(send.time(), values((ScenarioStep.Send) steps.get(next))));
            next++;
        }
        send(send.stream(), events);
        return next;
    }

    private boolean belongs(ScenarioStep.Send first, ScenarioStep step, int collected) {
        return collected == 0
                || (mode == Mode.BATCHED || mode == Mode.COLUMNS)
                        && step instanceof ScenarioStep.Send send
                        && send.time() == first.time()
                        && send.stream().equals(first.stream());
    }

    private void send(String stream, List<Event> events) {
        InputHandler input = app.inputHandler(stream);
        ColumnBatch columns = new ColumnBatch(input, events);
        if (mode == Mode.COLUMNS && columns.isPossible()) {
            columns.send();
        } else if (events.size() == 1) {
            input.send(events.get(0));
        } else {
            input.send(events.toArray(Event[]::new));
        }
        sent.merge(stream, (long) events.size(), Long::sum);
        if (mode == Mode.ASYNCHRONOUS || isAsynchronous) {
            awaitArrival(stream);
        }
    }

    // The clock must not be turned before another thread has processed what was sent; it needs no longer than it needs.
    private void awaitArrival(String stream) {
        while (!hasArrived(app.statistics(), stream)) {
            Thread.onSpinWait();
        }
    }

    // A stream on a loop has more rows than were sent to it.
    private boolean hasArrived(AppStatistics seen, String stream) {
        RingStatistics ring = mode == Mode.ASYNCHRONOUS ? seen.rings().get(stream) : null;
        long arrived = ring == null ? seen.streams().get(stream) : ring.taken();
        return arrived >= sent.get(stream);
    }

    // Whole numbers in a file stand for the type that the column has.
    private Object[] values(ScenarioStep.Send send) {
        Object[] values = send.values().toArray();
        Schema schema = app.inputHandler(send.stream()).schema();
        for (int i = 0; i < Math.min(values.length, schema.size()); i++) {
            values[i] = ColumnValue.of(values[i], schema.column(i).type());
        }
        return values;
    }

    private void begin() {
        manager = engines.create(new EngineOptions().withTimeSource(time).withSettings(settings()));
        app = manager.createEventFluxAppRuntime(text);
        sent.clear();
        for (String stream : capturedStreams()) {
            app.addCallback(stream, events -> add(stream, events));
        }
        for (String query : capturedQueries()) {
            app.addCallback(query, (timestamp, current, expired) -> {
                add(QUERY_PREFIX + query, expired == null ? new Event[0] : expired);
                add(QUERY_PREFIX + query, current == null ? new Event[0] : current);
            });
        }
        app.start();
    }

    private synchronized void add(String source, Event[] events) {
        for (Event event : events) {
            found.add(RowText.of(source, event));
        }
    }

    private Set<String> capturedStreams() {
        Set<String> streams = new LinkedHashSet<>(app.streams().keySet());
        streams.removeAll(inputs());
        if (!capturedQueries().isEmpty()) {
            streams.removeIf(stream ->
                    scenario.output().stream().noneMatch(line -> source(line).equals(stream)));
        }
        return streams;
    }

    private Set<String> capturedQueries() {
        Set<String> queries = new LinkedHashSet<>();
        for (String line : scenario.output()) {
            if (source(line).startsWith(QUERY_PREFIX)) {
                queries.add(source(line).substring(QUERY_PREFIX.length()));
            }
        }
        return queries;
    }

    private static String source(String line) {
        String[] words = line.split("\\s+");
        return words[0].startsWith("@") && words.length > 1 ? words[1] : words[0];
    }

    private Set<String> inputs() {
        Set<String> inputs = new LinkedHashSet<>();
        for (ScenarioStep step : scenario.input()) {
            if (step instanceof ScenarioStep.Send send) {
                inputs.add(send.stream());
            }
        }
        return inputs;
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        if (mode == Mode.ASYNCHRONOUS) {
            inputs().forEach(stream -> settings.put("streams." + stream + ".async.enabled", "true"));
        }
        return settings;
    }

    @Override
    public void close() {
        if (manager != null) {
            manager.close();
            manager = null;
        }
    }
}
