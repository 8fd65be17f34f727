package eventflux.api.query;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.definition.Annotation;
import eventflux.api.query.node.Dialect;
import eventflux.api.query.node.Node;
import java.util.List;

/** A statement. */
public sealed interface Statement extends Node
        permits StreamDefinition,
                TableDefinition,
                WindowDefinition,
                TriggerDefinition,
                FunctionDefinition,
                AggregationDefinition,
                QueryStatement,
                PartitionStatement {

    /** Calls the visitor's method for this kind. */
    <R> R accept(StatementVisitor<R> visitor);

    /** What every statement has. */
    StatementHeader header();

    /** The annotations before it. */
    default List<Annotation> annotations() {
        return header().annotations();
    }

    /** The generation of the language that it is written in. */
    default Dialect dialect() {
        return header().dialect();
    }

    @Override
    default SourcePosition position() {
        return header().position();
    }
}
