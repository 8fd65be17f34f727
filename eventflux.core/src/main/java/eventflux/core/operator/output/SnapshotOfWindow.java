package eventflux.core.operator.output;

import eventflux.api.event.Row;
import eventflux.api.spi.state.EntryMap;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.RowQueue;
import eventflux.api.spi.state.StateFactory;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowView;
import java.util.List;

/**
 * Shows the rows that are in the window, each with the present aggregates of its group. A row that leaves takes the oldest row
 * away that equals it in all other columns.
 */
public final class SnapshotOfWindow implements Holding {

    private final RowQueue rows;
    private final RowQueue aside;
    private final EntryMap groups;
    private final RowQueue latest;
    private final LongCell members;
    private final RowBuilder builder;
    private final boolean[] isAggregate;

    /**
     * Keeps rows in {@code state}.
     *
     * @param builder writes rows of the same layout; what it writes is thrown away
     * @param columns rows that are equal in them are a group
     * @param aggregates the columns that change while their row stays
     */
    public SnapshotOfWindow(StateFactory state, RowBuilder builder, List<Integer> columns, List<Integer> aggregates) {
        this.rows = state.rowQueue("rows");
        this.aside = state.rowQueue("aside");
        this.groups = state.entryMap("groups", columns);
        this.latest = groups.entry().rowQueue("latest");
        this.members = groups.entry().longCell("members", 0);
        this.builder = builder;
        this.isAggregate = new boolean[builder.layout().columns()];
        aggregates.forEach(column -> isAggregate[column] = true);
    }

    @Override
    public void take(RowView row) {
        if (!RowFlags.isExpired(row)) {
            rows.append(row);
            count(row, 1);
        } else {
            count(row, remove(row) ? -1 : 0);
        }
    }

    private void count(RowView row, int change) {
        if (!groups.select(row)) {
            if (change <= 0) {
                return;
            }
            groups.add(row);
        }
        members.set(members.get() + change);
        if (members.get() <= 0) {
            groups.remove();
        } else {
            latest.clear();
            latest.append(row);
        }
    }

    // Nearly always the oldest is it; else those before it are put aside. One that was held back is not there.
    private boolean remove(RowView leaving) {
        while (!rows.isEmpty() && !isSame((RowView) rows.first(), leaving)) {
            aside.append(rows.first());
            rows.removeFirst();
        }
        boolean isThere = !rows.isEmpty();
        if (isThere) {
            rows.removeFirst();
        }
        if (!aside.isEmpty()) {
            aside.appendAll(rows);
            rows.takeAll(aside);
        }
        return isThere;
    }

    private boolean isSame(RowView left, RowView right) {
        for (int column = 0; column < isAggregate.length; column++) {
            if (!isAggregate[column] && !RowValues.isSame(left, right, column)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void release(RowBatch out) {
        for (Row next = rows.first(); next != null; next = rows.next()) {
            RowView row = (RowView) next;
            groups.select(row);
            RowView present = (RowView) latest.first();
            builder.batch().clear();
            builder.begin(row.timestamp(), 0);
            for (int column = 0; column < isAggregate.length; column++) {
                copy(isAggregate[column] ? present : row, column);
            }
            builder.commit();
            out.append(builder.batch());
        }
        builder.batch().clear();
    }

    private void copy(RowView source, int column) {
        if (source.isNull(column)) {
            builder.putNull(column);
        } else if (source.layout().isText(column)) {
            builder.copyText(column, source, column);
        } else {
            builder.putLong(column, RowValues.slot(source, column));
        }
    }

    @Override
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    @Override
    public String toString() {
        return "snapshot of the window";
    }
}
