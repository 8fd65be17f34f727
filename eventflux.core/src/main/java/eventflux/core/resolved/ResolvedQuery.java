package eventflux.core.resolved;

import eventflux.api.error.SourcePosition;
import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.Arguments;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A query.
 *
 * @param name by annotation, or {@code query_N}
 * @param position where it begins in the text
 * @param input what it reads and what those rows pass before the selection
 * @param selection what is made of them
 * @param output where that goes
 */
public record ResolvedQuery(
        String name, SourcePosition position, ResolvedInput input, Selection selection, Output output) {

    /** Refuses missing parts. */
    public ResolvedQuery {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(selection, "selection");
        Objects.requireNonNull(output, "output");
    }

    /** What a row passes on its way to the selection. */
    public sealed interface Handler {

        /** The expressions in it, each over the row that comes to it. */
        Stream<Expr> expressions();

        /** How many columns of rows with so many are those that they had before all of these. */
        static int columnsBefore(List<Handler> handlers, int columns) {
            int before = columns;
            for (Handler handler : handlers) {
                if (handler instanceof StreamCall call) {
                    before -= call.adds().size();
                }
            }
            return before;
        }
    }

    /**
     * Lets rows pass for which the condition is true.
     *
     * @param condition BOOL
     */
    public record Filter(Expr condition) implements Handler {
        @Override
        public Stream<Expr> expressions() {
            return Stream.of(condition);
        }
    }

    /**
     * A window.
     *
     * @param extension which
     * @param arguments checked against its descriptor
     * @param conditions over its rows, by parameter
     * @param columns that its arguments name, when it looks at no others beside those of its conditions; empty when it may look at any
     * @param text as the author wrote it
     * @param position where it stands, for what the window itself finds wrong
     */
    public record WindowCall(
            ExtensionRef extension,
            Arguments arguments,
            Map<String, WindowCondition> conditions,
            Optional<Set<Integer>> columns,
            String text,
            SourcePosition position)
            implements Handler {

        /** Copies the map and the set. */
        public WindowCall {
            conditions = Map.copyOf(conditions);
            columns = columns.map(Set::copyOf);
        }

        @Override
        public Stream<Expr> expressions() {
            return conditions.values().stream().flatMap(WindowCondition::expressions);
        }

        /** Whether a condition comes with the rows, with whatever functions and aggregators it calls. */
        public boolean readsConditions() {
            return conditions.values().stream().anyMatch(WindowCondition.FromRows.class::isInstance);
        }
    }

    /**
     * A call of a stream function.
     *
     * @param extension which
     * @param arguments those that are not constants, widened to the signature
     * @param constants the constant arguments, boxed
     * @param adds the columns that rows have behind it, after those that they came with
     * @param text as the author wrote it
     * @param position where it stands, for what the function itself finds wrong
     */
    public record StreamCall(
            ExtensionRef extension,
            List<Expr> arguments,
            List<Object> constants,
            List<Column> adds,
            String text,
            SourcePosition position)
            implements Handler {

        /** Copies the lists. */
        public StreamCall {
            arguments = List.copyOf(arguments);
            constants = List.copyOf(constants);
            adds = List.copyOf(adds);
        }

        @Override
        public Stream<Expr> expressions() {
            return arguments.stream();
        }
    }

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
     * @param arguments those that are not constants, widened to the signature
     * @param argumentTypes of the signature taken, constants included
     * @param returns result type of the signature taken
     * @param constants the constant arguments, boxed
     * @param told which values it is told of
     * @param site where it stands, for what the aggregator itself finds wrong
     */
    public record AggregateCall(
            ExtensionRef extension,
            List<Expr> arguments,
            List<DataType> argumentTypes,
            DataType returns,
            List<Object> constants,
            Told told,
            CallSite site) {
        /** Copies the lists. */
        public AggregateCall {
            arguments = List.copyOf(arguments);
            argumentTypes = List.copyOf(argumentTypes);
            constants = List.copyOf(constants);
        }

        /** Told of everything, without constants. */
        public AggregateCall(
                ExtensionRef extension, List<Expr> arguments, List<DataType> argumentTypes, DataType returns) {
            this(extension, arguments, argumentTypes, returns, List.of(), Told.ALL, CallSite.NOWHERE);
        }

        /** Whether the aggregator is told of rows of arguments. */
        public boolean hasSeveralArguments() {
            return arguments.size() > 1;
        }

        /** As the author could have written it. */
        @Override
        public String toString() {
            String values = Stream.concat(arguments.stream(), constants.stream())
                    .map(Object::toString)
                    .collect(Collectors.joining(", "));
            return extension.name() + "(" + (told == Told.DISTINCT ? "distinct " : "") + values + ")";
        }
    }

    /** Which values an aggregator is told of. */
    public enum Told {
        /** Of all, nulls and equal ones included. */
        ALL,
        /** Of those that are not null. */
        PRESENT,
        /** Of each one that is not null once. */
        DISTINCT
    }

    /**
     * Where the rows go.
     *
     * @param target the stream inserted into; empty when only callbacks and the table see them
     * @param schema the columns of the output, as the target declares them: values have been widened
     * @param current whether rows that arrive are wanted
     * @param expired whether rows that leave are wanted
     * @param shape what becomes of the rows of a step before that
     * @param action what they do to a table, if anything
     */
    public record Output(
            Optional<String> target,
            Schema schema,
            boolean current,
            boolean expired,
            OutputShape shape,
            Optional<TableAction> action) {

        /** Rows as they come. */
        public Output(Optional<String> target, Schema schema, boolean current, boolean expired) {
            this(target, schema, current, expired, OutputShape.plain(), Optional.empty());
        }
    }
}
