package eventflux.core.resolved;

import eventflux.api.error.SourcePosition;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.Arguments;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A query over one stream.
 *
 * @param name by annotation, or {@code query_N}
 * @param position where it begins in the text
 * @param input the stream and what its rows pass before the selection
 * @param selection what is made of them
 * @param output where that goes
 */
public record ResolvedQuery(String name, SourcePosition position, Input input, Selection selection, Output output) {

    /** Refuses missing parts. */
    public ResolvedQuery {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(selection, "selection");
        Objects.requireNonNull(output, "output");
    }

    /**
     * Where the rows come from.
     *
     * @param stream the stream
     * @param schema its columns: input 0 of all expressions
     * @param handlers filters, and at most one window, in order
     */
    public record Input(String stream, Schema schema, List<Handler> handlers) {
        /** Copies the list. */
        public Input {
            handlers = List.copyOf(handlers);
        }
    }

    /** What a row passes on its way to the selection. */
    public sealed interface Handler {}

    /**
     * Lets rows pass for which the condition is true.
     *
     * @param condition BOOL
     */
    public record Filter(Expr condition) implements Handler {}

    /**
     * A window.
     *
     * @param extension which
     * @param arguments checked against its descriptor
     * @param text as the author wrote it
     * @param position where it stands, for what the window itself finds wrong
     */
    public record WindowCall(ExtensionRef extension, Arguments arguments, String text, SourcePosition position)
            implements Handler {}

    /**
     * What is made of the rows.
     *
     * @param columns the output, in order
     * @param aggregates the aggregator calls that the columns and the condition refer to by index
     * @param groupBy key expressions; empty for one group
     * @param having over input and aggregates; output names have been replaced by what they stand for
     */
    public record Selection(
            List<OutputColumn> columns, List<AggregateCall> aggregates, List<Expr> groupBy, Optional<Expr> having) {
        /** Copies the lists. */
        public Selection {
            columns = List.copyOf(columns);
            aggregates = List.copyOf(aggregates);
            groupBy = List.copyOf(groupBy);
        }
    }

    /**
     * A column of the output.
     *
     * @param name unique in the output
     * @param value what it holds
     */
    public record OutputColumn(String name, Expr value) {}

    /**
     * A call of an aggregator.
     *
     * @param extension which
     * @param arguments none or one, widened to the signature
     * @param argumentTypes of the signature taken
     * @param returns result type of the signature taken
     */
    public record AggregateCall(
            ExtensionRef extension, List<Expr> arguments, List<DataType> argumentTypes, DataType returns) {
        /** Copies the lists. */
        public AggregateCall {
            arguments = List.copyOf(arguments);
            argumentTypes = List.copyOf(argumentTypes);
        }
    }

    /**
     * Where the rows go.
     *
     * @param target the stream inserted into; empty when only callbacks see them
     * @param schema the columns of the output, as the target declares them: values have been widened
     * @param current whether rows that arrive are wanted
     * @param expired whether rows that leave are wanted
     */
    public record Output(Optional<String> target, Schema schema, boolean current, boolean expired) {}
}
