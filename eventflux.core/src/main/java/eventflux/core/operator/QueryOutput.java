package eventflux.core.operator;

import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowRun;
import eventflux.core.row.RowView;
import eventflux.core.row.RunCursor;
import java.util.Arrays;

/**
 * The end of a query: collects the rows of a step and hands them on together, to the callbacks of the query and to the stream
 * that it inserts into. Used by the thread that owns the application.
 */
public final class QueryOutput implements WatchedOutput {

    private final RowBatch batch;
    private final RowBuilder builder;
    private final RowProjection projection;
    private final EvalContext context;
    private final boolean wantsCurrent;
    private final boolean wantsExpired;

    // All fields below are written by the thread that owns the application.
    private RunReceiver[] receivers = new RunReceiver[0];
    private long emitted;
    // Written once, before the first row: what a step passes before it is handed on.
    private RunReceiver shaping; // null when a step is handed on as it is
    private RowLayout layout;

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
        this.layout = batch.layout();
        this.projection = projection;
        this.context = context;
        this.wantsCurrent = kinds.current();
        this.wantsExpired = kinds.expired();
    }

    @Override
    public void add(RunReceiver receiver) {
        RunReceiver[] all = Arrays.copyOf(receivers, receivers.length + 1);
        all[receivers.length] = receiver;
        receivers = all;
    }

    @Override
    public void addFirst(RunReceiver receiver) {
        RunReceiver[] all = new RunReceiver[receivers.length + 1];
        all[0] = receiver;
        System.arraycopy(receivers, 0, all, 1, receivers.length);
        receivers = all;
    }

    @Override
    public void remove(RunReceiver receiver) {
        receivers = Arrays.stream(receivers).filter(one -> one != receiver).toArray(RunReceiver[]::new);
    }

    /**
     * Lets steps pass something before they are handed on; before the first row.
     *
     * @param first takes the rows that the projection makes
     * @param shaped the layout of what comes back to {@link #handOn}
     */
    public void through(RunReceiver first, RowLayout shaped) {
        shaping = first;
        layout = shaped;
    }

    @Override
    public RowLayout layout() {
        return layout;
    }

    @Override
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
        project(row, flags, builder);
    }

    /** Makes output rows of further rows of a run. */
    void emitAll(RunCursor rows, RowSelect select) {
        select.select(rows, context, builder);
    }

    /** Makes an output row of an input row somewhere else. */
    void project(RowView row, int flags, RowBuilder target) {
        target.begin(row.timestamp(), flags);
        projection.project(row, context, target);
        target.commit();
    }

    /** A writer of rows such as the projection makes, into memory of its own. */
    public RowBuilder newBuilder() {
        return new RowBuilder(new RowBatch(batch.layout()), builder.symbols());
    }

    /** Takes an output row that was made elsewhere, until the end of the step. */
    void append(long row) {
        batch.append(row);
    }

    /** Ends the step: hands on what was collected, or lets it be shaped before. */
    public void endStep() {
        if (batch.isEmpty()) {
            return;
        }
        try {
            if (shaping == null) {
                handOn(batch.asRun());
            } else {
                shaping.receive(batch.asRun());
            }
        } finally {
            batch.clear();
        }
    }

    /** Hands rows to all receivers. */
    public void handOn(RowRun rows) {
        emitted += rows.count();
        RunReceiver[] all = receivers;
        for (int i = 0; i < all.length; i++) {
            all[i].receive(rows);
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
