package eventflux.api.query.definition;

import eventflux.api.query.node.Node;

/** When a trigger fires. */
public sealed interface TriggerTime extends Node permits AtStart, AtEvery, AtCron {

    /** Calls the visitor's method for this kind. */
    <R> R accept(TriggerTimeVisitor<R> visitor);
}
