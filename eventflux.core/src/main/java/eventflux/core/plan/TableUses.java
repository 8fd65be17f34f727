package eventflux.core.plan;

import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedJoin;
import eventflux.core.resolved.ResolvedQuery;
import eventflux.core.resolved.ResolvedQuery.AggregateCall;
import eventflux.core.resolved.ResolvedQuery.Filter;
import eventflux.core.resolved.ResolvedQuery.Handler;
import eventflux.core.resolved.ResolvedQuery.OutputColumn;
import eventflux.core.resolved.ResolvedQuery.Selection;
import eventflux.core.resolved.ResolvedQuery.WindowCall;
import eventflux.core.resolved.Truth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which tables the rows of a query look at. */
final class TableUses {

    private TableUses() {}

    /** The tests for rows of tables, in the order of the text. */
    static List<Truth.InTable> tests(ResolvedQuery query) {
        List<Truth.InTable> tests = new ArrayList<>();
        query.input().conditions().forEach(condition -> addTests(condition, tests));
        addTestsOfRows(query, tests);
        return tests;
    }

    /** Those with the rows that the selection gets. */
    static List<Truth.InTable> testsOfRows(ResolvedQuery query) {
        List<Truth.InTable> tests = new ArrayList<>();
        addTestsOfRows(query, tests);
        return tests;
    }

    /** The tests in an expression. */
    static List<Truth.InTable> tests(Expr expression) {
        List<Truth.InTable> tests = new ArrayList<>();
        addTests(expression, tests);
        return tests;
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

    // Of thousands of queries few look at tables, so nothing is made for an expression without a test.
    private static void addTests(Expr expression, List<Truth.InTable> tests) {
        if (expression instanceof Truth.InTable test) {
            tests.add(test);
        }
        for (Expr child : expression.children()) {
            addTests(child, tests);
        }
    }

    private static void addTestsOfRows(ResolvedQuery query, List<Truth.InTable> tests) {
        for (Handler handler : query.input().handlers()) {
            if (handler instanceof Filter filter) {
                addTests(filter.condition(), tests);
            } else if (!(handler instanceof WindowCall)) {
                handler.expressions().forEach(argument -> addTests(argument, tests));
            }
        }
        Selection selection = query.selection();
        for (OutputColumn column : selection.columns()) {
            addTests(column.value(), tests);
        }
        for (AggregateCall call : selection.aggregates()) {
            call.arguments().forEach(argument -> addTests(argument, tests));
        }
        for (Expr key : selection.groupBy()) {
            addTests(key, tests);
        }
        selection.having().ifPresent(condition -> addTests(condition, tests));
    }
}
