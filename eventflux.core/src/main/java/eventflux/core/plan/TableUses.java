package eventflux.core.plan;

import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedInput;
import eventflux.core.resolved.ResolvedJoin;
import eventflux.core.resolved.ResolvedQuery;
import eventflux.core.resolved.ResolvedQuery.AggregateCall;
import eventflux.core.resolved.ResolvedQuery.OutputColumn;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which tables the rows of a query look at. */
final class TableUses {

    private TableUses() {}

    /** The tests for rows of tables, in the order of the text. */
    static Stream<Expr.InTable> tests(ResolvedQuery query) {
        return Stream.concat(query.input().conditions().flatMap(TableUses::tests), testsOfRows(query));
    }

    /** Those with the rows that the selection gets. */
    static Stream<Expr.InTable> testsOfRows(ResolvedQuery query) {
        return expressions(query).flatMap(TableUses::tests);
    }

    /** The tests in an expression. */
    static Stream<Expr.InTable> tests(Expr expression) {
        Stream<Expr.InTable> below = expression.children().stream().flatMap(TableUses::tests);
        return expression instanceof Expr.InTable test ? Stream.concat(Stream.of(test), below) : below;
    }

    /** The names of the tables that a query reads before its output. */
    static Set<String> read(ResolvedQuery query) {
        Set<String> names = new LinkedHashSet<>();
        tests(query).forEach(test -> names.add(test.table()));
        if (query.input() instanceof ResolvedJoin join) {
            names.addAll(join.tables());
        }
        return names;
    }

    private static Stream<Expr> expressions(ResolvedQuery query) {
        ResolvedQuery.Selection selection = query.selection();
        Stream<Expr> selected = Stream.of(
                        selection.columns().stream().map(OutputColumn::value),
                        selection.aggregates().stream()
                                .map(AggregateCall::arguments)
                                .flatMap(List::stream),
                        selection.groupBy().stream(),
                        selection.having().stream())
                .flatMap(part -> part);
        return Stream.concat(filters(query.input()), selected);
    }

    private static Stream<Expr> filters(ResolvedInput input) {
        return input.handlers().stream()
                .filter(handler -> !(handler instanceof ResolvedQuery.WindowCall))
                .flatMap(ResolvedQuery.Handler::expressions);
    }
}
