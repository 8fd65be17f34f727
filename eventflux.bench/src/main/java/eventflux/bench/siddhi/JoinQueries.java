package eventflux.bench.siddhi;

import eventflux.api.event.Column;
import eventflux.testkit.random.Chance;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins. Passes by aggregates over them and by {@code having} over pairs that leave ({@code siddhi.md}, "Rows and their times"), and by the
 * windows in which joins find other rows: batches, {@code session}, {@code delay} and {@code frequent} ("Windows").
 */
final class JoinQueries {

    private static final String LEFT = "x";
    private static final String RIGHT = "y";

    private final Draft draft;
    private final Chance chance;

    JoinQueries(Draft draft) {
        this.draft = draft;
        this.chance = draft.chance();
    }

    /** A join of both streams. */
    void add() {
        String way = chance.oneOf(" join ", " left outer join ", " right outer join ", " full outer join ");
        String only = chance.oneOf("", "", "left", "right");
        draft.has("join");
        String left = side(draft.first(), LEFT) + (only.equals("left") ? " unidirectional" : "");
        String right = side(draft.second(), RIGHT) + (only.equals("right") ? " unidirectional" : "");
        String events = chance.oneOf("", "", "all events ", "expired events ");
        add("from " + left + way + right, draft.first().as(LEFT), draft.second().as(RIGHT), events);
    }

    /** A join of a stream with what is found by name: a table or a named window. */
    void add(Readable found) {
        String stream = Inputs.SECOND;
        String way = chance.oneOf(" join ", " left outer join ");
        draft.has("join by name");
        add("from " + stream + way + found.name(), draft.second().as(stream), found.as(found.name()), "");
    }

    private String side(Readable source, String alias) {
        String filter = chance.oneIn(4) ? "[" + draft.expressions(source).condition() + "]" : "";
        return source.name() + filter + new Windows(draft, source).joinable().text() + " as " + alias;
    }

    private void add(String source, Readable left, Readable right, String events) {
        List<Column> both = new ArrayList<>(left.columns());
        both.addAll(right.columns());
        Selections selections = new Selections(draft, new Readable("", both, true));
        Selection selection = events.isEmpty() ? selections.plain() : selections.withoutCondition();
        draft.add(source + " on " + condition(left, right) + " " + selection.text() + " insert " + events + "into "
                + draft.output());
    }

    /** A condition between the rows of both. */
    String condition(Readable left, Readable right) {
        String equal = chance.one(left.texts()).name() + " == "
                + chance.one(right.texts()).name();
        String range = chance.one(left.numbers()).name()
                + chance.oneOf(" < ", " >= ", " == ")
                + chance.one(right.numbers()).name();
        return switch (chance.below(4)) {
            case 0 -> equal;
            case 1 -> range;
            case 2 -> equal + " or " + range;
            default -> equal + " and " + range;
        };
    }
}
