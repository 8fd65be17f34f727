package eventflux.core.analyze;

import eventflux.api.query.node.StreamName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * In which order queries can be analysed: one that reads a stream without definition comes after the first query of the text
 * that fills it.
 */
final class QueryOrder {

    private final List<QueryDraft> queries;
    private final Map<String, QueryDraft> firstFiller = new LinkedHashMap<>();

    QueryOrder(List<QueryDraft> queries, Streams streams) {
        this.queries = queries;
        for (QueryDraft query : queries) {
            query.target()
                    .filter(target -> !streams.isTaken(target))
                    .ifPresent(target -> firstFiller.putIfAbsent(target, query));
        }
    }

    /** The streams without definition that queries fill, in the order of the text. */
    Collection<String> streamsToCome() {
        return firstFiller.keySet();
    }

    /** All queries, each after the one that settles the columns that it reads, otherwise in the order of the text. */
    List<QueryDraft> sorted() {
        List<QueryDraft> sorted = new ArrayList<>();
        BitSet seen = new BitSet();
        for (QueryDraft query : queries) {
            Deque<QueryDraft> chain = new ArrayDeque<>();
            QueryDraft next = query;
            while (next != null && !seen.get(next.number())) {
                seen.set(next.number());
                chain.push(next);
                next = next.input().map(StreamName::text).map(firstFiller::get).orElse(null);
            }
            sorted.addAll(chain);
        }
        return sorted;
    }
}
