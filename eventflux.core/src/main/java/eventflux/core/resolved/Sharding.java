package eventflux.core.resolved;

import eventflux.api.spi.ExtensionKind;
import eventflux.core.resolved.ResolvedJoin.Kind;
import eventflux.core.resolved.ResolvedPartition.ByValue;
import eventflux.core.resolved.ResolvedQuery.AggregateCall;
import eventflux.core.resolved.ResolvedQuery.OutputColumn;
import eventflux.core.resolved.ResolvedQuery.WindowCall;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which partitions are worked on by several threads, and what remains for one thread. A partition is sharded when its queries share
 * nothing with the rest of the application but one asynchronous stream with several workers, which it reads by a key, and the streams
 * that it inserts into.
 */
public final class Sharding {

    /**
     * Into how many shards the keys of a partition are divided. It is the same whatever the number of workers, so that a saved state
     * fits any number of them; there are no more workers than shards.
     */
    public static final int SHARDS = 16;

    private final ResolvedApp app;

    private Sharding(ResolvedApp app) {
        this.app = app;
    }

    /** The partitions that are sharded, in the order of the text. */
    public static List<ResolvedPartition> sharded(ResolvedApp app) {
        Sharding sharding = new Sharding(app);
        return app.partitions().stream()
                .filter(partition -> sharding.workers(partition) > 1)
                .filter(partition -> sharding.obstacle(partition).isEmpty())
                .toList();
    }

    /** Why no partition of a stream with several workers is sharded, if none is. */
    public static Optional<String> obstacle(ResolvedApp app, String stream) {
        Sharding sharding = new Sharding(app);
        List<Optional<String>> obstacles = app.partitions().stream()
                .filter(partition -> partition.key(stream).isPresent())
                .map(sharding::obstacle)
                .toList();
        if (obstacles.isEmpty()) {
            return Optional.of("no partition has a key of it");
        }
        return obstacles.stream().anyMatch(Optional::isEmpty) ? Optional.empty() : obstacles.get(0);
    }

    /** What remains when the sharded partitions are taken out. */
    public static ResolvedApp around(ResolvedApp app) {
        List<ResolvedPartition> sharded = sharded(app);
        Set<String> queries = new HashSet<>();
        sharded.forEach(partition -> queries.addAll(partition.queries()));
        return new ResolvedApp(
                app.name(),
                app.time(),
                app.loopLimit(),
                app.scripts(),
                app.streams(),
                app.tables(),
                app.aggregations(),
                app.queries().stream()
                        .filter(query -> !queries.contains(query.name()))
                        .toList(),
                app.partitions().stream()
                        .filter(partition -> !sharded.contains(partition))
                        .toList(),
                app.sources(),
                app.sinks());
    }

    /** One sharded partition as an application of its own, with the streams that it reads and those that it inserts into. */
    public static ResolvedApp inside(ResolvedApp app, ResolvedPartition partition) {
        List<ResolvedQuery> queries = queries(app, partition);
        String read = partition.keys().get(0).stream();
        Set<String> streams = new HashSet<>(List.of(read));
        queries.forEach(query -> query.output().target().ifPresent(streams::add));
        return new ResolvedApp(
                app.name(),
                app.time(),
                app.loopLimit(),
                List.of(),
                app.streams().stream()
                        .filter(stream -> streams.contains(stream.name()))
                        .map(stream -> alone(stream, stream.name().equals(read) ? stream.policy() : FailurePolicy.LOG))
                        .toList(),
                List.of(),
                List.of(),
                queries,
                List.of(partition),
                List.of(),
                List.of());
    }

