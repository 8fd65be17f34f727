package eventflux.core.compile.pattern;

import eventflux.api.event.DataType;
import eventflux.core.operator.pattern.CollectedAggregate;
import eventflux.core.operator.pattern.PatternLeaf;
import eventflux.core.operator.pattern.RowCapture;
import eventflux.core.operator.pattern.RowCapture.Change;
import eventflux.core.operator.pattern.RowCapture.Source;
import eventflux.core.operator.pattern.SlotFold;
import eventflux.core.resolved.ResolvedPattern;
import eventflux.core.resolved.ResolvedPattern.Captured;
import eventflux.core.resolved.ResolvedPattern.Kind;
import eventflux.core.resolved.ResolvedPattern.Step;
import eventflux.core.row.RowLayout;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** How composed rows change. */
final class Captures {

    private static final Change SAME = new Change(Source.SAME, 0);
    private static final Change NOTHING = new Change(Source.NOTHING, 0);

    private final ResolvedPattern pattern;
    private final RowLayout composed;
    private final Map<String, RowLayout> streams;
    private final AggregateMaker aggregates;

    /**
     * Changes of one pattern's rows.
     *
     * @param streams how the events of each stream lie
     * @param aggregates makes aggregators
     */
    Captures(ResolvedPattern pattern, RowLayout composed, Map<String, RowLayout> streams, AggregateMaker aggregates) {
        this.pattern = pattern;
        this.composed = composed;
        this.streams = streams;
        this.aggregates = aggregates;
    }

    /** What of a complete match is computed at the end, if anything is. */
    Optional<RowCapture> completion() {
        List<Change> changes = pattern.captured().stream().map(this::completed).toList();
        boolean isNothing = changes.stream().allMatch(SAME::equals);
        return isNothing ? Optional.empty() : Optional.of(new RowCapture(changes, composed));
    }

    private Change completed(Captured one) {
        return one.kind() == Kind.AGGREGATE ? new Change(Source.COMPLETED, arguments(one), aggregate(one)) : SAME;
    }

    private CollectedAggregate aggregate(Captured one) {
        String stream = pattern.steps().get(one.step()).leaves().get(one.leaf()).stream();
        return aggregates.make(one.call().orElseThrow(), streams.get(stream));
    }

    // The column of the arguments of the same call.
    private int arguments(Captured one) {
        List<Captured> captured = pattern.captured();
        for (int i = 0; i < captured.size(); i++) {
            Captured other = captured.get(i);
            boolean isSame = other.kind() == Kind.ARGUMENTS
                    && other.step() == one.step()
                    && other.leaf() == one.leaf()
                    && other.call().equals(one.call());
            if (isSame) {
                return i;
            }
        }
        throw new IllegalStateException("nothing is collected for " + one.name());
    }

    /** When an event becomes that of a leaf. */
    RowCapture of(int step, int leaf) {
        int collectedAt = pattern.collectedAt(step);
        return new RowCapture(
                pattern.captured().stream()
                        .map(one -> one.step() == collectedAt && one.leaf() == leaf ? change(one, step) : SAME)
                        .toList(),
                composed);
    }

    private Change change(Captured one, int step) {
        Step present = pattern.steps().get(step);
        return present.round().isPresent() || present.collectsAmongOthers(one.leaf())
                ? collected(one)
                : change(one, present.leaves().get(one.leaf()).isCounted());
    }

    /** The column that counts the events of a leaf which collects them among others; else none. */
    int counter(int step, int leaf) {
        return pattern.steps().get(step).collectsAmongOthers(leaf)
                ? find(Kind.COUNT, step, leaf).orElseThrow()
                : PatternLeaf.Count.NO_COLUMN;
    }

    private OptionalInt find(Kind kind, int step, int leaf) {
        List<Captured> captured = pattern.captured();
        return IntStream.range(0, captured.size())
                .filter(i -> captured.get(i).kind() == kind)
                .filter(i -> captured.get(i).step() == step && captured.get(i).leaf() == leaf)
                .findFirst();
    }

    /** When an event becomes one of several steps that collect. */
    RowCapture ofAll(List<Integer> steps) {
        return new RowCapture(
                pattern.captured().stream()
                        .map(one -> steps.contains(one.step()) ? collected(one) : SAME)
                        .toList(),
                composed);
    }

    private Change collected(Captured one) {
        return switch (one.kind()) {
            case COUNT -> new Change(Source.COUNTED, 0);
            case AT -> Change.counted(one.column(), one.index(), counter(one));
            default -> change(one, true);
        };
    }

    // The column that counts the events of the same leaf.
    private int counter(Captured one) {
        return find(Kind.COUNT, one.step(), one.leaf())
                .orElseThrow(() -> new IllegalStateException("nothing is counted for " + one.name()));
    }

    /** When a step and all behind it begin anew. */
    RowCapture forgetting(int step) {
        return new RowCapture(
                pattern.captured().stream()
                        .map(one -> one.step() >= step ? NOTHING : SAME)
                        .toList(),
                composed);
    }

    private Change change(Captured one, boolean isCounted) {
        return switch (one.kind()) {
            case COUNT -> new Change(Source.COUNT, 0);
            case AT ->
                isCounted
                        ? new Change(Source.EVENT_AT, one.column(), one.index(), Optional.empty())
                        : new Change(Source.EVENT, one.column());
            case BACK ->
                one.index() == 0 ? new Change(Source.EVENT, one.column()) : new Change(Source.OTHER, nearer(one));
            case ARGUMENTS -> new Change(Source.APPENDED, 0, aggregate(one));
            case LIVE_AGGREGATE -> new Change(Source.AGGREGATED, arguments(one), aggregate(one));
            case AGGREGATE -> SAME;
            case VALUES, SUM, MIN, MAX -> new Change(Source.FOLDED, one.column(), 0, Optional.of(fold(one)));
        };
    }

    private SlotFold fold(Captured one) {
        DataType type = streams.get(pattern.steps().get(one.step()).leaves().get(one.leaf()).stream())
                .type(one.column());
        if (one.kind() == Kind.VALUES) {
            return SlotFold.COUNT;
        }
        String operand = type == DataType.DOUBLE || type == DataType.FLOAT ? type.name() : DataType.LONG.name();
        return SlotFold.valueOf(one.kind() + "_OF_" + operand);
    }

    // The same column of the event that was one nearer to the last: it is one further away now.
    private int nearer(Captured one) {
        List<Captured> captured = pattern.captured();
        for (int i = 0; i < captured.size(); i++) {
            Captured other = captured.get(i);
            boolean isSameColumn = other.step() == one.step()
                    && other.leaf() == one.leaf()
                    && other.kind() == Kind.BACK
                    && other.column() == one.column();
            if (isSameColumn && other.index() == one.index() - 1) {
                return i;
            }
        }
        throw new IllegalStateException("nothing is captured before " + one.name());
    }
}
