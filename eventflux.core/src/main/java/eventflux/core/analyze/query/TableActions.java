package eventflux.core.analyze.query;

import eventflux.api.error.Problem;
import eventflux.api.event.Column;
import eventflux.api.event.Schema;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.node.Dialect;
import eventflux.api.query.node.Name;
import eventflux.api.query.node.Node;
import eventflux.api.query.output.Assignment;
import eventflux.api.query.output.DeleteRows;
import eventflux.api.query.output.InsertInto;
import eventflux.api.query.output.OutputActionVisitor;
import eventflux.api.query.output.ReturnRows;
import eventflux.api.query.output.TableTarget;
import eventflux.api.query.output.UnnamedOutput;
import eventflux.api.query.output.UpdateRows;
import eventflux.api.query.output.UpsertRows;
import eventflux.core.analyze.expression.ExpressionAnalyzer;
import eventflux.core.analyze.expression.ExpressionContext;
import eventflux.core.analyze.expression.KnownTables.KnownTable;
import eventflux.core.analyze.expression.Scope;
import eventflux.core.analyze.expression.SingleInput;
import eventflux.core.analyze.expression.StreamColumns;
import eventflux.core.analyze.expression.TableNames;
import eventflux.core.analyze.expression.Unresolved;
import eventflux.core.analyze.expression.Widening;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.TableAction;
import eventflux.core.resolved.TableAction.Change;
import eventflux.core.resolved.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Resolves what a query does to a table; empty when it does nothing to one, or when that could not be resolved. */
public final class TableActions implements OutputActionVisitor<Optional<TableAction>> {

    private final ExpressionContext context;
    private final OutputNames output;
    private final Predicate<String> streams;

    /**
     * For one query.
     *
     * @param output names the columns of its output
     * @param streams whether a name is that of a stream
     */
    public TableActions(ExpressionContext context, OutputNames output, Predicate<String> streams) {
        this.context = context;
        this.output = output;
        this.streams = streams;
    }

    @Override
    public Optional<TableAction> visitInsertInto(InsertInto insert) {
        String name = insert.target().qualified();
        return context.tables().find(name).map(table -> new TableAction.Insert(name));
    }

    @Override
    public Optional<TableAction> visitReturnRows(ReturnRows action) {
        return Optional.empty();
    }

    @Override
    public Optional<TableAction> visitUnnamedOutput(UnnamedOutput action) {
        return Optional.empty();
    }

    @Override
    public Optional<TableAction> visitUpdateRows(UpdateRows action) {
        return table(action.target())
                .flatMap(table -> update(table, action.target(), action.assignments(), action.condition()));
    }

    @Override
    public Optional<TableAction> visitDeleteRows(DeleteRows action) {
        return table(action.target())
                .flatMap(table -> condition(names(table, action.target()), action.condition())
                        .map(condition -> new TableAction.Delete(name(table), condition)));
    }

    @Override
    public Optional<TableAction> visitUpsertRows(UpsertRows action) {
        Optional<KnownTable> table = table(action.target());
        if (table.isEmpty()) {
            return Optional.empty();
        }
        Optional<List<Expr>> row = row(table.get().columns(), action.target());
        boolean fillsByPlace = action.assignments().isEmpty() && !fillsByName(schema(table.get()));
        Optional<TableAction> update = fillsByPlace
                ? row.flatMap(values -> condition(names(table.get(), action.target()), action.condition())
                        .map(condition -> new TableAction.Update(name(table.get()), condition, changes(values))))
                : update(table.get(), action.target(), action.assignments(), action.condition());
        return update.flatMap(
                changes -> row.map(values -> new TableAction.Upsert((TableAction.Update) changes, values)));
    }

    private Optional<KnownTable> table(TableTarget target) {
        String name = target.table().text();
        Optional<KnownTable> table = context.tables().find(name);
        if (table.isEmpty()) {
            Problem problem = streams.test(name)
                    ? Problem.of(AnalysisError.STREAM_AS_TABLE, "stream", name)
                    : Problem.of(AnalysisError.UNKNOWN_TABLE, "table", name);
            context.problems().add(problem.at(target.table().position()));
        }
        return table.filter(found -> found.columns().isKnown());
    }

    private static String name(KnownTable table) {
        return table.columns().name();
    }

    private static Schema schema(KnownTable table) {
        return table.columns().schema();
    }

    private TableNames names(KnownTable table, TableTarget target) {
        boolean tableFirst = context.dialect() == Dialect.SQL && !output.isOfNothing();
        return TableNames.of(output, table.columns(), target.alias(), tableFirst);
    }

    private Optional<Expr> condition(TableNames names, Expression written) {
        Expr condition = new ExpressionAnalyzer(context, Scope.of(names)).condition(written);
        return Unresolved.is(condition) ? Optional.empty() : Optional.of(condition);
    }

    private Optional<TableAction> update(
            KnownTable table, TableTarget target, List<Assignment> assignments, Expression written) {
        TableNames names = names(table, target);
        Optional<Expr> condition = condition(names, written);
        Optional<List<Change>> changes =
                assignments.isEmpty() ? sameNames(table, target) : changes(table, names, assignments);
        return condition.flatMap(where -> changes.map(values -> new TableAction.Update(name(table), where, values)));
    }

