package eventflux.api.query.definition;

import eventflux.api.query.node.Node;

/** How the rows of one stream find their partition. */
public sealed interface PartitionKey extends Node permits ValueKey, RangeKey {

    /** Calls the visitor's method for this kind. */
    <R> R accept(PartitionKeyVisitor<R> visitor);
}
