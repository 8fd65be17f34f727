package eventflux.api.query.select;

import eventflux.api.query.node.Node;

/** What is read and selected. */
public sealed interface SelectExpression extends Node permits Select, Union {

    /** Calls the visitor's method for this kind. */
    <R> R accept(SelectExpressionVisitor<R> visitor);
}
