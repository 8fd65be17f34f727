package eventflux.api.query.output;

import eventflux.api.query.node.Node;

/** What becomes of the rows of a query. */
public sealed interface OutputAction extends Node
        permits InsertInto, ReturnRows, UpdateRows, DeleteRows, UpsertRows, UnnamedOutput {

    /** Calls the visitor's method for this kind. */
    <R> R accept(OutputActionVisitor<R> visitor);
}
