package eventflux.core.operator.join;

import eventflux.core.operator.EvalContext;
import eventflux.core.operator.Stage;
import eventflux.core.row.RowView;
import java.util.Optional;

/**
 * The side of a join in a partition whose rows come from a window outside, and all parts see: keeps them once for all parts, and lets each
 * look for partners in every part.
 */
public final class SharedSide implements Stage {

    private final Optional<JoinMemory> memory;
    private final Stage parts;
    private final EvalContext context;

    /**
     * A side.
     *
     * @param memory keeps its rows; empty when nobody looks for them
     * @param parts brings rows to the parts
     * @param context for compiled code
     */
    public SharedSide(Optional<JoinMemory> memory, Stage parts, EvalContext context) {
        this.memory = memory;
        this.parts = parts;
        this.context = context;
    }

    @Override
    public void current(RowView row) {
        if (memory.isPresent()) {
            memory.get().keep(row, context);
        }
        parts.current(row);
    }

    @Override
    public void expired(RowView row) {
        if (memory.isPresent()) {
            memory.get().release(row, context);
        }
        parts.expired(row);
    }

    @Override
    public void held(RowView row) {
        if (memory.isPresent()) {
            memory.get().keep(row, context);
        }
    }

    @Override
    public void released(RowView row) {
        forgotten(row);
        parts.current(row);
    }

    @Override
    public void forgotten(RowView row) {
        if (memory.isPresent()) {
            memory.get().release(row, context);
        }
    }

    @Override
    public void reset() {
        if (memory.isPresent()) {
            memory.get().clear();
        }
        parts.reset();
    }

    @Override
    public void endStep() {
        parts.endStep();
    }

    @Override
    public String toString() {
        return memory.map(kept -> "keeps rows " + kept + " for all parts, ").orElse("") + parts;
    }
}
