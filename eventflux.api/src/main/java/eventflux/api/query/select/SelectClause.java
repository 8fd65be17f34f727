package eventflux.api.query.select;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.node.Node;
import java.util.List;
import java.util.Objects;

/**
 * The list after {@code select}.
 *
 * @param quantifier whether equal rows count once
 * @param items the items, at least one
 * @param position where it stands
 */
public record SelectClause(SetQuantifier quantifier, List<SelectItem> items, SourcePosition position) implements Node {

    /** Checks the parts and copies the lists. */
    public SelectClause {
        Objects.requireNonNull(quantifier, "quantifier");
        Objects.requireNonNull(position, "position");
        items = List.copyOf(items);
    }
}
