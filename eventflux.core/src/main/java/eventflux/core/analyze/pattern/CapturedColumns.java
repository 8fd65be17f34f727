package eventflux.core.analyze.pattern;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedPattern.Captured;
import eventflux.core.resolved.ResolvedPattern.Kind;
import eventflux.core.resolved.ResolvedQuery.AggregateCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Collects what the expressions of a query ask for of the events of its pattern: the columns of the composed rows. */
final class CapturedColumns {

    private static final Column TIME = new Column("eventTimestamp()", DataType.LONG);

    private final List<Captured> captured;
    private final Optional<PatternEvent> asking;

    /** As the selection asks for them. */
    CapturedColumns() {
        this(new ArrayList<>(), Optional.empty());
    }

    private CapturedColumns(List<Captured> captured, Optional<PatternEvent> asking) {
        this.captured = captured;
        this.asking = asking;
    }

    /** The same as the condition of an event asks for them. */
    CapturedColumns askedBy(PatternEvent event) {
        return new CapturedColumns(captured, Optional.of(event));
    }

    List<Captured> all() {
        return captured;
    }

    /**
     * A column of one event, or its {@linkplain Captured#TIME time}.
     *
     * @param input the number of the composed row in the expression
     * @param kind from which end the event is counted
     */
    Expr column(PatternEvent event, Kind kind, int index, int column, int input) {
        Column source = source(event, column);
        if (kind == Kind.AT && event.isRepeated()) {
            count(event, input); // tells the rounds apart
        }
        if (kind == Kind.BACK) {
            // Each event moves the values back by one, so those nearer to the last are there too.
            for (int nearer = 0; nearer < index; nearer++) {
                addAll(event, captured(event, Kind.BACK, nearer, column, source));
            }
        }
        return reference(event, captured(event, kind, index, column, source), input);
    }

    /** What a column of an event is called and of which type it is. */
    static Column source(PatternEvent event, int column) {
        return column == Captured.TIME ? TIME : event.columns().schema().column(column);
    }

    /** How many events were collected; null before the first. */
    Expr count(PatternEvent event, int input) {
        String name = "count(" + event.name() + ")";
        return reference(
                event,
                new Captured(event.step(), event.leaf(), Kind.COUNT, 0, -1, DataType.LONG, unique(event, name)),
                input);
    }

    /** Which variable the last event of an element was matched to, by its place; null before the first. */
    Expr variable(PatternEvent event, int input) {
        return fact(event, Kind.VARIABLE, "variable of " + event.name(), input);
    }

    /** How many matches there are with this one. */
    Expr matches(PatternEvent event, int input) {
        return fact(event, Kind.MATCHES, "matches", input);
    }

    private Expr fact(PatternEvent event, Kind kind, String name, int input) {
        return reference(new Captured(event.step(), event.leaf(), kind, 0, -1, DataType.LONG, name), input);
    }

    /** What a column of all collected events comes to. */
    Expr folded(PatternEvent event, Kind kind, int column, DataType type, int input) {
        String what = kind == Kind.VALUES ? "count" : kind.name().toLowerCase(Locale.ROOT);
        String name = what + "(" + event.name() + "."
                + event.columns().schema().column(column).name() + ")";
        return reference(
                event, new Captured(event.step(), event.leaf(), kind, 0, column, type, unique(event, name)), input);
    }

    /** What an aggregator makes of all collected events, at any time where a condition asks. */
    Expr aggregated(PatternEvent event, AggregateCall call, int input) {
        String name = call + " of " + event.name();
        addAll(event, aggregate(event, call, Kind.ARGUMENTS, DataType.STRING, "arguments of " + name));
        if (input > 0) {
            return reference(event, aggregate(event, call, Kind.LIVE_AGGREGATE, call.returns(), "live " + name), input);
        }
        // It is computed when the match is complete, of whole rounds.
        Captured result = aggregate(event, call, Kind.AGGREGATE, call.returns(), name);
        return reference(result, input);
    }

    private Captured aggregate(PatternEvent event, AggregateCall call, Kind kind, DataType type, String name) {
        return new Captured(event.step(), event.leaf(), kind, 0, -1, type, unique(event, name), Optional.of(call), 0);
    }

    private Captured captured(PatternEvent event, Kind kind, int index, int column, Column source) {
        String which = "";
        if (event.isCounted()) {
            which = kind == Kind.AT ? "[" + index + "]" : index == 0 ? "[last]" : "[last-" + index + "]";
        }
        String name = unique(event, event.name() + which + "." + source.name());
        return new Captured(event.step(), event.leaf(), kind, index, column, source.type(), name);
    }

    // Two events without alias may have the name of one stream.
    private String unique(PatternEvent event, String name) {
        boolean isTaken = captured.stream()
                .anyMatch(one -> one.name().equals(name) && (one.step() != event.step() || one.leaf() != event.leaf()));
        return isTaken ? name + "@" + event.step() + "." + event.leaf() : name;
    }

    // Who stands outside of rounds asks about whole ones only.
    private Expr reference(PatternEvent event, Captured one, int input) {
        addAll(event, one);
        int kept =
                asking.map(event::roundsWithout).orElse(event.place().rounds().size());
        return reference(one.keptIn(kept), input);
    }

    private Expr reference(Captured one, int input) {
        return new Expr.ColumnRef(input, add(one), one.type(), one.name());
    }

    // A round that goes on may be given up: then all is as it was when the round before was whole.
    private void addAll(PatternEvent event, Captured one) {
        for (int kept = 0; kept <= event.place().rounds().size(); kept++) {
            add(one.keptIn(kept));
        }
    }

    private int add(Captured one) {
        for (int i = 0; i < captured.size(); i++) {
            if (captured.get(i).isSameAs(one) && captured.get(i).kept() == one.kept()) {
                return i;
            }
        }
        captured.add(one);
        return captured.size() - 1;
    }
}
