package eventflux.examples.scenarios.random;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.testkit.random.Chance;
import java.util.ArrayList;
import java.util.List;

/** Patterns and sequences. */
final class PatternQueries {

    private final Draft draft;
    private final Chance chance;
    private final boolean isSequence;
    // What later conditions may look at, and what the select clause may ask for.
    private final List<Column> certain = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private int events;

    PatternQueries(Draft draft) {
        this.draft = draft;
        this.chance = draft.chance();
        this.isSequence = chance.oneIn(3);
    }

    void add() {
        int steps = chance.from(2, 4);
        Both pattern = step();
        for (int i = 1; i < steps; i++) {
            pattern = pattern.then(new Both(isSequence ? ", " : " -> ", " -> ")).then(step());
        }
        boolean isEvery = !chance.oneIn(5);
        if (isEvery) {
            boolean isWhole = chance.oneIn(3) && !isSequence;
            pattern = isWhole
                    ? Both.same("every (").then(pattern).then(")")
                    : Both.same("every ").then(pattern);
        }
        String within = chance.oneIn(2) ? " within " + chance.from(1, 6) + " sec" : "";
        String word = isSequence ? "SEQUENCE (" : "PATTERN (";
        Both source = new Both(pattern.classic() + within, word + pattern.sql() + ")" + within);
        Selection selection = draft.selection(columns);
        String target = draft.target(selection.columns());
        draft.has(isSequence ? "sequence" : "pattern");
        draft.add(StreamQueries.whole(source, selection, "", target));
    }

    private Both step() {
        int kind = chance.below(isSequence ? 7 : 10);
        return switch (kind) {
            case 4, 5 -> counted();
            case 6 -> either();
            case 7 -> together();
            case 8 -> columns.isEmpty() ? event() : silence();
            case 9 -> absent();
            default -> event();
        };
    }

    private Both event() {
        Readable source = stream();
        String name = "e" + ++events;
        Both text = Both.same(name + "=" + source.name() + filter(source, name));
        source.columnsOf(name).forEach(this::isCertain);
        return text;
    }

    private void isCertain(Column column) {
        certain.add(column);
        columns.add(column);
    }

    private Both counted() {
        Readable source = stream();
        String name = "e" + ++events;
        int least = chance.from(columns.isEmpty() ? 1 : 0, 2);
        int most = least + chance.from(least == 0 ? 1 : 0, 2);
        String filter = filter(source, name);
        for (Column column : source.columns()) {
            for (String place : List.of("[0]", "[last]", "[1]")) {
                columns.add(new Column(name + place + "." + column.name(), column.type()));
            }
        }
        return new Both(
                name + "=" + source.name() + "<" + least + ":" + most + ">" + filter,
                name + "=" + source.name() + "{" + least + "," + most + "}" + filter);
    }

    private Both together() {
        Both first = event();
        return Both.same("(").then(first).then(" and ").then(event()).then(")");
    }

    private Both either() {
        int known = certain.size();
        Both first = event();
        List<Column> before = List.copyOf(certain.subList(0, known));
        certain.clear();
        certain.addAll(before);
        Both second = event();
        certain.clear();
        certain.addAll(before);
        return Both.same("(").then(first).then(" or ").then(second).then(")");
    }

    private Both silence() {
        Readable source = stream();
        return Both.same("not " + source.name() + filter(source, "") + " for " + chance.from(1, 3) + " sec");
    }

    private Both absent() {
        Readable source = stream();
        Both not = Both.same("(not " + source.name() + filter(source, "") + " and ");
        return not.then(event()).then(")");
    }

    private Readable stream() {
        return draft.source(readable -> !readable.isWindow()).orElseThrow();
    }

    private String filter(Readable source, String name) {
        if (chance.oneIn(4)) {
            return "";
        }
        String own = draft.expressions(source.columns()).condition();
        List<Column> numbers = Columns.numeric(certain);
        List<Column> mine = Columns.numeric(source.columns());
        List<Column> texts = Columns.of(certain, DataType.STRING);
        if (!numbers.isEmpty() && !mine.isEmpty() && chance.oneIn(2)) {
            own = chance.one(mine).name()
                    + chance.oneOf(" > ", " < ", " >= ", " != ")
                    + chance.one(numbers).name();
        } else if (!texts.isEmpty() && source.hasKey() && chance.oneIn(2)) {
            own = "k == " + chance.one(texts).name();
        }
        return "[" + own + "]";
    }
}
