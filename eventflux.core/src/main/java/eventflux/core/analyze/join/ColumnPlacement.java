package eventflux.core.analyze.join;

import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedJoin.Place;

/** Where the columns of joined sides lie in the rows that an expression reads. */
@FunctionalInterface
public interface ColumnPlacement {

    /** The place of a column of a side in a row of an expression. */
    Expr.ColumnRef place(Place place, Expr.ColumnRef column);
}
