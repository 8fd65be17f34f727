package eventflux.core.analyze.query;

import eventflux.core.analyze.definition.Streams;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * In which order queries can be analysed: one that reads a stream without definition comes after the first query of the text
 * that fills it, and one that reads an aggregation after that aggregation, which is among the queries here.
 */
public final class QueryOrder {

    private final List<QueryDraft> queries;
    private final Predicate<String> isAggregation;
    private final Map<String, QueryDraft> firstFiller = new LinkedHashMap<>();

    public QueryOrder(List<QueryDraft> queries, Streams streams) {
        this.queries = queries;
        this.isAggregation = streams.aggregations()::has;
        for (QueryDraft query : queries) {
            query.target()
                    .filter(target -> !streams.isTaken(target) || isAggregation.test(target))
                    .ifPresent(target -> firstFiller.putIfAbsent(target, query));
        }
    }

    /** The streams without definition that queries fill, in the order of the text. */
    public Collection<String> streamsToCome() {
        return firstFiller.keySet().stream().filter(isAggregation.negate()).toList();
    }

    /**
     * All queries, each after the one that settles the columns that it reads, otherwise in the order of the text. Reports streams
     * that settle themselves.
     */
    public List<QueryDraft> sorted(ProblemLog problems) {
        List<QueryDraft> sorted = new ArrayList<>();
        BitSet seen = new BitSet();
        BitSet placed = new BitSet();
        BitSet reported = new BitSet();
        // Depth first with a stack of our own: a chain may be longer than the thread's.
        Deque<QueryDraft> open = new ArrayDeque<>(queries);
        while (!open.isEmpty()) {
            QueryDraft query = open.peek();
            if (!seen.get(query.number())) {
                seen.set(query.number());
                fillers(query).filter(filler -> !seen.get(filler.number())).forEach(open::push);
            } else {
                open.pop();
                if (!placed.get(query.number())) {
                    fillers(query)
                            .filter(filler -> !placed.get(filler.number()) && !reported.get(filler.number()))
                            .forEach(filler -> {
                                reported.set(filler.number());
                                report(filler, problems);
                            });
                    placed.set(query.number());
                    sorted.add(query);
                }
            }
        }
        return sorted;
    }

    private static void report(QueryDraft filler, ProblemLog problems) {
        problems.report(
                AnalysisError.COLUMNS_FROM_ITSELF,
                filler.query().output().position(),
                "stream",
                filler.target().orElseThrow());
    }

    private Stream<QueryDraft> fillers(QueryDraft query) {
        return query.settling().map(firstFiller::get).filter(Objects::nonNull);
    }
}
