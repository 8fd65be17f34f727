package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.state.RowQueue;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowMode;
import eventflux.api.spi.window.WindowOutput;

/** What a batch window tells of the rows of a batch, and when. */
interface BatchRelease {

    /** A row joins the open batch. */
    void add(Row row, WindowOutput out);

    /** The open batch is about to be closed, and ends at this time; only told where batches end by the clock. */
    default void endAt(long end) {}

    /** The open batch ends; nothing is told when it and the one before are empty. */
    void close(WindowOutput out);

    /** The rows that came after the last batch was closed belong to it: it is told again, with them; only where it was kept. */
    default void amend(WindowOutput out) {
        throw new IllegalStateException("the last batch is not kept");
    }

    /** How many rows the open batch has. */
    int size();

    /** Whether there is nothing that closing could tell of. */
    boolean isIdle();

    /** How the window is read. */
    default WindowMode mode() {
        return WindowMode.BATCH;
    }

    /** Whether a batch that is full ends at once; otherwise it stays until a row comes that it has no room for. */
    boolean endsWhenFull();

    /** Tells that all rows of a queue have left. */
    static void expireAll(RowQueue rows, WindowOutput out) {
        for (Row row = rows.first(); row != null; row = rows.next()) {
            out.expired(row);
        }
    }

    /** Tells that all rows of a queue are current. */
    static void tellAll(RowQueue rows, WindowOutput out) {
        for (Row row = rows.first(); row != null; row = rows.next()) {
            out.current(row);
        }
    }

    /** By the {@code streamCurrent} argument: rows as they come, or whole batches. */
    static BatchRelease of(WindowContext context) {
        return context.arguments().getBoolean("streamCurrent") ? new StreamedBatches(context) : atEnd(context);
    }

    /** Of batches that are told of when they end. */
    static BatchRelease atEnd(WindowContext context) {
        return context.foldsRows() ? new FoldedBatches(context) : WholeBatches.of(context);
    }
}
