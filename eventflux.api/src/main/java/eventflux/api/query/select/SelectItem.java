package eventflux.api.query.select;

import eventflux.api.query.node.Node;

/** One item of a select clause. */
public sealed interface SelectItem extends Node permits AllColumns, ValueItem {

    /** Calls the visitor's method for this kind. */
    <R> R accept(SelectItemVisitor<R> visitor);
}
