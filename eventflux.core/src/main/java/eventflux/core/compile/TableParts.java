package eventflux.core.compile;

import eventflux.core.compile.code.Bindings;
import eventflux.core.compile.code.ExpressionCompiler;
import eventflux.core.compile.code.TableTests;
import eventflux.core.operator.EvalContext;
import eventflux.core.operator.RowFailures;
import eventflux.core.operator.RowPairPredicate;
import eventflux.core.operator.RowPairProjection;
import eventflux.core.operator.RowProjection;
import eventflux.core.resolved.Expr;
import eventflux.core.row.RowLayout;
import eventflux.core.row.SymbolTable;
import java.util.List;

/**
 * What operators on tables are compiled with.
 *
 * @param code makes predicates, projections and keys
 * @param symbols of the application
 * @param context for compiled code
 * @param failures takes rows that fail
 * @param tests makes tests for rows of tables
 */
public record TableParts(
        ExpressionCompiler code, SymbolTable symbols, EvalContext context, RowFailures failures, TableTests tests) {

    /** What is computed of a row. */
    public RowProjection projection(List<Expr> values, RowLayout output, RowLayout row) {
        return code.projection(values, output, one(row));
    }

    /** What is computed of a row and a row of the table. */
    public RowPairProjection pairProjection(List<Expr> values, RowLayout output, RowLayout row, RowLayout table) {
        return code.pairProjection(values, output, pair(row, table));
    }

    /** A condition over a row and a row of the table. */
    public RowPairPredicate predicate(Expr condition, RowLayout row, RowLayout table) {
        return code.pairPredicate(condition, pair(row, table));
    }

    /** What expressions over one row refer to. */
    Bindings one(RowLayout row) {
        return new Bindings(List.of(row), symbols, List.of(), tests);
    }

    private Bindings pair(RowLayout row, RowLayout table) {
        return new Bindings(List.of(row, table), symbols, List.of(), tests);
    }
}
