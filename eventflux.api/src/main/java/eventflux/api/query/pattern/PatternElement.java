package eventflux.api.query.pattern;

import eventflux.api.query.node.Node;

/** A piece of a pattern. */
public sealed interface PatternElement extends Node
        permits EventElement, AbsentElement, LogicalElement, ChainElement, EveryElement, GroupElement {

    /** Calls the visitor's method for this kind. */
    <R> R accept(PatternElementVisitor<R> visitor);
}
