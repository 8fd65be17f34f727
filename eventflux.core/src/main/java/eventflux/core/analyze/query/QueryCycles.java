package eventflux.core.analyze.query;

import eventflux.core.analyze.definition.Streams;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds queries that feed themselves: a walk from each query to the readers of what it fills, depth first. */
public final class QueryCycles {

    private final Map<String, List<QueryDraft>> readers = new HashMap<>();
    private final List<QueryDraft> queries;
    private final Map<String, String> failures;
    private final Map<String, Set<String>> sinkFailures;
    private final ProblemLog problems;
    private final BitSet seen = new BitSet();
    private final BitSet onPath = new BitSet();
    private final List<QueryDraft> path = new ArrayList<>();
    private final List<Iterator<QueryDraft>> branches = new ArrayList<>();

    /**
     * For the queries of an application.
     *
     * @param isTable whether a name is a table's: filling one that is read sets off nothing
     * @param streams know where rows go that fail
     */
    public QueryCycles(List<QueryDraft> queries, Predicate<String> isTable, Streams streams, ProblemLog problems) {
        this.queries = queries;
        this.failures = streams.failuresHandedOn();
        this.sinkFailures = streams.sinkFailures();
        this.problems = problems;
        for (QueryDraft query : queries) {
            for (String input : query.inputs()) {
                if (!isTable.test(input)) {
                    readers.computeIfAbsent(input, key -> new ArrayList<>()).add(query);
                }
            }
        }
    }

    /** Reports each cycle at the query that closes it. */
    public void report() {
        for (QueryDraft query : queries) {
            if (!seen.get(query.number())) {
                enter(query);
                while (!path.isEmpty()) {
                    step();
                }
            }
        }
    }

    private void step() {
        Iterator<QueryDraft> branch = branches.get(branches.size() - 1);
        if (!branch.hasNext()) {
            leave();
            return;
        }
        QueryDraft next = branch.next();
        if (onPath.get(next.number())) {
            report(next);
        } else if (!seen.get(next.number())) {
            enter(next);
        }
    }

    private void enter(QueryDraft query) {
        seen.set(query.number());
        onPath.set(query.number());
        path.add(query);
        Optional<String> target = query.target();
        List<QueryDraft> next = new ArrayList<>();
        target.ifPresent(stream -> next.addAll(readers(stream)));
        if (!failures.isEmpty()) {
            query.inputs().stream()
                    .map(failures::get)
                    .filter(Objects::nonNull)
                    .forEach(stream -> next.addAll(readers(stream)));
        }
        target.map(sinkFailures::get).ifPresent(streams -> streams.forEach(stream -> next.addAll(readers(stream))));
        branches.add(next.iterator());
    }

    private List<QueryDraft> readers(String stream) {
        return readers.getOrDefault(stream, List.of());
    }

    private void leave() {
        onPath.clear(path.remove(path.size() - 1).number());
        branches.remove(branches.size() - 1);
    }

    /** What a query fills; one that fills nothing may be in a cycle by its failures. */
    private static String place(QueryDraft query) {
        return query.target().orElse(query.name());
    }

    private void report(QueryDraft start) {
        int first = path.size() - 1;
        while (path.get(first) != start) {
            first--;
        }
        List<QueryDraft> cycle = path.subList(first, path.size());
        QueryDraft closing = path.get(path.size() - 1);
        String streams =
                cycle.stream().map(QueryCycles::place).collect(Collectors.joining(" -> ", place(closing) + " -> ", ""));
        problems.report(AnalysisError.QUERY_CYCLE, closing.query().output().position(), "path", streams);
    }
}
