package eventflux.core.operator;

import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowRun;
import eventflux.core.row.RowView;
import java.util.Arrays;

/**
 * The end of a query: collects the rows of a step and hands them on together, to the callbacks of the query and to the stream
 * that it inserts into. Used by the thread that owns the application.
 */
public final class QueryOutput {

    private final RowBatch batch;
    private final RowBuilder builder;
    private final RowRun run = new RowRun();
    private final RowProjection projection;
    private final EvalContext context;
    private final boolean wantsCurrent;
    private final boolean wantsExpired;

    // All fields below are written by the thread that owns the application.
    private RunReceiver[] receivers = new RunReceiver[0];
    private long emitted;

    /**
     * An output without receivers.
     *
     * @param builder writes rows of the output's layout
     * @param projection the select list
     * @param context for the projection
     * @param kinds which rows are wanted
     */
    public QueryOutput(RowBuilder builder, RowProjection projection, EvalContext context, EmittedRows kinds) {
        this.builder = builder;
        this.batch = builder.batch();
        this.projection = projection;
        this.context = context;
        this.wantsCurrent = kinds.current();
        this.wantsExpired = kinds.expired();
    }

    /** Adds a receiver after the others. */
    public void add(RunReceiver receiver) {
        RunReceiver[] all = Arrays.copyOf(receivers, receivers.length + 1);
        all[receivers.length] = receiver;
        receivers = all;
    }

    /** Adds a receiver in front of the others: callbacks see a step before the target stream does. */
    public void addFirst(RunReceiver receiver) {
        RunReceiver[] all = new RunReceiver[receivers.length + 1];
        all[0] = receiver;
        System.arraycopy(receivers, 0, all, 1, receivers.length);
        receivers = all;
    }

    /** Takes a receiver away. */
    public void remove(RunReceiver receiver) {
        receivers = Arrays.stream(receivers).filter(one -> one != receiver).toArray(RunReceiver[]::new);
    }

    /** The layout of the rows. */
    public RowLayout layout() {
        return batch.layout();
    }

    /** How many rows have been handed on. */
    public long emitted() {
        return emitted;
    }

    /** Whether rows that arrive are wanted. */
    public boolean wantsCurrent() {
        return wantsCurrent;
    }

    /** Whether rows that leave are wanted. */
    public boolean wantsExpired() {
        return wantsExpired;
    }

    /** Makes an output row of an input row and keeps it until the end of the step. */
    public void emit(RowView row, int flags) {
        builder.begin(row.timestamp(), flags);
        projection.project(row, context, builder);
        builder.commit();
    }

    /** Hands on what was collected. */
    public void endStep() {
        if (batch.isEmpty()) {
            return;
        }
        emitted += batch.count();
        RunReceiver[] all = receivers;
        try {
            for (int i = 0; i < all.length; i++) {
                all[i].receive(run.wrap(batch));
            }
        } finally {
            batch.clear();
        }
    }

    @Override
    public String toString() {
        return projection.toString();
    }

    /**
     * Which rows an output takes.
     *
     * @param current rows that arrive
     * @param expired rows that leave
     */
    public record EmittedRows(boolean current, boolean expired) {}
}
