package eventflux.core.analyze.definition;

import eventflux.api.error.Problem;
import eventflux.api.query.node.StreamName;
import eventflux.api.query.node.StreamScope;
import eventflux.core.analyze.expression.KnownTables;
import eventflux.core.analyze.expression.StreamColumns;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.resolved.FailurePolicy;
import eventflux.core.resolved.NamedWindow;
import eventflux.core.resolved.ResolvedStream;
import eventflux.core.resolved.ResolvedStream.AsyncOptions;
import eventflux.core.resolved.StreamTime;
import eventflux.core.resolved.TriggerSchedule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The streams of the application under analysis: defined ones, and those that queries fill without a definition. Seen from
 * inside of a partition there are its inner streams too, which stand here under names of their own: {@code partition#Name}.
 */
public final class Streams {

    private static final String INNER = "#";

    private final Map<String, StreamColumns> known;
    private final Map<String, AsyncOptions> async;
    private final Map<String, TriggerSchedule> triggers;
    private final Map<String, NamedWindow> windows;
    private final Map<String, FailurePolicy> policies;
    private final Map<String, Set<String>> sinkFailures;
    private final Map<String, StreamTime> times;
    private final Set<String> withheld;
    private final Set<String> expected;
    private final Tables tables;
    private final Aggregations aggregations;
    private final String partition;

    /** No streams yet. */
    public Streams() {
        known = new LinkedHashMap<>();
        async = new HashMap<>();
        triggers = new HashMap<>();
        windows = new HashMap<>();
        policies = new HashMap<>();
        sinkFailures = new HashMap<>();
        times = new HashMap<>();
        withheld = new HashSet<>();
        expected = new LinkedHashSet<>();
        tables = new Tables();
        aggregations = new Aggregations();
        partition = "";
    }

    private Streams(Streams all, String partition) {
        this.known = all.known;
        this.async = all.async;
        this.triggers = all.triggers;
        this.windows = all.windows;
        this.policies = all.policies;
        this.sinkFailures = all.sinkFailures;
        this.times = all.times;
        this.withheld = all.withheld;
        this.expected = all.expected;
        this.tables = all.tables;
        this.aggregations = all.aggregations;
        this.partition = partition;
    }

    /** The tables, whose names no stream can have. */
    public Tables tables() {
        return tables;
    }

    /** The aggregations, whose names no stream can have. */
    public Aggregations aggregations() {
        return aggregations;
    }

    /** The same streams as queries of a partition see them; with an empty name, as those outside do. */
    public Streams seenFrom(String name) {
        return new Streams(this, name);
    }

    /** The name under which a stream stands here, whichever way a query of a partition (or outside, when empty) writes it. */
    public static String name(StreamName stream, String partition) {
        return stream.scope() == StreamScope.INNER ? partition + stream.qualified() : stream.qualified();
    }

    /** Whether they are seen from inside of a partition. */
    public boolean isInPartition() {
        return !partition.isEmpty();
    }

    /** The name under which a stream stands here. */
    public String name(StreamName stream) {
        return name(stream, partition);
    }

    /** Adds a stream that a definition declares. */
    public void define(StreamColumns columns, Optional<AsyncOptions> options) {
        known.put(columns.name(), columns);
        options.ifPresent(found -> async.put(columns.name(), found));
    }

    /** Says what becomes of rows of a stream that fail. */
    void onFailure(String name, FailurePolicy policy) {
        policies.put(name, policy);
    }

    /** Says how the rows of a stream carry the time. */
    public void time(String name, StreamTime time) {
        times.put(name, time);
    }

    /** How the rows of a stream carry the time, if they do. */
    public Optional<StreamTime> time(String name) {
        return Optional.ofNullable(times.get(name));
    }

    /** Says into which stream the rows go that a sink of another fails on. */
    void onSinkFailure(String name, String target) {
        sinkFailures.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(target);
    }

    /** The streams whose rows go into others when a sink fails on them, with which. */
    public Map<String, Set<String>> sinkFailures() {
        return sinkFailures;
    }

    /** The streams whose rows go on elsewhere when they fail, with where. */
    public Map<String, String> failuresHandedOn() {
        Map<String, String> targets = new HashMap<>();
        policies.forEach((name, policy) -> {
            if (policy.feedsStream()) {
                targets.put(name, policy.stream());
            }
        });
        return targets;
    }

    /** The names of all streams that are known. */
    public Set<String> names() {
        return known.keySet();
    }

    /** Lets the engine itself put rows into a stream. */
    void trigger(String name, TriggerSchedule schedule) {
        triggers.put(name, schedule);
    }

    /** Puts a window between a stream and its readers. */
    public void window(String name, NamedWindow window) {
        windows.put(name, window);
    }

    /** The window between a stream and its readers. */
    public Optional<NamedWindow> window(String name) {
        return Optional.ofNullable(windows.get(name));
    }

    /** Adds a stream that a query fills first; the order of {@link #expect} stays. */
    public void infer(StreamColumns columns) {
        known.put(columns.name(), columns);
    }

    /** A stream that a query will fill. */
    public void expect(String name) {
        expected.add(name);
    }

    /** A name that stands for something that the engine cannot run yet, which has been reported. */
    public void withhold(String name) {
        withheld.add(name);
    }

    /** Whether a definition has taken the name. */
    public boolean isTaken(String name) {
        return known.containsKey(name) || withheld.contains(name) || tables.has(name) || aggregations.has(name);
    }

    /** Whether a name is that of something whose rows are looked up and come by themselves to nobody. */
    public boolean isLookedUp(String name) {
        return tables.has(name) || aggregations.has(name);
    }

    /** Whether a stream of that name is declared, or inferred already. */
    boolean isKnown(String name) {
        return known.containsKey(name);
    }

    /** Whether it is an inner stream and the query stands outside of partitions. */
    public boolean isOutside(StreamName stream) {
        return stream.scope() == StreamScope.INNER && partition.isEmpty();
    }

    /** The columns of a stream or table that is known. */
    public Optional<StreamColumns> find(String name) {
        return Optional.ofNullable(known.get(name)).or(() -> tables.find(name).map(KnownTables.KnownTable::columns));
    }

    /** The columns of a stream that a query reads; a problem when nobody defines or fills it. */
    public StreamColumns read(StreamName stream, ProblemLog problems) {
        if (isOutside(stream)) {
            problems.report(AnalysisError.INNER_STREAM_OUTSIDE, stream.position(), "stream", stream);
            return StreamColumns.unknown(stream.qualified());
        }
        String name = name(stream);
        if (tables.has(name)) {
            problems.report(AnalysisError.TABLE_AS_STREAM, stream.position(), "table", name);
        }
        if (aggregations.has(name)) {
            problems.report(AnalysisError.AGGREGATION_AS_STREAM, stream.position(), "aggregation", name);
        }
        if (!isTaken(name) && !expected.contains(name)) {
            reportUnknown(stream, problems);
        }
        return known.getOrDefault(name, StreamColumns.unknown(name));
    }

    private void reportUnknown(StreamName stream, ProblemLog problems) {
        if (stream.scope() == StreamScope.FAULT && known.containsKey(stream.text())) {
            problems.report(AnalysisError.NO_FAULT_STREAM, stream.position(), "stream", stream.text());
            return;
        }
        problems.reportUnknown(
                Problem.of(AnalysisError.UNKNOWN_STREAM, "stream", stream),
                stream.position(),
                stream.qualified(),
                writable());
    }

    // What could stand here, as the author would write it: inner streams without their partition, none
    // that is generated.
    private List<String> writable() {
        return Stream.concat(known.keySet().stream(), expected.stream())
                .filter(name -> !name.startsWith(ResolvedStream.GENERATED))
                .filter(name -> !name.contains(INNER) || name.startsWith(partition + INNER))
                .map(name -> name.substring(Math.max(0, name.indexOf(INNER))))
                .toList();
    }

    /** Those outside of partitions: the defined ones in their order, then the others in the order in which the text fills them. */
    public List<ResolvedStream> resolved() {
        return all().filter(stream -> !stream.name().contains(INNER)).toList();
    }

    /** The inner streams of a partition. */
    public List<ResolvedStream> inside(String name) {
        return all().filter(stream -> stream.name().startsWith(name + INNER)).toList();
    }

    private Stream<ResolvedStream> all() {
        Set<String> names = new LinkedHashSet<>(known.keySet());
        names.removeAll(expected);
        names.addAll(expected);
        return names.stream()
                .filter(known::containsKey)
                .map(name -> new ResolvedStream(
                        name,
                        known.get(name).schema(),
                        Optional.ofNullable(async.get(name)),
                        Optional.ofNullable(triggers.get(name)),
                        window(name),
                        policies.getOrDefault(name, FailurePolicy.LOG),
                        time(name)));
    }
}
