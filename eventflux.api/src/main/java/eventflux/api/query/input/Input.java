package eventflux.api.query.input;

import eventflux.api.query.node.Node;

/** What a query reads. */
public sealed interface Input extends Node
        permits StreamInput, StoreInput, QueryInput, JoinInput, PatternInput, MatchRecognizeInput {

    /** Calls the visitor's method for this kind. */
    <R> R accept(InputVisitor<R> visitor);
}
