package eventflux.bench.siddhi;

import eventflux.api.event.Column;
import eventflux.testkit.random.Chance;
import java.util.ArrayList;
import java.util.List;

/**
 * Patterns and sequences. Passes by absence at the beginning ({@code siddhi.md}, "Rows and their times"), absence for a time in partitions, and
 * what is under "Patterns": {@code every} before what repeats without a limit, absence beside an event with something behind it, {@code and} in
 * sequences, {@code ?}, silence behind counted events.
 */
final class PatternQueries {

    private final Draft draft;
    private final Chance chance;
    private final boolean isSequence;
    private final List<Column> certain = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private int events;
    private boolean isTimed;
    private boolean isCounted;

    PatternQueries(Draft draft) {
        this.draft = draft;
        this.chance = draft.chance();
        this.isSequence = chance.oneIn(3);
    }

    void add() {
        draft.has(isSequence ? "sequence" : "pattern");
        StringBuilder text = new StringBuilder("from every ").append(event());
        for (int i = chance.from(1, 3); i > 0; i--) {
            text.append(isSequence ? ", " : " -> ").append(step());
        }
        text.append(isSequence ? ", " : " -> ").append(event());
        if (!isSequence && chance.oneIn(4)) {
            text.append(" and ").append(absent());
        }
        text.append(chance.oneIn(2) ? " within " + chance.from(2, 9) + " sec " : " ");
        Selection selection = new Selections(draft, new Readable("", columns, true)).plain();
        draft.add(text + selection.text() + " insert into " + draft.output());
    }

    private String step() {
        return switch (chance.below(isSequence ? 4 : 6)) {
            case 0 -> isSequence ? repeated(chance.oneOf("+", "*")) : repeated("<1:" + chance.from(1, 3) + ">");
            case 1 -> isSequence ? event() : both();
            case 4 -> draft.isPartition() || isTimed || isCounted ? event() : silence();
            default -> event();
        };
    }

    private String event() {
        Readable source = source();
        String name = "e" + ++events;
        String text = name + "=" + source.name() + filter(source);
        certain.addAll(source.as(name).columns());
        columns.addAll(source.as(name).columns());
        return text;
    }

    // Neither can look at the other one.
    private String both() {
        List<Column> before = List.copyOf(certain);
        String first = event();
        List<Column> after = List.copyOf(certain);
        certain.clear();
        certain.addAll(before);
        String second = event();
        certain.addAll(after.subList(before.size(), after.size()));
        return first + " and " + second;
    }

    private String repeated(String times) {
        Readable source = source();
        String name = "e" + ++events;
        isCounted = true;
        columns.addAll(source.as(name + "[0]").columns());
        columns.addAll(source.as(name + "[last]").columns());
        return name + "=" + source.name() + filter(source) + times;
    }

    private String silence() {
        isTimed = true;
        return absent() + " for " + chance.from(1, 3) + " sec";
    }

    private String absent() {
        Readable source = source();
        return "not " + source.name() + filter(source);
    }

    private Readable source() {
        return chance.oneOf(draft.first(), draft.second());
    }

    private String filter(Readable source) {
        if (chance.oneIn(4)) {
            return "";
        }
        List<Column> numbers = new Readable("", certain, true).numbers();
        if (!numbers.isEmpty() && chance.oneIn(2)) {
            return "[" + chance.one(source.numbers()).name() + chance.oneOf(" > ", " < ", " >= ")
                    + chance.one(numbers).name() + "]";
        }
        return "[" + draft.expressions(source).condition() + "]";
    }
}
