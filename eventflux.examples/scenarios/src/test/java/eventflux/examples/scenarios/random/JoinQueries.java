package eventflux.examples.scenarios.random;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.testkit.random.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Joins of two streams, or of a stream and a named window. */
final class JoinQueries {

    private final Draft draft;
    private final Chance chance;

    JoinQueries(Draft draft) {
        this.draft = draft;
        this.chance = draft.chance();
    }

    void add() {
        Readable left = draft.source();
        Readable right = draft.source();
        List<Column> columns = new ArrayList<>(left.columnsOf("a"));
        columns.addAll(right.columnsOf("b"));
        String kind = chance.oneOf(" join ", " join ", " left outer join ", " right outer join ", " full outer join ");
        int alone = chance.oneIn(4) ? chance.from(1, 2) : 0;
        JoinSide one = side(left, "a", alone == 1);
        JoinSide other = side(right, "b", alone == 2);
        Condition condition = condition(left, right);
        Selection selection = draft.selection(columns);
        String target = draft.target(selection.columns());
        String events = chance.oneOf("", "", "all events ", "expired events ");
        draft.has(kind.strip());
        // Where rows come to both sides, it is seen which comes first.
        boolean isApart =
                !left.equals(right) && RandomApplication.INPUTS.containsAll(List.of(left.name(), right.name()));
        Both sides = one.text().then(kind).then(other.text());
        draft.add(
                StreamQueries.whole(sides.then(" on " + condition.text()), selection, events, target),
                draft.isPartition() || !isApart || chance.oneIn(3)
                        ? StreamQueries.whole(sides.then(" on " + condition.scanned()), selection, events, target)
                        : named(
                                List.of(one, other),
                                kind,
                                source -> StreamQueries.whole(
                                        source.then(" on " + condition.scanned()), selection, events, target)));
    }

    private JoinSide side(Readable source, String name, boolean isAlone) {
        String alias = " as " + name + (isAlone ? " unidirectional" : "");
        if (source.isWindow()) {
            return new JoinSide(source, "", "", alias);
        }
        String filter =
                chance.oneIn(4) ? "[" + draft.expressions(source.columns()).condition() + "]" : "";
        boolean isBare = isAlone && chance.oneIn(2);
        return new JoinSide(source, filter, isBare ? "" : new Windows(chance).small(source), alias);
    }

    private Both named(List<JoinSide> sides, String kind, UnaryOperator<Both> query) {
        String first = draft.name(StreamQueries.MIDDLE);
        String second = draft.name(StreamQueries.MIDDLE);
        Both joined = sides.get(0).named(first).then(kind).then(sides.get(1).named(second));
        return sides.get(0)
                .definition(first)
                .then(sides.get(1).definition(second))
                .then(query.apply(joined));
    }

    private Condition condition(Readable left, Readable right) {
        List<Column> columns = left.columns().stream()
                .filter(column -> right.columns().contains(column) && column.type() != DataType.OBJECT)
                .toList();
        if (columns.isEmpty()) {
            List<Column> some = new ArrayList<>(Columns.numeric(left.columnsOf("a")));
            some.addAll(Columns.numeric(right.columnsOf("b")));
            String text = some.isEmpty() ? "true" : chance.one(some).name() + " > 3";
            return new Condition(text, text);
        }
        Column key = chance.one(columns);
        Condition equal = equality("a." + key.name(), "b." + key.name());
        Column other = chance.one(columns);
        return switch (chance.below(4)) {
            case 0 -> equal.and(equality("a." + other.name(), "b." + other.name()));
            case 1 ->
                equal.and(Condition.of(
                        "(" + draft.expressions(left.columnsOf("a")).condition() + ")"));
            case 2 ->
                key.type().isNumeric()
                        ? Condition.of("a." + key.name() + chance.oneOf(" < ", " >= ") + "b." + key.name())
                        : equal;
            default -> equal;
        };
    }

    // Nothing but null is neither equal nor unequal to itself.
    static Condition equality(String left, String right) {
        String scanned = "(ifThenElse(%1$s != %2$s, 0, 1) == 1 and not (%1$s is null) and not (%2$s is null))";
        return new Condition(left + " == " + right, scanned.formatted(left, right));
    }

    /**
     * A condition on pairs.
     *
     * @param text as one writes it, with equalities for which there are keys
     * @param scanned with the same meaning, and nothing to look up by
     */
    record Condition(String text, String scanned) {

        static Condition of(String text) {
            return new Condition(text, text);
        }

        Condition and(Condition other) {
            return new Condition(text + " and " + other.text, scanned + " and " + other.scanned);
        }
    }
}
