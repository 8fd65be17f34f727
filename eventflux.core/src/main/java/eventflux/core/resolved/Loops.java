package eventflux.core.resolved;

import eventflux.core.resolved.LoopEnd.Failures;
import eventflux.core.resolved.LoopEnd.Insert;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the queries of an application feed themselves, directly or over others. A loop is closed by what fails on it, or else by what
 * a query inserts into a stream that it reads itself, or a query above it in the text.
 */
public final class Loops {

    private final ResolvedApp app;
    private final List<ResolvedQuery> readers;
    private final Map<String, Integer> streams = new HashMap<>();
    // Which streams what fails because of a row of a stream goes into, in pairs.
    private final List<Failing> failing = new ArrayList<>();

    private record Failing(int from, int into, String stream) {}

    private Loops(ResolvedApp app) {
        this.app = app;
        this.readers = app.readers();
        app.allStreams().forEach(stream -> streams.put(stream.name(), readers.size() + streams.size()));
        Set<String> read = new HashSet<>();
        readers.forEach(query -> read.addAll(query.input().streams()));
        app.allStreams().stream()
                .filter(stream -> read.contains(stream.name()))
                .forEach(stream -> addFailing(stream.name(), stream.policy()));
        app.sinks().forEach(sink -> addFailing(sink.stream(), sink.care().failures()));
    }

    private void addFailing(String stream, FailurePolicy policy) {
        Integer from = streams.get(stream);
        Integer into = streams.get(policy.stream());
        if (from != null && into != null) {
            failing.add(new Failing(from, into, policy.stream()));
        }
    }

    /** What closes the loops of an application, in the order of the text. */
    public static Set<LoopEnd> ends(ResolvedApp app) {
        return new Loops(app).ends();
    }

    /** The streams whose rows may come to an end of a loop. */
    public static Set<String> leadingToEnds(ResolvedApp app, Set<LoopEnd> ends) {
        return ends.isEmpty() ? Set.of() : new Loops(app).leadingTo(ends);
    }

    /** The queries that stand on loops, by name. */
    public static Set<String> queries(ResolvedApp app) {
        return new Loops(app).onLoops();
    }

    /**
     * Loops that each row goes round without end, since each query on them hands on every row at once.
     *
     * @return by the query that closes it, the streams that it leads through, from the last back to it
     */
    public static Map<String, List<String>> endless(ResolvedApp app) {
        return new Loops(app).endless();
    }

    private BitSet everyQuery() {
        BitSet all = new BitSet();
        all.set(0, readers.size());
        return all;
    }

    private StreamGraph graph(BitSet queries) {
        StreamGraph graph = new StreamGraph(readers.size() + streams.size());
        queries.stream().forEach(query -> {
            read(query).forEach(from -> graph.add(from, query));
            target(query).ifPresent(to -> graph.add(query, to));
        });
        return graph;
    }

    private StreamGraph whole() {
        StreamGraph graph = graph(everyQuery());
        failing.forEach(one -> graph.add(one.from(), one.into()));
        return graph;
    }

