package eventflux.core.operator.aggregation;

import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import java.util.List;

/** Asks a store for buckets, by a row. Used by the thread that owns the application. */
public final class BucketQuestion {

    /** Columns of the row: the name of the period, the beginning and the end of the range, and the node that asks. */
    public static final int PERIOD = 0;

    /** Buckets begin then or later. */
    public static final int FROM = 1;

    /** Buckets begin before. */
    public static final int UNTIL = 2;

    /** Which node asks. */
    public static final int SHARD = 3;

    private final List<CalendarPeriod> periods;
    private final String shard;
    private final RowBuilder builder;
    private final RowView row;

    /**
     * Nothing is asked yet.
     *
     * @param layout of the rows
     * @param periods of the aggregation
     * @param shard the name of this node
     */
    public BucketQuestion(RowLayout layout, List<CalendarPeriod> periods, String shard) {
        SymbolTable none = new SymbolTable();
        this.periods = List.copyOf(periods);
        this.shard = shard;
        this.builder = new RowBuilder(new RowBatch(layout), none);
        this.row = new RowView(layout, none);
    }

    /** A row that asks for the buckets of a period that begin in a range of time; the same each time. */
    RowView ask(int period, long from, long until) {
        builder.batch().clear();
        builder.begin(0, 0);
        builder.putText(PERIOD, name(period));
        builder.putLong(FROM, from);
        builder.putLong(UNTIL, until);
        builder.putText(SHARD, shard);
        builder.commit();
        return row.wrap(builder.batch());
    }

    /** How the store calls a period. */
    String name(int period) {
        return periods.get(period).toString();
    }

    /** How the store calls this node. */
    String shard() {
        return shard;
    }
}
