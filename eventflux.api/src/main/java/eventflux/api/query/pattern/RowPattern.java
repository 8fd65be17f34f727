package eventflux.api.query.pattern;

import eventflux.api.query.node.Node;

/** A piece of the pattern of {@code MATCH_RECOGNIZE}. */
public sealed interface RowPattern extends Node permits RowVariable, RowConcatenation, RowAlternation, RowRepetition {

    /** Calls the visitor's method for this kind. */
    <R> R accept(RowPatternVisitor<R> visitor);
}
