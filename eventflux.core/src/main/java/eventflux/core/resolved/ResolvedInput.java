package eventflux.core.resolved;

import eventflux.api.event.Schema;
import eventflux.core.resolved.ResolvedQuery.Handler;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the rows of a query come from. Whatever is read (one stream, two that are joined, the events of a pattern), the
 * selection gets rows of one schema: the stream's own, or composed ones that hold just the columns that are asked for.
 */
public sealed interface ResolvedInput
        permits ResolvedInput.OfStream, ResolvedInput.OfPattern, ResolvedInput.OfMatch, ResolvedJoin {

    /** The streams that it reads, each once, in the order of the text. */
    List<String> streams();

    /** The columns of the rows that the handlers and the selection get: input 0 of their expressions. */
    Schema schema();

    /**
     * What these rows pass before the selection: filters, stream functions, and at most one window, in order. The columns that a
     * function adds are among those of the {@link #schema} from the start; no handler before it refers to them.
     */
    List<Handler> handlers();

    /** All handlers, those that rows pass before they are composed included. */
    default Stream<Handler> everyHandler() {
        return handlers().stream();
    }

    /** The conditions by which rows are composed. */
    default Stream<Expr> conditions() {
        return Stream.empty();
    }

    /** The same with one more handler at the end. */
    ResolvedInput with(Handler last);

    /** The column of a stream that a column of the {@link #schema} is a copy of; empty when a function has added it. */
    Optional<Origin> origin(int column);

    /**
     * A column of a stream.
     *
     * @param stream the stream
     * @param column counted from zero in its schema
     */
    record Origin(String stream, int column) {}

    /**
     * The rows of one stream as they are.
     *
     * @param stream the stream
     * @param schema its columns, then those that stream functions add
     * @param handlers filters, stream functions, and at most one window, in order
     */
    record OfStream(String stream, Schema schema, List<Handler> handlers) implements ResolvedInput {
        /** Copies the list. */
        public OfStream {
            Objects.requireNonNull(stream, "stream");
            Objects.requireNonNull(schema, "schema");
            handlers = List.copyOf(handlers);
        }

        @Override
        public List<String> streams() {
            return List.of(stream);
        }

        @Override
        public ResolvedInput with(Handler last) {
            return new OfStream(
                    stream,
                    schema,
                    Stream.concat(handlers.stream(), Stream.of(last)).toList());
        }

        @Override
        public Optional<Origin> origin(int column) {
            return column < Handler.columnsBefore(handlers, schema.size())
                    ? Optional.of(new Origin(stream, column))
                    : Optional.empty();
        }
    }

    /**
     * The rows of matches, composed.
     *
     * @param match which
     * @param keys by which it has its rows apart, if it does
     * @param handlers what the composed rows pass
     */
    record OfMatch(ResolvedMatch match, Optional<ResolvedPartition> keys, List<Handler> handlers)
            implements ResolvedInput {
        /** Copies the list. */
        public OfMatch {
            Objects.requireNonNull(match, "match");
            Objects.requireNonNull(keys, "keys");
            handlers = List.copyOf(handlers);
        }

        @Override
        public List<String> streams() {
            return List.of(match.stream());
        }

        @Override
        public Schema schema() {
            return match.elements().schema();
        }

        @Override
        public Stream<Expr> conditions() {
            return match.conditions();
        }

        @Override
        public ResolvedInput with(Handler last) {
            return new OfMatch(
                    match,
                    keys,
                    Stream.concat(handlers.stream(), Stream.of(last)).toList());
        }

        @Override
        public Optional<Origin> origin(int column) {
            return Optional.empty();
        }
    }

    /**
     * The events of a pattern, composed.
     *
     * @param pattern which
     * @param keys by which it has its matches apart, if it does
     * @param handlers what the composed rows pass
     */
    record OfPattern(ResolvedPattern pattern, Optional<ResolvedPartition> keys, List<Handler> handlers)
            implements ResolvedInput {
        /** Copies the list. */
        public OfPattern {
            Objects.requireNonNull(pattern, "pattern");
            Objects.requireNonNull(keys, "keys");
            handlers = List.copyOf(handlers);
        }

        @Override
        public List<String> streams() {
            return pattern.streams();
        }

        @Override
        public Schema schema() {
            return pattern.schema();
        }

        @Override
        public Stream<Expr> conditions() {
            return pattern.leaves().flatMap(leaf -> leaf.condition().stream());
        }

        @Override
        public ResolvedInput with(Handler last) {
            return new OfPattern(
                    pattern,
                    keys,
                    Stream.concat(handlers.stream(), Stream.of(last)).toList());
        }

        @Override
        public Optional<Origin> origin(int column) {
            return pattern.origin(column);
        }
    }
}
