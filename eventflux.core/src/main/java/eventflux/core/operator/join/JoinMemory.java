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
    private final Optional<OrderedRows> order;

    /**
     * The memory of a side.
     *
     * @param rows where
     * @param key what the other side looks for; empty when it tries all rows
     * @param inOrder whether rows leave in the order in which they came
     * @param order in which the other side looks for a range of rows, if it does
     */
    public JoinMemory(LiveRows rows, Optional<RowKey> key, boolean inOrder, Optional<OrderedRows> order) {
        this.rows = rows;
        this.key = key;
        this.inOrder = inOrder;
        this.order = order;
    }

    void keep(RowView row, EvalContext context) {
        if (key.isPresent() && key.get().read(row, context)) {
            rows.append(row, key.get().value());
        } else {
            rows.append(row);
            if (order.isPresent()) {
                order.get().appended(context);
            }
        }
    }

    void release(RowView row, EvalContext context) {
        if (order.isPresent()) {
            release(inOrder ? rows.first() : order.get().find(row, context), order.get());
        } else if (inOrder) {
            rows.removeFirst();
        } else if (key.isPresent() && key.get().read(row, context)) {
            rows.remove(row, key.get().value());
        } else {
            rows.remove(row);
        }
    }

    private void release(long address, OrderedRows ordered) {
        if (address != LiveRows.NONE) {
            ordered.removing(address);
            rows.remove(address);
        }
    }

    void clear() {
        rows.clear();
    }

    @Override
    public String toString() {
        return key.map(by -> "by " + by)
                .or(() -> order.map(OrderedRows::toString))
                .orElse("in a list");
    }
}
