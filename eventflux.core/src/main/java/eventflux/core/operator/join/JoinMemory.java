package eventflux.core.operator.join;

import eventflux.core.operator.EvalContext;
import eventflux.core.operator.table.RowKey;
import eventflux.core.row.RowView;
import eventflux.core.state.LiveRows;
import java.util.Optional;

/** Keeps the rows of one side for as long as its window does, under the key that the other side looks for. */
public final class JoinMemory {

    private final LiveRows rows;
    private final Optional<RowKey> key;
    private final boolean inOrder;

    /**
     * The memory of a side.
     *
     * @param rows where
     * @param key what the other side looks for; empty when it tries all rows
     * @param inOrder whether rows leave in the order in which they came
     */
    public JoinMemory(LiveRows rows, Optional<RowKey> key, boolean inOrder) {
        this.rows = rows;
        this.key = key;
        this.inOrder = inOrder;
    }

    void keep(RowView row, EvalContext context) {
        if (key.isPresent() && key.get().read(row, context)) {
            rows.append(row, key.get().value());
        } else {
            rows.append(row);
        }
    }

    void release(RowView row, EvalContext context) {
        if (inOrder) {
            rows.removeFirst();
        } else if (key.isPresent() && key.get().read(row, context)) {
            rows.remove(row, key.get().value());
        } else {
            rows.remove(row);
        }
    }

    void clear() {
        rows.clear();
    }

    @Override
    public String toString() {
        return key.map(by -> "by " + by).orElse("in a list");
    }
}
