package eventflux.core.plan;

import eventflux.core.resolved.ResolvedAggregation;
import eventflux.core.resolved.ResolvedApp;
import eventflux.core.resolved.ResolvedJoin;
import eventflux.core.resolved.ResolvedPartition;
import eventflux.core.resolved.ResolvedQuery;
import eventflux.core.resolved.TableAction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides where rows are taken one by one. The readers of a stream may take a whole run one after the other unless what two of
 * them do meets: they fill one stream, one of them changes a table that another looks at, or what comes of them enters one
 * partition in two ways, of which one may make the parts that the other finds. And a query that looks at a table
 * which its own rows change must be done with a row before it sees the next. The same input must give the same output however it
 * was sent.
 */
final class FanOut {

    private final ResolvedApp app;
    private final Map<String, List<ResolvedQuery>> readers = new HashMap<>();
    private final Map<String, String> partitions = new HashMap<>(); // by query
    // Queries are told apart by identity: comparing them would compare all that they are made of.
    private final Map<ResolvedQuery, Set<String>> looks = new IdentityHashMap<>();

    FanOut(ResolvedApp app) {
        this.app = app;
        for (ResolvedPartition partition : app.partitions()) {
            partition.queries().forEach(query -> partitions.put(query, partition.name()));
        }
        for (ResolvedQuery query : app.readers()) {
            Set.copyOf(query.input().streams())
                    .forEach(stream -> readers.computeIfAbsent(stream, name -> new ArrayList<>())
                            .add(query));
        }
    }

    /** Whether all readers of a stream see one row before any sees the next. */
    boolean isByRow(String stream) {
        List<ResolvedQuery> readers = readers(stream);
        if (readers.stream().anyMatch(FanOut::readsTwice)) {
            return true;
        }
        return readers.size() > 1 && doMeet(readers);
    }

    private static boolean readsTwice(ResolvedQuery query) {
        return query.input() instanceof ResolvedJoin join && join.readsTwice();
    }

    private boolean doMeet(List<ResolvedQuery> readers) {
        Set<String> filled = new HashSet<>();
        Set<String> looked = new HashSet<>();
        Set<String> entered = new HashSet<>();
        for (ResolvedQuery query : readers) {
            Set<String> fills = new HashSet<>();
            Set<String> looksAt = new HashSet<>();
            Set<String> enters = new HashSet<>();
            for (ResolvedQuery follower : followers(query)) {
                follower.output().target().ifPresent(fills::add);
                if (follower.input().streams().size() > 1) {
                    fills.add("query " + follower.name());
                }
                changed(follower).ifPresent(fills::add);
                looksAt.addAll(tables(follower));
                partition(follower).ifPresent(enters::add);
            }
            // The readers inside of one partition enter it together.
            Optional<String> own = partition(query).map(name -> name + " itself");
            own.filter(entered::contains).flatMap(name -> partition(query)).ifPresent(enters::remove);
            if (meets(fills, filled) || meets(fills, looked) || meets(looksAt, filled) || meets(enters, entered)) {
                return true;
            }
            filled.addAll(fills);
            looked.addAll(looksAt);
            entered.addAll(enters);
            own.ifPresent(entered::add);
        }
        return false;
    }

    private Optional<String> partition(ResolvedQuery query) {
        return Optional.ofNullable(partitions.get(query.name()));
    }

    private static boolean meets(Set<String> some, Set<String> others) {
        return some.stream().anyMatch(others::contains);
    }

    /** Whether a query must be done with a row before it sees the next. */
    boolean isByRow(ResolvedQuery query) {
        Set<String> read = tables(query);
        if (read.isEmpty()) {
            return false;
        }
        return followers(query).stream()
                .flatMap(follower -> changed(follower).stream())
                .anyMatch(read::contains);
    }

    // The table or aggregation that others find changed after a row of the query.
    private Optional<String> changed(ResolvedQuery query) {
        Optional<String> table = query.output().action().map(TableAction::table);
        return table.or(() -> app.aggregations().stream()
                .filter(aggregation -> aggregation.feed() == query)
                .map(ResolvedAggregation::name)
                .findFirst());
    }

    /** The query, and those that get rows because of it. */
    private Set<ResolvedQuery> followers(ResolvedQuery query) {
        Set<ResolvedQuery> followers = Collections.newSetFromMap(new IdentityHashMap<>());
        followers.add(query);
        Deque<ResolvedQuery> open = new ArrayDeque<>(followers);
        while (!open.isEmpty()) {
            open.pop()
                    .output()
                    .target()
                    .ifPresent(target ->
                            readers(target).stream().filter(followers::add).forEach(open::add));
        }
        return followers;
    }

    private List<ResolvedQuery> readers(String stream) {
        return readers.getOrDefault(stream, List.of());
    }

    // The tables that a query looks at.
    private Set<String> tables(ResolvedQuery query) {
        return looks.computeIfAbsent(query, TableUses::read);
    }
}
