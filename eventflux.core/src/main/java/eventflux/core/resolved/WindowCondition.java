package eventflux.core.resolved;

import eventflux.api.event.Schema;
import eventflux.api.query.node.Dialect;
import eventflux.core.resolved.ResolvedQuery.AggregateCall;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A condition over the rows of a window. */
public sealed interface WindowCondition {

    /** The row at hand. */
    int ROW = 0;

    /** The first row. */
    int FIRST = 1;

    /** The last row. */
    int LAST = 2;

    /** How many rows it is about. */
    int INPUTS = 3;

    /** The expressions that are known to be in it. */
    Stream<Expr> expressions();

    /** The aggregator calls that are known to be in it, over input 0. */
    List<AggregateCall> aggregates();

    /**
     * One that stands in the text of the application.
     *
     * @param value BOOL; input 0 is the row at hand, 1 the first row, 2 the last
     * @param aggregates the aggregator calls that it refers to by index, over input 0
     */
    record Written(Expr value, List<AggregateCall> aggregates) implements WindowCondition {

        /** Copies the list. */
        public Written {
            Objects.requireNonNull(value, "value");
            aggregates = List.copyOf(aggregates);
        }

        @Override
        public Stream<Expr> expressions() {
            return Stream.concat(Stream.of(value), aggregates.stream().flatMap(call -> call.arguments().stream()));
        }

        @Override
        public String toString() {
            return value + (aggregates.isEmpty() ? "" : " with " + aggregates);
        }
    }

    /**
     * One whose text comes with the rows.
     *
     * @param text STRING, over the row that comes
     * @param dialect that it is written in
     * @param stream the name that the rows go by
     * @param schema of the rows
     * @param alias another name of the rows
     */
    record FromRows(Expr text, Dialect dialect, String stream, Schema schema, Optional<String> alias)
            implements WindowCondition {

        @Override
        public Stream<Expr> expressions() {
            return Stream.of(text);
        }

        @Override
        public List<AggregateCall> aggregates() {
            return List.of();
        }

        @Override
        public String toString() {
            return "as each row says: " + text;
        }
    }
}
