package eventflux.api.query.output;

import eventflux.api.query.node.Node;

/** How often rows come out. */
public sealed interface OutputRate extends Node permits EventRate, TimeRate, SnapshotRate {

    /** Calls the visitor's method for this kind. */
    <R> R accept(OutputRateVisitor<R> visitor);
}
