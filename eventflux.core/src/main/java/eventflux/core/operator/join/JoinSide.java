package eventflux.core.operator.join;

import eventflux.core.operator.EvalContext;
import eventflux.core.operator.Stage;
import eventflux.core.operator.table.RowLookup;
import eventflux.core.row.RowView;
import java.util.Optional;

/**
 * One side of a join, behind its filters and its window. A row is first kept, where its side is searched by the other, then
 * looks for partners on the other side; a row that leaves its window is let go of and takes the pairs back that it would make
 * now, where anybody asks. So with windows on both sides each pair comes when the second of its rows comes and goes when the first of
 * them goes.
 */
public final class JoinSide implements Stage {

    private final Optional<JoinMemory> memory;
    private final Optional<RowLookup> partners;
    private final JoinPairs pairs;
    private final boolean isLeft;
    private final Optional<RowView> missing;
    private final EvalContext context;
    private final boolean takesBack;

    /**
     * A side.
     *
     * @param memory keeps its rows; empty when nobody looks for them
     * @param partners finds rows of the other side; empty when rows of this side start no search
     * @param pairs takes what was found
     * @param place which side it is
     * @param context for compiled code
     */
    public JoinSide(
            Optional<JoinMemory> memory,
            Optional<RowLookup> partners,
            JoinPairs pairs,
            Place place,
            EvalContext context) {
        this.memory = memory;
        this.partners = partners;
        this.pairs = pairs;
        this.isLeft = place.isLeft();
        this.missing = place.missing();
        this.context = context;
        this.takesBack = partners.isPresent() && pairs.takesExpired();
    }

    /**
     * Where a side stands.
     *
     * @param isLeft whether its rows are input 0
     * @param missing a row of nulls of the other side, for rows without partner; empty when those give nothing
     */
    public record Place(boolean isLeft, Optional<RowView> missing) {}

    @Override
    public void current(RowView row) {
        if (memory.isPresent()) {
            memory.get().keep(row, context);
        }
        if (partners.isPresent()) {
            search(row, partners.get(), true);
        }
    }

    @Override
    public void expired(RowView row) {
        if (memory.isPresent()) {
            memory.get().release(row, context);
        }
        if (takesBack) {
            search(row, partners.get(), false);
        }
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
        if (partners.isPresent()) {
            search(row, partners.get(), true);
        }
    }

    @Override
    public void forgotten(RowView row) {
        if (memory.isPresent()) {
            memory.get().release(row, context);
        }
    }

    @Override
    public boolean takesExpired() {
        return takesBack || memory.isPresent();
    }

    private void search(RowView row, RowLookup others, boolean comes) {
        others.begin(row, context);
        RowView partner = others.next();
        if (partner == null) {
            if (missing.isPresent()) {
                emit(row, missing.get(), comes);
            }
            return;
        }
        while (partner != null) {
            emit(row, partner, comes);
            partner = others.next();
        }
    }

    private void emit(RowView row, RowView partner, boolean comes) {
        RowView left = isLeft ? row : partner;
        RowView right = isLeft ? partner : row;
        if (comes) {
            pairs.current(row.timestamp(), left, right);
        } else {
            pairs.expired(row.timestamp(), left, right);
        }
    }

    @Override
    public void reset() {
        if (memory.isPresent()) {
            memory.get().clear();
        }
        if (partners.isPresent()) {
            pairs.reset();
        }
    }

    @Override
    public void endStep() {
        pairs.endStep();
    }

    @Override
    public String toString() {
        String search = partners.map(found -> "looks for partners by " + found).orElse("starts no search");
        return "join " + (isLeft ? "left" : "right") + " side: "
                + memory.map(kept -> "keeps rows " + kept + ", ").orElse("") + search + "\n" + pairs;
    }
}
