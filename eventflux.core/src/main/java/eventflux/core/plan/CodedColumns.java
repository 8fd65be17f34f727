package eventflux.core.plan;

import eventflux.api.event.DataType;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedApp;
import eventflux.core.resolved.ResolvedQuery;
import eventflux.core.resolved.ResolvedStream;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses the text columns that are kept as codes of the symbol table: those that a query groups by, and, since a code once
 * made is cheaper to pass on than a text, the columns of other streams that are plain copies of them.
 */
final class CodedColumns {

    private final Map<String, BitSet> coded = new HashMap<>();
    private final ResolvedApp app;

    private CodedColumns(ResolvedApp app) {
        this.app = app;
    }

    static Map<String, BitSet> of(ResolvedApp app) {
        return new CodedColumns(app).choose();
    }

    private Map<String, BitSet> choose() {
        for (ResolvedStream stream : app.streams()) {
            coded.put(stream.name(), new BitSet());
        }
        for (ResolvedQuery query : app.queries()) {
            BitSet columns = coded.get(query.input().stream());
            query.selection().groupBy().forEach(key -> markText(key, columns));
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (ResolvedQuery query : app.queries()) {
                changed |= passOn(query);
            }
        }
        return coded;
    }

    private static void markText(Expr key, BitSet columns) {
        if (key instanceof Expr.ColumnRef column && column.type() == DataType.STRING) {
            columns.set(column.column());
        }
    }

    private boolean passOn(ResolvedQuery query) {
        if (query.output().target().isEmpty()) {
            return false;
        }
        BitSet from = coded.get(query.input().stream());
        BitSet to = coded.get(query.output().target().get());
        int before = to.cardinality();
        List<ResolvedQuery.OutputColumn> columns = query.selection().columns();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).value() instanceof Expr.ColumnRef column && from.get(column.column())) {
                to.set(i);
            }
        }
        return to.cardinality() > before;
    }
}
