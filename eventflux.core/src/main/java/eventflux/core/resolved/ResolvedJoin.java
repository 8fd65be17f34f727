package eventflux.core.resolved;

import eventflux.api.event.Column;
import eventflux.api.event.Schema;
import eventflux.core.resolved.ResolvedQuery.Handler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sides that are joined from left to right: the first with the second, the pairs with the third, and so on.
 *
 * @param sides what is joined, at least two
 * @param steps how: the first joins sides 0 and 1, the next those two with side 2
 * @param places the columns of the rows that the selection gets
 * @param schema the names and types of these
 * @param handlers what the composed rows pass: {@code WHERE}
 */
public record ResolvedJoin(
        List<Side> sides, List<Step> steps, List<Place> places, Schema schema, List<Handler> handlers)
        implements ResolvedInput {

    /** Copies the lists. */
    public ResolvedJoin {
        sides = List.copyOf(sides);
        steps = List.copyOf(steps);
        places = List.copyOf(places);
        handlers = List.copyOf(handlers);
    }

    /** What kind of thing a side is. */
    public enum Kind {
        /** A stream. */
        STREAM,
        /** A window that queries share. */
        WINDOW,
        /** A table: its rows are found and start no search. */
        TABLE,
        /** An aggregation: its buckets are found and start no search. */
        AGGREGATION;

        /** Whether its rows are found and start no search. */
        public boolean isLookedUp() {
            return this == TABLE || this == AGGREGATION;
        }
    }

    /**
     * A side.
     *
     * @param kind what it is
     * @param name of the stream, window or table
     * @param alias how the query calls it
     * @param schema its columns, then those that stream functions add
     * @param handlers filters, stream functions, and at most one window, in order
     * @param keepsRows whether its rows stay to be found: it has a window, or the dialect keeps rows without one
     */
    public record Side(Kind kind, String name, String alias, Schema schema, List<Handler> handlers, boolean keepsRows) {
        /** Copies the list. */
        public Side {
            handlers = List.copyOf(handlers);
        }

        private Optional<Origin> origin(int column) {
            return column < Handler.columnsBefore(handlers, schema.size())
                    ? Optional.of(new Origin(name, column))
                    : Optional.empty();
        }
    }

    /**
     * A join of what stands on the left with one more side.
     *
     * @param condition over input 0, all columns on the left one after another, and input 1, the side; where a table or
     *     aggregation stands on the left, it is input 1 all the same; empty: all pairs
     * @param left what rows of the left do
     * @param right what rows of the right do
     * @param asked which buckets, where one side is an aggregation
     */
    public record Step(Optional<Expr> condition, Role left, Role right, Optional<BucketsAsked> asked) {}

    /**
     * What rows of a side do in a join.
     *
     * @param searches whether they start a search for partners
     * @param isPreserved whether they come out without a partner, too
     */
    public record Role(boolean searches, boolean isPreserved) {}

    /**
     * A column of a side.
     *
     * @param side counted from zero
     * @param column counted from zero in its schema
     */
    public record Place(int side, int column) {}

    @Override
    public List<String> streams() {
        return sides.stream()
                .filter(side -> !side.kind().isLookedUp())
                .map(Side::name)
                .distinct()
                .toList();
    }

    /** Whether two sides read the same stream. */
    public boolean readsTwice() {
        return streams().size()
                < sides.stream().filter(side -> !side.kind().isLookedUp()).count();
    }

    @Override
    public Stream<Handler> everyHandler() {
        return Stream.concat(sides.stream().flatMap(side -> side.handlers().stream()), handlers.stream());
    }

    @Override
    public Stream<Expr> conditions() {
        return steps.stream().flatMap(step -> step.condition().stream());
    }

    @Override
    public ResolvedInput with(Handler last) {
        List<Handler> more = new ArrayList<>(handlers);
        more.add(last);
        return new ResolvedJoin(sides, steps, places, schema, more);
    }

    @Override
    public Optional<Origin> origin(int column) {
        Place place = places.get(column);
        return sides.get(place.side()).origin(place.column());
    }

    /** Where a column of a step's condition comes from; empty when a stream function has added it. */
    public Optional<Origin> origin(int step, Expr.ColumnRef column) {
        boolean isRight = column.input() == 1 != isTableFirst(step);
        Place place = isRight
                ? new Place(step + 1, column.column())
                : leftPlaces(step).get(column.column());
        return sides.get(place.side()).origin(place.column());
    }

    /** Whether a table or aggregation stands on the left of a step. */
    public boolean isTableFirst(int step) {
        return step == 0 && sides.get(0).kind().isLookedUp();
    }

    /** Which side of a step is a table or aggregation, if one is. */
    public Optional<Side> table(int step) {
        return Stream.of(sides.get(step + 1), sides.get(0))
                .filter(side -> side.kind().isLookedUp())
                .filter(side -> step == 0 || side == sides.get(step + 1))
                .findFirst();
    }

    /** The names of its tables and aggregations. */
    public List<String> tables() {
        return sides.stream()
                .filter(side -> side.kind().isLookedUp())
                .map(Side::name)
                .toList();
    }

    /** The columns of all sides on the left of a step, one after another. */
    public List<Place> leftPlaces(int step) {
        List<Place> all = new ArrayList<>();
        for (int side = 0; side <= step; side++) {
            for (int column = 0; column < sides.get(side).schema().size(); column++) {
                all.add(new Place(side, column));
            }
        }
        return all;
    }

    /** The schema of some columns, whose names say which side they are of. */
    public Schema schemaOf(List<Place> columns) {
        return new Schema(columns.stream()
                .map(place -> {
                    Side side = sides.get(place.side());
                    Column column = side.schema().column(place.column());
                    return new Column(place.side() + "." + side.alias() + "." + column.name(), column.type());
                })
                .toList());
    }
}