    private static ResolvedStream alone(ResolvedStream stream, FailurePolicy policy) {
        return new ResolvedStream(
                stream.name(),
                stream.schema(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                policy,
                Optional.empty());
    }

    private static List<ResolvedQuery> queries(ResolvedApp app, ResolvedPartition partition) {
        return app.queries().stream()
                .filter(query -> partition.queries().contains(query.name()))
                .toList();
    }

    private int workers(ResolvedPartition partition) {
        return app.streams().stream()
                .filter(stream -> partition.key(stream.name()).isPresent())
                .flatMap(stream -> stream.async().stream())
                .mapToInt(ResolvedStream.AsyncOptions::workers)
                .max()
                .orElse(1);
    }

    private Optional<String> obstacle(ResolvedPartition partition) {
        if (app.time().isPlayback()
                || app.streams().stream().anyMatch(one -> one.time().isPresent())) {
            return Optional.of("the clock follows the events, one after another");
        }
        if (partition.keys().size() > 1) {
            return Optional.of(partition.name() + " has keys of several streams");
        }
        if (!(partition.keys().get(0) instanceof ByValue)) {
            return Optional.of(partition.name() + " goes by ranges");
        }
        if (app.streams().stream()
                .filter(stream -> partition.key(stream.name()).isPresent())
                .anyMatch(stream ->
                        stream.window().isPresent() || stream.policy().action() != FailurePolicy.Action.LOG)) {
            return Optional.of("its rows that fail go elsewhere than to the log");
        }
        if (feedsLoop(partition)) {
            return Optional.of(partition.name() + " stands on a loop, whose rows go round one after another");
        }
        if (callsScript(partition.expressions())) {
            return Optional.of("the key of " + partition.name() + " calls a script, which one thread may do");
        }
        return queries(app, partition).stream()
                .flatMap(query -> obstacle(partition, query).stream())
                .findFirst();
    }

    private boolean feedsLoop(ResolvedPartition partition) {
        Set<String> onLoops = Loops.queries(app);
        return partition.queries().stream().anyMatch(onLoops::contains);
    }

    private Optional<String> obstacle(ResolvedPartition partition, ResolvedQuery query) {
        boolean readsOthers = query.input().streams().stream()
                .anyMatch(stream -> partition.key(stream).isEmpty()
                        && app.streams().stream().anyMatch(one -> one.name().equals(stream)));
        if (readsOthers) {
            return Optional.of("the query " + query.name() + " reads another stream too");
        }
        boolean looksUp = query.input() instanceof ResolvedJoin join
                && join.sides().stream().anyMatch(side -> side.kind() != Kind.STREAM);
        if (looksUp || query.output().action().isPresent() || expressions(query).anyMatch(Sharding::testsTable)) {
            return Optional.of("the query " + query.name() + " has to do with a table, window or aggregation");
        }
        return callsScript(expressions(query)) || !app.scripts().isEmpty() && readsConditions(query)
                ? Optional.of("the query " + query.name() + " calls a script, which one thread may do")
                : Optional.empty();
    }

    // What comes with the rows may call whatever there is.
    private static boolean readsConditions(ResolvedQuery query) {
        return query.input()
                .everyHandler()
                .anyMatch(handler -> handler instanceof WindowCall window && window.readsConditions());
    }

    private static Stream<Expr> expressions(ResolvedQuery query) {
        ResolvedQuery.Selection selection = query.selection();
        return Stream.of(
                        query.input().conditions(),
                        query.input().everyHandler().flatMap(ResolvedQuery.Handler::expressions),
                        selection.columns().stream().map(OutputColumn::value),
                        selection.aggregates().stream()
                                .map(AggregateCall::arguments)
                                .flatMap(List::stream),
                        selection.groupBy().stream(),
                        selection.having().stream())
                .flatMap(part -> part);
    }

    private static boolean testsTable(Expr expression) {
        return expression instanceof Truth.InTable
                || expression.children().stream().anyMatch(Sharding::testsTable);
    }

    private static boolean callsScript(Stream<Expr> expressions) {
        return expressions.anyMatch(Sharding::callsScript);
    }

    private static boolean callsScript(Expr expression) {
        return expression instanceof Expr.Call call
                        && call.function().provider().kind() == ExtensionKind.SCRIPT_LANGUAGE
                || callsScript(expression.children().stream());
    }
}