    /** All columns of the same names. */
    private Optional<List<Change>> sameNames(KnownTable table, TableTarget target) {
        List<Change> changes = new ArrayList<>();
        Schema columns = schema(table);
        for (int place = 0; place < columns.size(); place++) {
            Optional<Expr> value = output.column(columns.column(place).name());
            if (value.isPresent()) {
                changes.add(new Change(place, fitting(value.get(), columns.column(place), table.columns(), target)));
            }
        }
        if (changes.isEmpty()) {
            context.problems().report(AnalysisError.NOTHING_TO_UPDATE, target.position(), "table", name(table));
        }
        boolean isResolved = changes.stream().noneMatch(change -> Unresolved.is(change.value()));
        return isResolved && !changes.isEmpty() ? Optional.of(changes) : Optional.empty();
    }

    private Optional<List<Change>> changes(KnownTable table, TableNames names, List<Assignment> assignments) {
        List<Change> changes = new ArrayList<>();
        ExpressionAnalyzer values = new ExpressionAnalyzer(context, Scope.of(names));
        TableNames own = new TableNames(output, names.table(), true);
        boolean isResolved = true;
        for (Assignment assignment : assignments) {
            Expr value = values.analyze(assignment.value());
            if (isMissing(assignment, names.table())) {
                reportMissing(assignment, names.table());
                isResolved = false;
                continue;
            }
            Expr column = own.column(assignment.column(), List.of(), context.problems());
            boolean isOwn = column instanceof Expr.ColumnRef found && found.input() == Truth.InTable.TABLE_ROW;
            if (!isOwn) {
                reportUnlessUnresolved(column, assignment, name(table));
                isResolved = false;
                continue;
            }
            int place = ((Expr.ColumnRef) column).column();
            Expr fitting = fitting(value, schema(table).column(place), table.columns(), assignment);
            isResolved &= !Unresolved.is(fitting);
            changes.add(new Change(place, fitting));
        }
        return isResolved ? Optional.of(changes) : Optional.empty();
    }

    // A name alone means the table, whatever the event is called.
    private static boolean isMissing(Assignment assignment, SingleInput table) {
        String name = assignment.column().column().text();
        return assignment.column().qualifier().isEmpty()
                && table.isKnown()
                && table.column(name).isEmpty();
    }

    private void reportMissing(Assignment assignment, SingleInput table) {
        Name name = assignment.column().column();
        context.problems()
                .reportUnknown(
                        Problem.of(
                                AnalysisError.UNKNOWN_COLUMN,
                                "stream",
                                table.columns().name(),
                                "column",
                                name),
                        name.position(),
                        name.text(),
                        table.columns().schema().names());
    }

    private void reportUnlessUnresolved(Expr column, Assignment assignment, String table) {
        if (!Unresolved.is(column)) {
            Name name = assignment.column().column();
            context.problems()
                    .report(AnalysisError.UNKNOWN_COLUMN, assignment.position(), "stream", table, "column", name);
        }
    }

    /** The new row of an upsert: by name when every column of the output has one in the table, else by place. */
    private Optional<List<Expr>> row(StreamColumns table, TableTarget target) {
        Schema columns = table.schema();
        boolean byName = fillsByName(columns);
        if (!byName && output.selected().size() != columns.size()) {
            context.problems()
                    .report(
                            AnalysisError.WRONG_COLUMN_COUNT,
                            target.position(),
                            "stream",
                            table.name(),
                            "expected",
                            columns.size(),
                            "given",
                            output.selected().size());
            return Optional.empty();
        }
        List<Expr> row = new ArrayList<>();
        for (int place = 0; place < columns.size(); place++) {
            Column column = columns.column(place);
            Expr value = byName
                    ? output.column(column.name()).orElseGet(() -> new Expr.Constant(column.type(), null))
                    : output.all(Optional.empty()).get(place).value();
            row.add(fitting(value, column, table, target));
        }
        return Unresolved.isAny(row) ? Optional.empty() : Optional.of(row);
    }

    private boolean fillsByName(Schema table) {
        return output.selected().stream().allMatch(column -> table.indexOf(column.name()) >= 0);
    }

    private static List<Change> changes(List<Expr> row) {
        List<Change> changes = new ArrayList<>();
        for (int place = 0; place < row.size(); place++) {
            changes.add(new Change(place, row.get(place)));
        }
        return changes;
    }

    private Expr fitting(Expr value, Column column, StreamColumns table, Node place) {
        if (Unresolved.is(value) || table.isUnresolved(column.name())) {
            return Unresolved.EXPR;
        }
        if (Widening.fits(value, column.type())) {
            return Widening.to(value, column.type());
        }
        context.problems()
                .report(
                        AnalysisError.WRONG_COLUMN_TYPE,
                        place.position(),
                        "column",
                        column.name(),
                        "stream",
                        table.name(),
                        "expected",
                        column.type(),
                        "given",
                        value.type());
        return Unresolved.EXPR;
    }
}
