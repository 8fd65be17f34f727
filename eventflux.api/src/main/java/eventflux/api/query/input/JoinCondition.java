package eventflux.api.query.input;

import eventflux.api.query.node.Node;

/** Which rows of a join are partners. */
public sealed interface JoinCondition extends Node permits OnCondition, UsingColumns {

    /** Calls the visitor's method for this kind. */
    <R> R accept(JoinConditionVisitor<R> visitor);
}
