package eventflux.core.analyze.expression;

import eventflux.api.event.DataType;
import eventflux.api.query.expression.BinaryOperator;
import eventflux.api.query.expression.InTable;
import eventflux.core.analyze.expression.KnownTables.KnownTable;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.Truth;
import java.util.List;
import java.util.Optional;

/**
 * Resolves {@code x in T}. An operand that names columns of the table is the condition that a row fulfils; any other is the
 * value of the table's primary key, or of its only column.
 */
final class TableTest {

    private final ExpressionContext context;
    private final Scope scope;

    TableTest(ExpressionContext context, Scope scope) {
        this.context = context;
        this.scope = scope;
    }

    Expr analyze(InTable test) {
        String name = test.table().qualified();
        Optional<KnownTable> table = context.tables().find(name);
        if (table.isEmpty()) {
            context.problems().report(AnalysisError.UNKNOWN_TABLE, test.table().position(), "table", name);
            return Unresolved.EXPR;
        }
        TableNames names = TableNames.of(scope.names(), table.get().columns(), Optional.empty(), false);
        Operators operators = new Operators(context);
        Expr operand = new ExpressionAnalyzer(context, scope.insideTable(names)).analyze(test.operand());
        if (Unresolved.is(operand)) {
            return operand;
        }
        Expr condition = namesTable(operand) ? operand : isKey(operand, table.get(), test, operators);
        Expr bool = operators.condition(condition, test.operand().position());
        List<Expr> asking = names.asked().map(AskedColumns::all).orElse(List.of());
        return Unresolved.is(bool) ? bool : operators.negatedIf(test.negated(), new Truth.InTable(name, bool, asking));
    }

    private static boolean namesTable(Expr operand) {
        return operand instanceof Expr.ColumnRef column && column.input() == Truth.InTable.TABLE_ROW
                || operand.children().stream().anyMatch(TableTest::namesTable);
    }

    private Expr isKey(Expr operand, KnownTable table, InTable test, Operators operators) {
        List<Integer> key = table.columns().schema().size() == 1 ? List.of(0) : table.primaryKey();
        if (key.size() != 1) {
            boolean isCondition = operand.type() == DataType.BOOL && key.isEmpty();
            if (!isCondition) {
                context.problems()
                        .report(
                                AnalysisError.TABLE_WITHOUT_KEY,
                                test.position(),
                                "table",
                                table.columns().name());
                return Unresolved.EXPR;
            }
            return operand;
        }
        SingleInput columns = new SingleInput(table.columns(), Optional.empty(), Truth.InTable.TABLE_ROW);
        String column = table.columns().schema().column(key.get(0)).name();
        Expr reference = columns.column(column).orElseThrow();
        return operators.binary(BinaryOperator.EQUAL, reference, operand, test.position());
    }
}
