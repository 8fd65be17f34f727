package eventflux.bench.siddhi;

import java.util.List;

/**
 * Queries on demand, of what has a key, a whole number and a DOUBLE. None of them goes by the order of rows ({@code siddhi.md}, "Windows", of
 * {@code sort}, and "Tables").
 */
final class OnDemand {

    private static final List<String> QUERIES = List.of(
            "from %s select k, i, d",
            "from %s on i > 2 select k, i * 2 as j",
            "from %s on k == 'a' or d < 2.0 select *",
            "from %s select k, sum(i) as s, count() as n group by k",
            "from %s select k, avg(d) as a, count() as n group by k having n > 1",
            "from %s on i >= 2 select count() as n, max(d) as m, min(i) as l",
            "from %s select k, i, d order by i desc, d, k",
            "from %s select distinctCount(k) as n");

    private OnDemand() {}

    static void ask(Draft draft, Readable asked) {
        draft.has("on demand");
        String columns = draft.hasNulls() ? QUERIES.get(0) : draft.chance().one(QUERIES);
        draft.ask(columns.formatted(asked.name()));
        draft.ask(draft.chance().one(QUERIES.subList(0, 4)).formatted(asked.name()));
    }
}