    private List<Integer> read(int query) {
        return readers.get(query).input().streams().stream()
                .map(streams::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private Optional<Integer> target(int query) {
        return readers.get(query).output().target().map(streams::get);
    }

    private Insert insert(int query) {
        ResolvedQuery found = readers.get(query);
        return new Insert(found.name(), found.output().target().orElseThrow());
    }

    private Set<LoopEnd> ends() {
        Set<LoopEnd> ends = new LinkedHashSet<>();
        Set<Integer> closed = new HashSet<>();
        int[] circles = whole().circles();
        for (Failing one : failing) {
            if (circles[one.from()] == circles[one.into()]) {
                ends.add(new Failures(one.stream()));
                closed.add(one.into());
            }
        }
        StreamGraph rest = graph(everyQuery());
        failing.stream().filter(one -> !closed.contains(one.into())).forEach(one -> rest.add(one.from(), one.into()));
        closing(everyQuery(), rest.circles()).forEach(query -> ends.add(insert(query)));
        return ends;
    }

    // The queries whose inserts close circles: into a stream that a query of the circle reads which is not below them.
    private List<Integer> closing(BitSet queries, int[] circles) {
        Map<Integer, Integer> firstReaders = new HashMap<>();
        queries.stream()
                .forEach(query -> read(query).stream()
                        .filter(from -> circles[from] == circles[query])
                        .forEach(from -> firstReaders.putIfAbsent(from, query)));
        return queries.stream()
                .filter(query -> target(query)
                        .filter(to -> circles[to] == circles[query])
                        .filter(to -> firstReaders.get(to) <= query)
                        .isPresent())
                .boxed()
                .toList();
    }

    private Set<String> leadingTo(Set<LoopEnd> ends) {
        BitSet lastPlaces = new BitSet();
        everyQuery().stream()
                .filter(query -> target(query).isPresent() && ends.contains(insert(query)))
                .forEach(lastPlaces::set);
        failing.stream()
                .filter(one -> ends.contains(new Failures(one.stream())))
                .forEach(one -> lastPlaces.set(one.from()));
        BitSet leading = whole().leadingTo(lastPlaces);
        return streams.keySet().stream()
                .filter(stream -> leading.get(streams.get(stream)))
                .collect(Collectors.toSet());
    }

    // A query is in a circle with a stream by a loop only.
    private Set<String> onLoops() {
        int[] circles = whole().circles();
        BitSet ofStreams = new BitSet();
        streams.values().forEach(stream -> ofStreams.set(circles[stream]));
        return everyQuery().stream()
                .filter(query -> ofStreams.get(circles[query]))
                .mapToObj(query -> readers.get(query).name())
                .collect(Collectors.toSet());
    }

    private Map<String, List<String>> endless() {
        Set<String> onLoops = onLoops();
        BitSet queries = new BitSet();
        everyQuery().stream()
                .filter(query -> onLoops.contains(readers.get(query).name()) && handsOnAll(readers.get(query)))
                .forEach(queries::set);
        int[] circles = graph(queries).circles();
        Map<String, List<String>> found = new LinkedHashMap<>();
        closing(queries, circles).forEach(query -> found.put(readers.get(query).name(), way(query, queries, circles)));
        return found;
    }

    // Each of the queries reads one stream: from the stream that the query fills on to the one that it reads.
    private List<String> way(int last, BitSet queries, int[] circles) {
        String end = insert(last).stream();
        String wanted = origin(last);
        Map<String, String> before = new HashMap<>();
        List<String> open = new ArrayList<>(List.of(end));
        for (int i = 0; i < open.size() && !before.containsKey(wanted); i++) {
            String from = open.get(i);
            queries.stream()
                    .filter(query ->
                            circles[query] == circles[last] && origin(query).equals(from))
                    .mapToObj(query -> insert(query).stream())
                    .filter(to -> before.putIfAbsent(to, from) == null)
                    .forEach(open::add);
        }
        List<String> way = new ArrayList<>(List.of(end));
        for (String at = wanted; !at.equals(end); at = before.get(at)) {
            way.add(1, at);
        }
        way.add(end);
        return way;
    }

    private String origin(int query) {
        return readers.get(query).input().streams().get(0);
    }

    private boolean handsOnAll(ResolvedQuery query) {
        OutputShape shape = query.output().shape();
        return query.input() instanceof ResolvedInput.OfStream read
                && read.handlers().isEmpty()
                && query.selection().having().isEmpty()
                && !mayEndBefore(query, read.stream())
                && query.output().current()
                && !shape.distinct()
                && shape.limit().isEmpty()
                && shape.offset() == 0
                && shape.rate().isEmpty();
    }

    // A window may keep rows, and where a partition begins a row without key has no part.
    private boolean mayEndBefore(ResolvedQuery query, String read) {
        boolean isWindow = app.streams().stream()
                .anyMatch(
                        stream -> stream.name().equals(read) && stream.window().isPresent());
        return isWindow
                || app.partition(query.name()).stream()
                        .anyMatch(partition -> partition.streams().stream()
                                .noneMatch(inner -> inner.name().equals(read)));
    }
}
