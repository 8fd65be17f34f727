package eventflux.core.compile.pattern;

import eventflux.api.event.DataType;
import eventflux.core.operator.pattern.CollectedAggregate;
import eventflux.core.operator.pattern.RowCapture;
import eventflux.core.operator.pattern.RowCapture.Change;
import eventflux.core.operator.pattern.RowCapture.Source;
import eventflux.core.operator.pattern.SlotFold;
import eventflux.core.resolved.ResolvedPattern;
import eventflux.core.resolved.ResolvedPattern.Captured;
import eventflux.core.resolved.ResolvedPattern.Formula;
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
        return isNothing ? Optional.empty() : Optional.of(new RowCapture(changes, composed, Optional.empty()));
    }

    private Change completed(Captured one) {
        return switch (one.kind()) {
            case AGGREGATE -> new Change(Source.COMPLETED, arguments(one, rounds(one)), aggregate(one));
            case MATCHES -> new Change(Source.COUNT, 0);
            default -> SAME;
        };
    }

    private CollectedAggregate aggregate(Captured one) {
        String stream = pattern.steps().get(one.step()).leaves().get(one.leaf()).stream();
        return aggregates.make(one.call().orElseThrow(), streams.get(stream));
    }

    // The column of the arguments of the same call, when so many rounds around it are whole.
    private int arguments(Captured one, int kept) {
        List<Captured> captured = pattern.captured();
        for (int i = 0; i < captured.size(); i++) {
            Captured other = captured.get(i);
            boolean isSame = other.kind() == Kind.ARGUMENTS
                    && other.step() == one.step()
                    && other.leaf() == one.leaf()
                    && other.kept() == kept
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
                        .map(one -> one.step() == collectedAt && one.leaf() == leaf && one.kept() == 0
                                ? change(one, step)
                                : SAME)
                        .toList(),
                composed,
                Optional.of(streams.get(pattern.steps().get(step).leaves().get(leaf).stream())));
    }

    private Change change(Captured one, int step) {
        Step present = pattern.steps().get(step);
        return present.round().isPresent() || present.isInRounds(one.leaf())
                ? collected(one)
                : change(one, present.leaves().get(one.leaf()).isCounted());
    }

    /** When a round of a part of a step is whole: what is asked about whole rounds is what there is now. */
    RowCapture keeping(int step, Formula.Rounds rounds) {
        return new RowCapture(
                pattern.captured().stream()
                        .map(one -> isOf(one, step, rounds) && one.kept() == kept(one, rounds)
                                ? new Change(Source.OTHER, column(one, one.kept() - 1))
                                : SAME)
                        .toList(),
                composed,
                Optional.empty());
    }

    /** When a part of a step begins anew: all is as it was when the last round around it was whole, or else null. */
    RowCapture restoring(int step, Formula part) {
        return new RowCapture(
                pattern.captured().stream()
                        .map(one -> isOf(one, step, part) && one.kept() < kept(one, part) ? restored(one, part) : SAME)
                        .toList(),
                composed,
                Optional.empty());
    }

    private Change restored(Captured one, Formula part) {
        int kept = kept(one, part);
        return kept > rounds(one) ? NOTHING : new Change(Source.OTHER, column(one, kept));
    }

    private boolean isOf(Captured one, int step, Formula part) {
        return one.step() == pattern.collectedAt(step)
                && one.kind() != Kind.AGGREGATE
                && part.leaves().contains(one.leaf());
    }

    // As of how many whole rounds a column is what it was before a part began; a part that comes in
    // rounds counts them itself.
    private static int kept(Captured one, Formula part) {
        int inside = part.roundsAround(one.leaf());
        return part instanceof Formula.Rounds ? inside : inside + 1;
    }

    // How many rounds are around the leaf of a column.
    private int rounds(Captured one) {
        return pattern.steps().get(one.step()).formula().roundsAround(one.leaf());
    }

    // The same column as of so many whole rounds.
    private int column(Captured one, int kept) {
        List<Captured> captured = pattern.captured();
        return IntStream.range(0, captured.size())
                .filter(i -> captured.get(i).isSameAs(one) && captured.get(i).kept() == kept)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not kept: " + one.name()));
    }

    private OptionalInt find(Kind kind, int step, int leaf) {
        List<Captured> captured = pattern.captured();
        return IntStream.range(0, captured.size())
                .filter(i -> captured.get(i).kind() == kind && captured.get(i).kept() == 0)
                .filter(i -> captured.get(i).step() == step && captured.get(i).leaf() == leaf)
                .findFirst();
    }

    /** When an event becomes that of a variable: one of several steps that collect, of which its own is the first. */
    RowCapture ofAll(List<Integer> steps) {
        Change variable = new Change(Source.NUMBER, steps.get(0));
        return new RowCapture(
                pattern.captured().stream()
                        .map(one -> !steps.contains(one.step())
                                ? SAME
                                : one.kind() == Kind.VARIABLE ? variable : collected(one))
                        .toList(),
                composed,
                Optional.empty());
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
                composed,
                Optional.empty());
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
            case LIVE_AGGREGATE -> new Change(Source.AGGREGATED, arguments(one, 0), aggregate(one));
            case AGGREGATE, VARIABLE, MATCHES -> SAME;
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
                    && other.kept() == one.kept()
                    && other.column() == one.column();
            if (isSameColumn && other.index() == one.index() - 1) {
                return i;
            }
        }
        throw new IllegalStateException("nothing is captured before " + one.name());
    }
}
