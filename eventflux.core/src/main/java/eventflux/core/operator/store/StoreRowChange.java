package eventflux.core.operator.store;

import eventflux.api.spi.table.StoreChange;
import eventflux.core.operator.EvalContext;
import eventflux.core.operator.RowPairProjection;
import eventflux.core.operator.table.RowChange;
import eventflux.core.operator.table.RowLookup;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes rows of a store that cannot do it by itself: finds them, computes what becomes of each, and hands that over
 * row by row; when there is none it may put one in. What is refused is thrown at the end.
 */
public final class StoreRowChange implements RowChange {

    private final StoreLink link;
    private final RowLookup lookup;
    private final Rewrite rewrite;
    private final Optional<StoreOutput.Write> insertion;
    private final EvalContext context;
    private final Parameters changed;
    private final Optional<Parameters> inserted;

    /**
     * What is done with each row that is found.
     *
     * @param change made by the store: of the rows that are the same as the one found
     * @param parameters computes its parameters of the row at hand and the one found
     * @param layout of the parameters
     * @param text what it does, for explanations
     */
    public record Rewrite(StoreChange change, RowPairProjection parameters, RowLayout layout, String text) {}

    /**
     * A change.
     *
     * @param lookup finds the rows
     * @param insertion what is done when there is none
     */
    public StoreRowChange(
            StoreLink link,
            RowLookup lookup,
            Rewrite rewrite,
            Optional<StoreOutput.Write> insertion,
            EvalContext context) {
        this.link = link;
        this.lookup = lookup;
        this.rewrite = rewrite;
        this.insertion = insertion;
        this.context = context;
        this.changed = new Parameters(rewrite.layout(), new SymbolTable(), context);
        this.inserted = insertion.map(write -> new Parameters(write.layout(), new SymbolTable(), context));
    }

    @Override
    public void apply(RowView row) {
        changed.clear();
        lookup.begin(row, context);
        for (RowView found = lookup.next(); found != null; found = lookup.next()) {
            changed.add(rewrite.parameters(), row, found);
        }
        if (changed.size() > 0) {
            hand(rewrite.change(), changed);
        } else if (insertion.isPresent()) {
            Parameters fresh = inserted.get();
            fresh.clear();
            fresh.add(insertion.get().parameters(), row);
            hand(insertion.get().change(), fresh);
        }
    }

    private void hand(StoreChange change, Parameters rows) {
        List<Exception> refusals = new ArrayList<>();
        link.apply(change, rows, (index, cause) -> refusals.add(cause));
        if (!refusals.isEmpty()) {
            throw StoreError.refusal(refusals.get(0));
        }
    }

    @Override
    public String toString() {
        return rewrite.text() + " found in " + lookup
                + insertion.map(write -> ", or " + write.text()).orElse("");
    }
}
