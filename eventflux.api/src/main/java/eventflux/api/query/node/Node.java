package eventflux.api.query.node;

import eventflux.api.error.SourcePosition;

/** A piece of the syntax tree. */
public interface Node {

    /** Where it stands in the text; a piece that runs over several lines starts here. */
    SourcePosition position();
}
