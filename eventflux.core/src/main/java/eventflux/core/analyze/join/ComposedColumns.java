package eventflux.core.analyze.join;

import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedJoin.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives a place in the composed row to each column that is asked for, in the order in which they are. */
public final class ComposedColumns implements ColumnPlacement {

    private final Map<Place, Integer> indexes = new LinkedHashMap<>();

    @Override
    public Expr.ColumnRef place(Place place, Expr.ColumnRef column) {
        int index = indexes.computeIfAbsent(place, key -> indexes.size());
        return new Expr.ColumnRef(0, index, column.type(), column.name());
    }

    /** The columns that were asked for. */
    public List<Place> places() {
        return new ArrayList<>(indexes.keySet());
    }
}
