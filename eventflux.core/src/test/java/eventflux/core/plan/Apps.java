package eventflux.core.plan;

import eventflux.api.error.SourcePosition;
import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.core.resolved.AppTime;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedApp;
import eventflux.core.resolved.ResolvedInput;
import eventflux.core.resolved.ResolvedQuery;
import eventflux.core.resolved.ResolvedStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Applications whose streams all have the columns {@code a string, b string, n int}, made without a text, so that there may
 * be cycles too.
 */
final class Apps {

    private static final Schema SCHEMA = Schema.of(
            new Column("a", DataType.STRING), new Column("b", DataType.STRING), new Column("n", DataType.INT));

    private final List<ResolvedStream> streams = new ArrayList<>();
    private final List<ResolvedQuery> queries = new ArrayList<>();

    Apps(String... names) {
        Arrays.stream(names).forEach(name -> streams.add(new ResolvedStream(name, SCHEMA, Optional.empty())));
    }

    static Expr column(String name) {
        int column = SCHEMA.indexOf(name);
        return new Expr.ColumnRef(0, column, SCHEMA.column(column).type(), name);
    }

    /** A query that gives the columns as they are. */
    Apps copy(String from, String to) {
        return query(from, to, List.of(), column("a"), column("b"), column("n"));
    }

    Apps query(String from, String to, List<Expr> groupBy, Expr... values) {
        List<ResolvedQuery.OutputColumn> columns = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            columns.add(new ResolvedQuery.OutputColumn(SCHEMA.column(i).name(), values[i]));
        }
        queries.add(new ResolvedQuery(
                "query_" + (queries.size() + 1),
                new SourcePosition(1, 1, 1),
                new ResolvedInput.OfStream(from, SCHEMA, List.of()),
                new ResolvedQuery.Selection(columns, List.of(), groupBy, Optional.empty()),
                new ResolvedQuery.Output(Optional.ofNullable(to), SCHEMA, true, false)));
        return this;
    }

    ResolvedApp app() {
        return new ResolvedApp(
                "app",
                AppTime.WALL_CLOCK,
                ResolvedApp.LOOP_LIMIT,
                List.of(),
                streams,
                List.of(),
                List.of(),
                queries,
                List.of(),
                List.of(),
                List.of());
    }
}
