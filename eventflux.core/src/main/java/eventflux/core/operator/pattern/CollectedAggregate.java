package eventflux.core.operator.pattern;

import eventflux.core.operator.AggregateUpdate;
import eventflux.core.operator.EvalContext;
import eventflux.core.operator.ScratchRow;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.state.RecordPart;
import org.agrona.UnsafeApi;

/**
 * An aggregator over the events that a step has collected. A match keeps its arguments, as rows one after another in a text
 * column; the aggregator itself has one record, which is filled anew for each result. So a match that is copied or given up
 * concerns no aggregator. Used by the thread that owns the application.
 */
public final class CollectedAggregate {

    private static final long BYTES = UnsafeApi.arrayBaseOffset(byte[].class);

    private final ScratchRow arguments;
    private final AggregateUpdate update;
    private final ScratchRow result;
    private final RecordPart cells;
    private final EvalContext context;
    private byte[] bytes = new byte[256];

    /**
     * An aggregator.
     *
     * @param arguments makes a row of the arguments of an event
     * @param update tells the aggregator of such a row
     * @param result makes a row of one value of what the aggregator says
     * @param cells of the aggregator
     * @param context for compiled code
     */
    public CollectedAggregate(
            ScratchRow arguments, AggregateUpdate update, ScratchRow result, RecordPart cells, EvalContext context) {
        this.arguments = arguments;
        this.update = update;
        this.result = result;
        this.cells = cells;
        this.context = context;
    }

    /** Stores the arguments that a match has, with that of one more event. */
    void append(RowView match, RowView event, int column, RowBuilder out) {
        RowView added = arguments.make(event, context);
        int before = length(match, column);
        int length = before + added.length();
        if (length > bytes.length) {
            bytes = new byte[Math.max(length, 2 * bytes.length)];
        }
        if (before > 0) {
            UnsafeApi.copyMemory(null, start(match, column), bytes, BYTES, before);
        }
        UnsafeApi.copyMemory(null, added.address(), bytes, BYTES + before, added.length());
        out.putUtf8(column, bytes, 0, length);
    }

    /** Stores what the aggregator makes of the arguments that a match has. */
    void result(RowView match, int collected, int column, RowBuilder out) {
        cells.renew();
        tell(match, collected);
        store(column, out);
    }

    /** The same with one more event. */
    void result(RowView match, int collected, RowView event, int column, RowBuilder out) {
        cells.renew();
        tell(match, collected);
        update.add(arguments.make(event, context), context);
        store(column, out);
    }

    private void tell(RowView match, int collected) {
        long start = start(match, collected);
        long end = start + length(match, collected);
        for (long at = start; at < end; ) {
            RowView one = arguments.view().wrap(at);
            at += one.length();
            update.add(one, context);
        }
    }

    private void store(int column, RowBuilder out) {
        RowView row = result.make(arguments.view(), context);
        if (row.isNull(0)) {
            out.putNull(column);
        } else if (out.layout().isText(column)) {
            out.copyText(column, row, 0);
        } else {
            out.putLong(column, row.getLong(0));
        }
    }

    private static long start(RowView match, int column) {
        return match.address() + RowLayout.textOffset(match.getLong(column));
    }

    private static int length(RowView match, int column) {
        return match.isNull(column) ? 0 : RowLayout.textLength(match.getLong(column));
    }
}
