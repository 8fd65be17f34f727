package eventflux.core.analyze.pattern;

import eventflux.api.event.Column;
import eventflux.api.event.Schema;
import eventflux.core.resolved.Expr;
import java.util.ArrayList;
import java.util.List;

/** The columns behind those of a row that conditions ask for by {@code PREV}: values of the rows before it. */
final class PreviousColumns {

    /** So many rows back at most. */
    static final int MOST = 100;

    private final Schema schema;
    // What each of them is a copy of, in the row before.
    private final List<Integer> copied = new ArrayList<>();

    PreviousColumns(Schema schema) {
        this.schema = schema;
    }

    /** The column of the row so many rows before. */
    Expr column(int column, int distance) {
        int source = column;
        for (int step = 0; step < distance; step++) {
            source = behind(source);
        }
        Column original = schema.column(column);
        return new Expr.ColumnRef(0, source, original.type(), "prev(" + original.name() + ", " + distance + ")");
    }

    private int behind(int column) {
        int place = copied.indexOf(column);
        if (place < 0) {
            place = copied.size();
            copied.add(column);
        }
        return schema.size() + place;
    }

    List<Integer> all() {
        return copied;
    }
}
