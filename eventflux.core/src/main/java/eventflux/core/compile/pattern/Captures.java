package eventflux.core.compile.pattern;

import eventflux.api.event.DataType;
import eventflux.core.operator.pattern.RowCapture;
import eventflux.core.operator.pattern.RowCapture.Change;
import eventflux.core.operator.pattern.RowCapture.Source;
import eventflux.core.operator.pattern.SlotFold;
import eventflux.core.resolved.ResolvedPattern;
import eventflux.core.resolved.ResolvedPattern.Captured;
import eventflux.core.resolved.ResolvedPattern.Kind;
import eventflux.core.row.RowLayout;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How composed rows change. */
final class Captures {

    private static final Change SAME = new Change(Source.SAME, 0);
    private static final Change NOTHING = new Change(Source.NOTHING, 0);

    private final ResolvedPattern pattern;
    private final RowLayout composed;
    private final Map<String, RowLayout> streams;

    /**
     * Changes of one pattern's rows.
     *
     * @param streams how the events of each stream lie
     */
    Captures(ResolvedPattern pattern, RowLayout composed, Map<String, RowLayout> streams) {
        this.pattern = pattern;
        this.composed = composed;
        this.streams = streams;
    }

    /** When an event becomes that of a leaf. */
    RowCapture of(int step, int leaf) {
        boolean isCounted = pattern.steps().get(step).leaves().get(leaf).isCounted();
        return new RowCapture(
                pattern.captured().stream()
                        .map(one -> one.step() == step && one.leaf() == leaf ? change(one, isCounted) : SAME)
                        .toList(),
                composed);
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
