package eventflux.core.analyze;

import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds queries that feed themselves: a walk from each query to the readers of what it fills, depth first. */
final class QueryCycles {

    private final Map<String, List<QueryDraft>> readers = new HashMap<>();
    private final List<QueryDraft> queries;
    private final ProblemLog problems;
    private final BitSet seen = new BitSet();
    private final BitSet onPath = new BitSet();
    private final List<QueryDraft> path = new ArrayList<>();
    private final List<Iterator<QueryDraft>> branches = new ArrayList<>();

    QueryCycles(List<QueryDraft> queries, ProblemLog problems) {
        this.queries = queries;
        this.problems = problems;
        for (QueryDraft query : queries) {
            query.input()
                    .ifPresent(input -> readers.computeIfAbsent(input.text(), key -> new ArrayList<>())
                            .add(query));
        }
    }

    /** Reports each cycle at the query that closes it. */
    void report() {
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
        branches.add(query.target()
                .map(target -> readers.getOrDefault(target, List.of()))
                .orElse(List.of())
                .iterator());
    }

    private void leave() {
        onPath.clear(path.remove(path.size() - 1).number());
        branches.remove(branches.size() - 1);
    }

    private void report(QueryDraft start) {
        int first = path.size() - 1;
        while (path.get(first) != start) {
            first--;
        }
        List<QueryDraft> cycle = path.subList(first, path.size());
        String streams =
                cycle.stream().map(query -> query.input().orElseThrow().text()).collect(Collectors.joining(" -> "));
        problems.report(
                AnalysisError.QUERY_CYCLE,
                path.get(path.size() - 1).query().output().position(),
                "path",
                streams + " -> " + start.input().orElseThrow().text());
    }
}
