package eventflux.shell;

import eventflux.api.AppStatistics;
import eventflux.api.ConnectionStatus;
import eventflux.api.Event;
import eventflux.api.FailureSummary;
import eventflux.api.InputHandler;
import eventflux.api.QueryCallback;
import eventflux.api.QueryResult;
import eventflux.api.Registration;
import eventflux.api.RingStatistics;
import eventflux.api.StoredErrors;
import eventflux.api.StreamCallback;
import eventflux.api.TimeShare;
import eventflux.api.UpdatePlan;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.testkit.engine.FakeApplication;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** An application that hands events through; a callback that is added first gets everything that was sent before. */
final class FakeRuntime extends FakeApplication {

    final Map<String, Long> errors = new LinkedHashMap<>();
    final Map<String, RingStatistics> rings = new LinkedHashMap<>();
    final List<Event> sent = new ArrayList<>();
    final List<Long> saved = new ArrayList<>();
    final List<Long> restored = new ArrayList<>();
    List<ExtensionDescriptor> uses = List.of();

    final List<ConnectionStatus> connections = new ArrayList<>();
    final FakeErrors stored = new FakeErrors();
    final List<TimeShare> profile = new ArrayList<>();
    final List<FailureSummary> failures = new ArrayList<>();
    private final Map<String, Schema> streams = new LinkedHashMap<>();
    private final Map<String, Schema> queries = new LinkedHashMap<>();

    FakeRuntime(String name, String text) {
        super(name, text);
        text.lines().filter(line -> line.contains("(")).forEach(this::define);
    }

    private void define(String line) {
        String[] parts = line.split("[ ()]+", 3);
        List<Column> columns = new ArrayList<>();
        for (String column : parts[2].replace(")", "").split(", *")) {
            String[] words = column.split(" ");
            columns.add(new Column(words[0], DataType.valueOf(words[1])));
        }
        (parts[0].equals("stream") ? streams : queries).put(parts[1], new Schema(columns));
    }

    @Override
    public List<ExtensionDescriptor> extensions() {
        return uses;
    }

    @Override
    public UpdatePlan planUpdate(String newText) {
        return new UpdatePlan(List.of(new UpdatePlan.Part("query", "q", UpdatePlan.Fate.KEEPS, "")));
    }

    @Override
    public InputHandler inputHandler(String stream) {
        if (!streams.containsKey(stream)) {
            throw new EventFluxException(Problem.of(FakeManager.FakeProblem.STREAM_UNKNOWN));
        }
        return new FakeInput(stream, streams.get(stream), sent);
    }

    @Override
    public Registration addCallback(String stream, StreamCallback callback) {
        callback.receive(sent.toArray(Event[]::new));
        return () -> sent.clear();
    }

    @Override
    public Registration addCallback(String query, QueryCallback callback) {
        callback.receive(0, sent.toArray(Event[]::new), null);
        return () -> sent.clear();
    }

    @Override
    public Map<String, Schema> streams() {
        return streams;
    }

    @Override
    public Map<String, Schema> queries() {
        return queries;
    }

    @Override
    public AppStatistics statistics() {
        Map<String, Long> in = new LinkedHashMap<>();
        streams.keySet().forEach(stream -> in.put(stream, (long) sent.size()));
        Map<String, Long> out = new LinkedHashMap<>();
        queries.keySet().forEach(query -> out.put(query, 0L));
        return new AppStatistics(in, out, errors, rings);
    }

    @Override
    public List<TimeShare> profile(Duration duration) {
        return profile;
    }

    @Override
    public List<FailureSummary> failures() {
        return failures;
    }

    @Override
    public List<ConnectionStatus> connections() {
        return connections;
    }

    @Override
    public StoredErrors storedErrors() {
        return stored;
    }

    @Override
    public QueryResult query(String question) {
        return question.startsWith("delete")
                ? new QueryResult(Schema.of(), List.of())
                : new QueryResult(
                        new Schema(List.of(new Column("asked", DataType.STRING), new Column("n", DataType.LONG))),
                        List.of(new Event(1, name(), 7L), new Event(2, question, null)));
    }

    @Override
    public long persist() {
        long revision = saved.isEmpty() ? 1_000 : saved.get(saved.size() - 1) + 1_000;
        saved.add(revision);
        return revision;
    }

    @Override
    public List<Long> revisions() {
        return List.copyOf(saved);
    }

    @Override
    public void restoreRevision(long revision) {
        restored.add(revision);
    }

    @Override
    public OptionalLong restoreLastRevision() {
        if (saved.isEmpty()) {
            return OptionalLong.empty();
        }
        long newest = saved.get(saved.size() - 1);
        restored.add(newest);
        return OptionalLong.of(newest);
    }

    @Override
    public void clearAllRevisions() {
        saved.clear();
    }
}
