package eventflux.api.query.stream;

import eventflux.api.query.node.Node;

/** A step that the rows of one input take before the query sees them. */
public sealed interface StreamHandler extends Node permits Filter, StreamFunction, WindowCall {

    /** Calls the visitor's method for this kind. */
    <R> R accept(StreamHandlerVisitor<R> visitor);
}
