package eventflux.core.analyze.expression;

import eventflux.api.query.expression.ColumnReference;
import eventflux.api.query.node.Name;
import eventflux.api.query.node.StreamName;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.Truth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The names of a row and of a row of a table, as conditions on tables use them. A name alone means the row first in the
 * classic dialect and the table's row first in a statement of SQL that changes the table by what it reads.
 *
 * @param event the names of the row: input 0
 * @param table the names of the table's row: input 1
 * @param tableFirst whether a name alone means the table
 * @param asked takes what the row gives where that is made of several rows
 */
public record TableNames(InputNames event, SingleInput table, boolean tableFirst, Optional<AskedColumns> asked)
        implements InputNames {

    /** Where the row is one. */
    public TableNames(InputNames event, SingleInput table, boolean tableFirst) {
        this(event, table, tableFirst, Optional.empty());
    }

    /** For a table of some columns. */
    public static TableNames of(InputNames event, StreamColumns table, Optional<Name> alias, boolean tableFirst) {
        Optional<AskedColumns> asked = event.isOfSeveralRows() ? Optional.of(new AskedColumns()) : Optional.empty();
        SingleInput ofTable = new SingleInput(table, alias.map(Name::text), Truth.InTable.TABLE_ROW);
        return new TableNames(event, ofTable, tableFirst, asked);
    }

    @Override
    public Optional<Expr> column(String name) {
        return tableFirst
                ? table.column(name).or(() -> ofEvent(name))
                : ofEvent(name).or(() -> table.column(name));
    }

    private Optional<Expr> ofEvent(String name) {
        Optional<Expr> column = event.column(name);
        return asked.isPresent() ? column.map(asked.get()::ask) : column.filter(TableNames::isOfFirstInput);
    }

    private static boolean isOfFirstInput(Expr column) {
        return !(column instanceof Expr.ColumnRef reference) || reference.input() == 0;
    }

    @Override
    public Expr column(ColumnReference reference, Collection<String> outputs, ProblemLog problems) {
        if (reference.qualifier().isPresent()) {
            if (table.isQualifier(reference.qualifier().get())) {
                return table.column(reference, outputs, problems);
            }
            return qualified(reference, outputs, problems);
        }
        Optional<Expr> column = column(reference.column().text());
        if (column.isPresent()) {
            return column.get();
        }
        List<String> names = new ArrayList<>(outputs);
        names.addAll(table.columns().schema().names());
        return ofEvent(event.column(reference, names, problems));
    }

    private Expr ofEvent(Expr column) {
        return asked.map(row -> row.ask(column)).orElse(column);
    }

    private Expr qualified(ColumnReference reference, Collection<String> outputs, ProblemLog problems) {
        Expr column = ofEvent(event.column(reference, outputs, problems));
        if (isOfFirstInput(column)) {
            return column;
        }
        problems.reportUnsupported("a table in a condition over two streams", reference.position());
        return Unresolved.EXPR;
    }

    @Override
    public boolean hasEvents() {
        return event.hasEvents();
    }

    @Override
    public boolean isQualifier(StreamName qualifier) {
        return table.isQualifier(qualifier) || event.isQualifier(qualifier);
    }

    @Override
    public List<NamedColumn> all(Optional<StreamName> qualifier) {
        return Stream.concat(event.all(Optional.empty()).stream(), table.all(Optional.empty()).stream())
                .toList();
    }

    @Override
    public boolean isKnown() {
        return event.isKnown() && table.isKnown();
    }
}
